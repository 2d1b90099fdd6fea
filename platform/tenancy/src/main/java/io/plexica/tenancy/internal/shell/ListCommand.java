package io.plexica.tenancy.internal.shell;

import io.plexica.api.rest.Page;
import io.plexica.api.rest.PageQuery;
import io.plexica.tenancy.internal.TenantCounts;
import io.plexica.tenancy.internal.TenantJson;
import io.plexica.tenancy.internal.TenantQuery;
import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.jspecify.annotations.Nullable;

/** Lists tenants. */
@Service
@Command(scope = "tenant", name = "list", description = "Lists the tenants")
public final class ListCommand extends TenantCommand {

    @Reference
    private TenantCounts counts;

    @Option(name = "--status", description = "Only those in this status, such as ACTIVE")
    private @Nullable String status;

    @Option(name = "--plan", description = "Only those with this plan")
    private @Nullable String plan;

    @Option(name = "-q", aliases = "--query", description = "Only those with this text in slug or name")
    private @Nullable String text;

    @Option(name = "--page", description = "Which page, from 0")
    private String page = "0";

    @Option(name = "--size", description = "How many on a page, 1 to 200")
    private String size = "200";

    @Override
    protected void run() throws Exception {
        Page<TenantJson> found =
                counts.shown(tenants.list(TenantQuery.of(status, plan, new PageQuery(page, size, null, text))));
        if (json) {
            printJson(found);
            return;
        }
        printTable(
                found,
                "There is no tenant",
                List.of("Slug", "Name", "Status", "Plan", "Plugins", "Created"),
                tenant -> cells(
                        tenant.slug(),
                        tenant.name(),
                        tenant.status(),
                        tenant.plan(),
                        tenant.plugins() == null ? "?" : tenant.plugins(),
                        tenant.createdAt()));
    }
}
