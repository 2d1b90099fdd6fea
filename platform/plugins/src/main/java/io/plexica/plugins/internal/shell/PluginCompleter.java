package io.plexica.plugins.internal.shell;

import io.plexica.plugins.internal.runtime.PluginRuntime;
import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;

/** Offers the ids of the plugins there are. */
@Service
public final class PluginCompleter implements Completer {

    @Reference
    private PluginRuntime runtime;

    @Override
    public int complete(Session session, CommandLine commandLine, List<String> candidates) {
        return new StringsCompleter(runtime.registry().ids()).complete(session, commandLine, candidates);
    }
}
