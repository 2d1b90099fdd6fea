package io.plexica.plugins.internal.shell;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.plexica.plugins.internal.publish.VersionLifecycle;
import io.plexica.plugins.internal.rest.VersionView;
import io.plexica.plugins.internal.runtime.PluginRuntime;
import io.plexica.plugins.internal.store.StoredVersion;
import io.plexica.shell.PlexicaCommand;
import io.plexica.spi.plugins.PluginRef;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;

/** A command about the state of one version. */
abstract class VersionCommand extends PlexicaCommand {

    @Reference
    protected VersionLifecycle lifecycle;

    @Reference
    protected PluginRuntime runtime;

    @Argument(index = 0, name = "plugin", description = "The plugin's id", required = true)
    @Completion(PluginCompleter.class)
    protected String id;

    @Argument(index = 1, name = "version", description = "The version", required = true)
    @Completion(VersionCompleter.class)
    protected String version;

    final PluginRef ref() {
        return new PluginRef(id, version);
    }

    final void print(StoredVersion after) throws JsonProcessingException {
        print(VersionView.of(after, runtime.registry()), id + " " + version + " is " + after.status() + ".");
    }
}
