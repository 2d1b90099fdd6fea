package io.plexica.settings.internal.shell;

import io.plexica.settings.internal.FlagService;
import io.plexica.shell.PlexicaCommand;
import io.plexica.spi.web.IfMatch;
import java.util.Map;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Removes a feature flag. */
@Service
@Command(scope = "flag", name = "delete", description = "Removes a feature flag; what it switched is off")
public final class DeleteCommand extends PlexicaCommand {

    @Reference
    private FlagService flags;

    @Argument(name = "key", description = "The flag", required = true)
    @Completion(KeyCompleter.class)
    private String key;

    @Option(name = "--yes", description = "Do not ask")
    private boolean yes;

    @Override
    protected void run() throws Exception {
        flags.get(key);
        if (!yes) {
            confirm("This removes the flag " + key + ", and what it switched is off for all.", "yes");
        }
        flags.delete(key, IfMatch.ANY);
        print(Map.of("key", key, "deleted", true), "Flag " + key + " is gone.");
    }
}
