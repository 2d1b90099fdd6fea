package io.plexica.spi.plugins;

import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/** What became of the calls to plugins on this node, counted by whoever dispatches them. Safe for all threads, never blocks. */
@ProviderType
public interface PluginCalls {

    /**
     * The calls that a version has answered since it started.
     *
     * @param tenantSlug only those of this tenant; null for all
     */
    Counts counts(PluginRef plugin, @Nullable String tenantSlug);

    /**
     * How many calls there were.
     *
     * @param calls all of them
     * @param errors those that ended with a status of 500 or more
     */
    record Counts(long calls, long errors) {}
}
