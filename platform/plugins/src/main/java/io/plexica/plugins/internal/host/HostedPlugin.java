package io.plexica.plugins.internal.host;

import io.plexica.api.plugin.PluginLifecycle;
import io.plexica.api.search.Reindexer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A plugin's bundle in the framework. */
public interface HostedPlugin {

    /** Links the bundle to what it imports; says what is missing, nothing when all is there. */
    List<String> resolve();

    /** The bundle's class loader, once it is resolved. */
    ClassLoader loader();

    /** The same; null while it is not resolved, and after it was removed. */
    @Nullable
    ClassLoader findLoader();

    /** Starts the bundle. May block for as long as the plugin's code does. */
    void start();

    /**
     * The instances of all components that are resources. Waits until every resource, the lifecycle component, if there is
     * one, handlers of hooks, events and jobs and what is offered to other plugins are up. May block for as long as the plugin's code does.
     *
     * @throws io.plexica.api.problem.PlexicaException {@code plugin-invalid} saying which components are not up and why
     */
    List<Object> resources(Duration patience);

    /** The component that offers a service of this type to other plugins; null for a type that the manifest does not offer. */
    @Nullable
    Object offered(String type);

    /** The components that run at hooks. */
    List<HostedHandler> handlers();

    /** The components that handle events. */
    List<HostedEventHandler> eventHandlers();

    /** The components that tell all documents of a type. */
    List<Reindexer> reindexers();

    /** The components that do jobs. */
    List<HostedJobHandler> jobHandlers();

    /** A file in the bundle, read literally; null when there is none. */
    byte @Nullable [] file(String path);

    /** The paths of the files below a folder of the bundle, which ends with a slash. */
    List<String> files(String folder);

    /** The component that takes part in the plugin's life. */
    Optional<PluginLifecycle> lifecycle();

    /** Stops and uninstalls the bundle and lets go of everything of it. May block for as long as the plugin's code does. */
    void remove();
}
