package io.plexica.storage.internal.shell;

import io.plexica.api.storage.ObjectPage;
import io.plexica.storage.internal.PluginObjects;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.jspecify.annotations.Nullable;

/** Lists objects. */
@Service
@Command(scope = "storage", name = "list", description = "Lists the objects of a plugin in a tenant")
public final class ListCommand extends StorageCommand {

    @Reference
    private PluginObjects shelf;

    @Argument(index = 1, name = "plugin", description = "The plugin's id", required = true)
    private String plugin;

    @Option(name = "--prefix", description = "Only those whose paths begin like this")
    private String prefix = "";

    @Option(name = "--after", description = "Only those behind this path")
    private @Nullable String after;

    @Option(name = "--size", description = "How many, 1 to 1000")
    private int size = 200;

    @Override
    protected void run() throws Exception {
        ObjectPage found = shelf.list(tenant(), plugin, prefix, after, size);
        if (json) {
            printJson(found);
            return;
        }
        printTable(
                found.items(),
                "There is no object",
                List.of("Path", "Bytes", "Written"),
                item -> cells(item.path(), item.size(), item.modifiedAt()));
        if (found.next() != null) {
            out().println("There are more: use --after '" + found.next() + "'.");
        }
    }
}
