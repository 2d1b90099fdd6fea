package io.plexica.tenancy.internal.shell;

import io.plexica.tenancy.internal.TenantJson;
import io.plexica.tenancy.internal.TenantRow;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;

/** Shows one tenant. */
@Service
@Command(scope = "tenant", name = "info", description = "Shows a tenant")
public final class InfoCommand extends TenantCommand {

    @Argument(name = "slug", description = "The tenant", required = true)
    @Completion(SlugCompleter.class)
    private String slug;

    @Override
    protected void run() throws Exception {
        TenantRow row = tenants.get(slug);
        if (json) {
            printJson(TenantJson.of(row));
            return;
        }
        ShellTable table = new ShellTable().noHeaders();
        table.column("");
        table.column("");
        table.addRow().addContent("Slug", row.slug());
        table.addRow().addContent("Id", row.id());
        table.addRow().addContent("Name", row.name());
        table.addRow().addContent("Status", row.status());
        table.addRow().addContent("Plan", row.plan());
        table.addRow().addContent("Settings", row.settings());
        table.addRow().addContent("Theme", row.theme());
        table.addRow().addContent("Created", row.createdAt());
        table.addRow().addContent("Changed", row.updatedAt());
        if (row.purgeAt() != null) {
            table.addRow().addContent("Removed for good", row.purgeAt());
        }
        table.print(out());
    }
}
