package io.plexica.plugins.internal.testing;

import io.plexica.spi.plugins.PluginCalls;
import io.plexica.spi.plugins.PluginRef;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Calls that a test makes up. */
public final class FakeCalls implements PluginCalls {

    /** What every version has answered. */
    public volatile Counts counts = new Counts(0, 0);

    /** What single versions have answered, where that is something else. */
    public final Map<PluginRef, Counts> ofVersions = new ConcurrentHashMap<>();

    /** How often somebody wanted to know. */
    public final AtomicInteger asked = new AtomicInteger();

    @Override
    public Counts counts(PluginRef plugin, @Nullable String tenantSlug) {
        asked.incrementAndGet();
        return ofVersions.getOrDefault(plugin, counts);
    }

    @Override
    public Figures figures(PluginRef plugin) {
        return new Figures(counts.calls(), counts.errors(), 0, 0, 0, 0, 0, 0, 0, BreakerState.CLOSED, 0);
    }

    @Override
    public Map<String, Figures> byTenant(PluginRef plugin) {
        return Map.of();
    }
}
