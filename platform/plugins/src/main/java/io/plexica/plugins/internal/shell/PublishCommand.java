package io.plexica.plugins.internal.shell;

import io.plexica.plugins.internal.fetch.Fetcher;
import io.plexica.plugins.internal.publish.PublicationOutcome;
import io.plexica.plugins.internal.publish.Publisher;
import io.plexica.plugins.internal.rest.VersionView;
import io.plexica.plugins.internal.runtime.PluginRuntime;
import io.plexica.shell.PlexicaCommand;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.FileCompleter;

/** Publishes the jar of a plugin version. */
@Service
@Command(scope = "plugin", name = "publish", description = "Publishes the jar of a plugin version")
public final class PublishCommand extends PlexicaCommand {

    @Reference
    private Publisher publisher;

    @Reference
    private Fetcher fetcher;

    @Reference
    private PluginRuntime runtime;

    @Argument(name = "file", description = "Path of the jar, or mvn:group/artifact/version", required = true)
    @Completion(FileCompleter.class)
    private String file;

    @Override
    protected void run() throws Exception {
        PublicationOutcome result = file.startsWith("mvn:") ? fetcher.publish(file) : publish(Path.of(file));
        print(
                VersionView.of(result.version(), runtime.registry()),
                result.version().ref()
                        + (result.changed() ? " is published." : " was there already; nothing changed."));
    }

    private PublicationOutcome publish(Path jar) {
        if (!Files.isRegularFile(jar)) {
            throw new IllegalArgumentException("There is no file " + jar.toAbsolutePath());
        }
        return publisher.publish(jar, "shell");
    }
}
