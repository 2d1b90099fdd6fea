package io.plexica.plugins.internal.plan;

import io.plexica.plugins.internal.store.StoredVersion;
import io.plexica.spi.plugins.PluginRef;
import org.jspecify.annotations.Nullable;

/**
 * One thing to do.
 *
 * @param action what
 * @param plugin to which version: the one to go to, or else the present one
 * @param version that version as the registry knows it; null where the registry has lost it
 * @param detail a sentence for people
 */
public record Step(
        Action action, PluginRef plugin, @Nullable StoredVersion version, String detail) {

    @Override
    public String toString() {
        return action.word() + " " + plugin;
    }
}
