package io.plexica.spi.events;

import io.plexica.api.events.Event;
import io.plexica.spi.plugins.PluginRef;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The plugins as events see them. The plugins room provides it; whoever delivers events asks. Answered from memory but for
 * {@link #handle}; safe for all threads.
 */
@ProviderType
public interface EventHandlers {

    /** Whether this node knows all plugins and where tenants' calls go; before, nobody's subscriptions can be told. */
    boolean areKnown();

    /** Whether a version's manifest lists an event among those that it publishes. */
    boolean publishes(PluginRef plugin, String event);

    /** Names of the events that any version of a plugin here handles, by the ids of the plugins that handle any. */
    Map<String, Set<String>> subscriptions();

    /** Ids of the plugins that a tenant has enabled and whose version there lists an event among those that it handles. */
    Set<String> subscribers(String tenantSlug, String event);

    /**
     * Whether {@link #handle} would do anything with such an event at the moment.
     *
     * @param workspaceId where it happened; null for outside any workspace
     */
    boolean handles(String pluginId, String tenantSlug, @Nullable UUID workspaceId, String event);

    /**
     * Runs a plugin's handlers of an event, one after the other in one unit of work, in the context of the calling thread,
     * which must have a tenant, and on a thread of the plugin's, as long as they may take.
     *
     * @param atEnd called in that unit of work once all have done their part; what it throws rolls it back
     * @return what became of it
     * @throws Exception what a handler throws; {@code plugin-timeout} when time is up
     */
    Handled handle(String pluginId, Event event, Duration limit, Runnable atEnd) throws Exception;

    /** What became of a delivery. */
    enum Handled {
        /** The handlers did their part, and it is committed. */
        DONE,
        /** The tenant has the plugin enabled no longer, or not in this workspace, or its version there does not handle the event. */
        NOT_WANTED,
        /** The tenant's version does not run on this node, or is leaving: another time, or another node. */
        NOT_HERE
    }
}
