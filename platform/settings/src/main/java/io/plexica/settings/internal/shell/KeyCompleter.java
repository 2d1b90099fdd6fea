package io.plexica.settings.internal.shell;

import io.plexica.settings.internal.Flag;
import io.plexica.settings.internal.FlagService;
import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;

/** Offers the keys of the flags there are. */
@Service
public final class KeyCompleter implements Completer {

    @Reference
    private FlagService flags;

    @Override
    public int complete(Session session, CommandLine commandLine, List<String> candidates) {
        List<String> keys = flags.all().stream().map(Flag::key).toList();
        return new StringsCompleter(keys).complete(session, commandLine, candidates);
    }
}
