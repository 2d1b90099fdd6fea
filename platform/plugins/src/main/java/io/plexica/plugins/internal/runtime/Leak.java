package io.plexica.plugins.internal.runtime;

import io.plexica.spi.plugins.PluginRef;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A version that stopped, and whose classes are still in memory, or whose stop hangs.
 *
 * @param plugin the version
 * @param stoppedAt when; for a stop that hangs, when it began
 * @param holders threads that hold them, in words; empty when it is something else
 * @param hangsIn the frame in which its stop hangs; null when it has stopped
 */
public record Leak(
        PluginRef plugin,
        Instant stoppedAt,
        List<String> holders,
        @Nullable String hangsIn) {

    /** One of a version that has stopped. */
    Leak(PluginRef plugin, Instant stoppedAt, List<String> holders) {
        this(plugin, stoppedAt, holders, null);
    }

    public Leak {
        holders = List.copyOf(holders);
    }

    /** What is wrong with it, in words. */
    String told() {
        return hangsIn == null
                ? "stopped at " + stoppedAt + ", but " + inWords()
                : "its stop, begun at " + stoppedAt + ", hangs in " + hangsIn;
    }

    /** What holds its classes, in words. */
    public String inWords() {
        return holders.isEmpty()
                ? "something still holds its classes, such as a static field outside it"
                : holders.size() + " of its threads still run: " + String.join("; ", holders);
    }
}
