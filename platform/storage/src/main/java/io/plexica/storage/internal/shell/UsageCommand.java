package io.plexica.storage.internal.shell;

import io.plexica.spi.tenancy.Tenant;
import io.plexica.storage.internal.Usage;
import io.plexica.storage.internal.Usages;
import java.util.Map;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;

/** Shows how much is kept. */
@Service
@Command(scope = "storage", name = "usage", description = "Shows how much a tenant keeps, by plugin")
public final class UsageCommand extends StorageCommand {

    @Reference
    private Usages usages;

    @Override
    protected void run() throws Exception {
        Tenant tenant = tenant();
        Usage usage = usages.of(tenant);
        if (json) {
            printJson(usage);
            return;
        }
        ShellTable table = new ShellTable().emptyTableText("There is no object");
        table.column("Plugin");
        table.column("Objects");
        table.column("Bytes");
        usage.plugins().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> table.addRow()
                        .addContent(
                                entry.getKey(),
                                entry.getValue().objects(),
                                entry.getValue().bytes()));
        table.print(out());
        out().println(usage.bytes() + " bytes in all; "
                + (usage.limit() == null ? "no bound." : "the plan " + tenant.plan() + " has " + usage.limit() + "."));
    }
}
