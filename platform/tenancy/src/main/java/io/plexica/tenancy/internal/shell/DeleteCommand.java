package io.plexica.tenancy.internal.shell;

import io.plexica.tenancy.internal.Progress;
import io.plexica.tenancy.internal.TenantRow;
import java.util.Map;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Deletes a tenant. */
@Service
@Command(scope = "tenant", name = "delete", description = "Deletes a tenant; it can be restored unless --hard is given")
public final class DeleteCommand extends TenantCommand {

    @Argument(name = "slug", description = "The tenant", required = true)
    @Completion(SlugCompleter.class)
    private String slug;

    @Option(name = "--hard", description = "Remove it with all its data, for ever")
    private boolean hard;

    @Option(name = "--yes", description = "Do not ask")
    private boolean yes;

    @Override
    protected void run() throws Exception {
        TenantRow row = tenants.get(slug);
        if (!yes) {
            confirm(question(row), row.slug());
        }
        if (!hard) {
            print(tenants.deleteSoftly(slug));
            return;
        }
        tenants.deleteForEver(slug, json ? Progress.NONE : new ConsoleProgress(out()));
        if (json) {
            printJson(Map.of("slug", slug, "status", "DELETED"));
        } else {
            out().println("Tenant " + slug + " is gone; its slug is retired.");
        }
    }

    private String question(TenantRow row) {
        String what = hard ? "and ALL its data for ever" : "(it can be restored)";
        return "This deletes tenant " + row.slug() + " (" + row.name() + ") " + what + ".";
    }
}
