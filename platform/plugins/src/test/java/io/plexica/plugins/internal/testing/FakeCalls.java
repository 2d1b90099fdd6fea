package io.plexica.plugins.internal.testing;

import io.plexica.spi.plugins.PluginCalls;
import io.plexica.spi.plugins.PluginRef;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Calls that a test makes up. */
public final class FakeCalls implements PluginCalls {

    /** What every version has answered. */
    public Counts counts = new Counts(0, 0);

    @Override
    public Counts counts(PluginRef plugin, @Nullable String tenantSlug) {
        return counts;
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
