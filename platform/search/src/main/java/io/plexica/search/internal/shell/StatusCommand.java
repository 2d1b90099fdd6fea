package io.plexica.search.internal.shell;

import io.plexica.search.internal.build.IndexAdministration;
import io.plexica.search.internal.build.IndexAdministration.IndexView;
import io.plexica.search.internal.index.SearchHealth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import org.jspecify.annotations.Nullable;

/** Shows how search does. */
@Service
@Command(scope = "search", name = "status", description = "Shows how search does, and the indexes of a tenant")
public final class StatusCommand extends SearchCommand {

    @Reference
    private SearchHealth health;

    @Reference
    private IndexAdministration desk;

    @Argument(name = "tenant", description = "The slug of a tenant whose indexes are shown")
    private @Nullable String slug;

    @Override
    protected void run() throws Exception {
        Map<String, String> facts = health.facts();
        List<IndexView> indexes = slug == null ? List.of() : desk.list(tenant(slug));
        if (json) {
            Map<String, Object> all = new LinkedHashMap<>(facts);
            all.put("indexes", indexes);
            printJson(all);
            return;
        }
        facts.forEach((name, value) -> out().println(name + ": " + value));
        if (slug != null) {
            ShellTable table = new ShellTable().emptyTableText("There is no index");
            table.column("Plugin");
            table.column("Documents");
            table.column("Complete");
            table.column("Being made");
            indexes.forEach(index ->
                    table.addRow().addContent(index.plugin(), index.documents(), index.complete(), index.building()));
            table.print(out());
        }
    }
}
