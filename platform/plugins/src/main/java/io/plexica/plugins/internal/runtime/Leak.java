package io.plexica.plugins.internal.runtime;

import io.plexica.spi.plugins.PluginRef;
import java.time.Instant;
import java.util.List;

/**
 * A version that stopped, and whose classes are still in memory.
 *
 * @param plugin the version
 * @param stoppedAt when
 * @param holders threads that hold them, in words; empty when it is something else
 */
public record Leak(PluginRef plugin, Instant stoppedAt, List<String> holders) {

    public Leak {
        holders = List.copyOf(holders);
    }

    /** What holds its classes, in words. */
    public String inWords() {
        return holders.isEmpty()
                ? "something still holds its classes: a thread-local, or a static field outside it"
                : holders.size() + " of its threads still run: " + String.join("; ", holders);
    }
}
