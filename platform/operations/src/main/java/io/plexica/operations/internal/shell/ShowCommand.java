package io.plexica.operations.internal.shell;

import io.plexica.api.problem.PlexicaException;
import io.plexica.operations.internal.OperationJson;
import io.plexica.operations.internal.OperationRow;
import io.plexica.operations.internal.OperationService;
import io.plexica.operations.internal.Viewer;
import io.plexica.shell.PlexicaCommand;
import io.plexica.spi.operations.Operations.Operation;
import io.plexica.spi.tenancy.Tenants;
import java.util.Objects;
import java.util.UUID;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import org.jspecify.annotations.Nullable;

/** Shows one operation. */
@Service
@Command(scope = "operation", name = "show", description = "Shows what became of long work")
public final class ShowCommand extends PlexicaCommand {

    @Reference
    private OperationService operations;

    @Reference
    private Tenants tenants;

    @Argument(name = "id", description = "The operation's id", required = true)
    private String id;

    @Override
    protected void run() throws Exception {
        OperationRow row = operations.get(id(), Viewer.current(tenants.pinned().orElse(null)));
        if (json) {
            printJson(OperationJson.of(row));
            return;
        }
        Operation operation = row.operation();
        ShellTable table = new ShellTable().noHeaders();
        table.column("");
        table.column("");
        line(table, "Id", operation.id());
        line(table, "Type", operation.type());
        line(table, "Tenant", operation.tenantSlug());
        line(table, "Status", operation.status());
        line(table, "Progress", operation.progress() + " %");
        line(table, "Step", operation.step());
        line(table, "Message", operation.message());
        line(table, "Started", operation.startedAt());
        line(table, "Finished", operation.finishedAt());
        line(table, "Result", operation.result());
        line(table, "Problem", operation.problem());
        table.print(out());
    }

    private UUID id() {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw PlexicaException.notFound("There is no operation " + id);
        }
    }

    private static void line(ShellTable table, String name, @Nullable Object value) {
        if (value != null) {
            table.addRow().addContent(name, Objects.toString(value));
        }
    }
}
