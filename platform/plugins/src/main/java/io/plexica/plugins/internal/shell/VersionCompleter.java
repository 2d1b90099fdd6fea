package io.plexica.plugins.internal.shell;

import io.plexica.plugins.internal.runtime.PluginRuntime;
import java.util.Arrays;
import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;

/** Offers the versions of the plugin that the line names. */
@Service
public final class VersionCompleter implements Completer {

    @Reference
    private PluginRuntime runtime;

    @Override
    public int complete(Session session, CommandLine commandLine, List<String> candidates) {
        List<String> versions = Arrays.stream(commandLine.getArguments())
                .flatMap(word -> runtime.registry().versions(word).stream())
                .map(version -> version.ref().version())
                .distinct()
                .toList();
        return new StringsCompleter(versions).complete(session, commandLine, candidates);
    }
}
