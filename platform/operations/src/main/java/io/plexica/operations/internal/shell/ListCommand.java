package io.plexica.operations.internal.shell;

import io.plexica.api.rest.Page;
import io.plexica.api.rest.PageQuery;
import io.plexica.operations.internal.OperationJson;
import io.plexica.operations.internal.OperationQuery;
import io.plexica.operations.internal.OperationRow;
import io.plexica.operations.internal.OperationService;
import io.plexica.operations.internal.Viewer;
import io.plexica.shell.PlexicaCommand;
import io.plexica.spi.operations.Operations.Operation;
import io.plexica.spi.tenancy.Tenants;
import java.util.List;
import java.util.Objects;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.jspecify.annotations.Nullable;

/** Lists operations. */
@Service
@Command(scope = "operation", name = "list", description = "Lists long work, the newest first")
public final class ListCommand extends PlexicaCommand {

    @Reference
    private OperationService operations;

    @Reference
    private Tenants tenants;

    @Option(name = "--status", description = "Only those in this status, such as RUNNING")
    @Completion(
            value = StringsCompleter.class,
            values = {"RUNNING", "SUCCEEDED", "FAILED", "CANCELLED"})
    private @Nullable String status;

    @Option(name = "--type", description = "Only those of this type, such as core.tenant.create")
    private @Nullable String type;

    @Option(name = "--tenant", description = "Only those of this tenant")
    private @Nullable String tenant;

    @Option(name = "-q", aliases = "--query", description = "Only those with this text in type or message")
    private @Nullable String text;

    @Option(name = "--page", description = "Which page, from 0")
    private String page = "0";

    @Option(name = "--size", description = "How many on a page, 1 to 200")
    private String size = "50";

    @Override
    protected void run() throws Exception {
        Page<OperationRow> found = operations.list(
                Viewer.atConsole(tenant, tenants.pinned().orElse(null)),
                OperationQuery.of(status, type, new PageQuery(page, size, null, text)));
        if (json) {
            printJson(found.map(OperationJson::of));
            return;
        }
        printTable(
                found.map(OperationRow::operation),
                "There is no such operation",
                List.of("Id", "Type", "Tenant", "Status", "Progress", "Step", "Started"),
                ListCommand::row);
    }

    private static @Nullable Object[] row(Operation operation) {
        return cells(
                operation.id(),
                operation.type(),
                Objects.toString(operation.tenantSlug(), ""),
                operation.status(),
                operation.progress() + " %",
                Objects.toString(operation.step(), ""),
                operation.startedAt());
    }
}
