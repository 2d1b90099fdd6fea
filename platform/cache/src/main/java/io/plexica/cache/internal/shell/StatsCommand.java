package io.plexica.cache.internal.shell;

import io.plexica.cache.internal.CacheAdministration;
import io.plexica.shell.PlexicaCommand;
import java.util.Map;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;

/** Shows how the cache does. */
@Service
@Command(
        scope = "cache",
        name = "stats",
        description = "Shows where values are cached and how often that helped this node")
public final class StatsCommand extends PlexicaCommand {

    @Reference
    private CacheAdministration desk;

    @Override
    protected void run() throws Exception {
        Map<String, String> facts = desk.facts();
        if (json) {
            printJson(facts);
            return;
        }
        ShellTable table = new ShellTable();
        table.column("What");
        table.column("Value");
        facts.forEach((name, value) -> table.addRow().addContent(name, value));
        table.print(out());
    }
}
