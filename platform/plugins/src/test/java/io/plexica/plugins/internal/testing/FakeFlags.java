package io.plexica.plugins.internal.testing;

import io.plexica.spi.settings.FeatureFlags;
import io.plexica.spi.tenancy.Tenant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Flags that are on for all, once they are switched on. */
public final class FakeFlags implements FeatureFlags {

    private final Set<String> on = ConcurrentHashMap.newKeySet();

    public void switchOn(String key) {
        on.add(key);
    }

    @Override
    public boolean isOn(String key, @Nullable Tenant tenant) {
        return on.contains(key);
    }
}
