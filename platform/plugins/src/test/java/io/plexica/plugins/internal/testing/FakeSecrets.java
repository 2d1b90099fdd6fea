package io.plexica.plugins.internal.testing;

import io.plexica.spi.config.Secrets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The secrets of this room: the key for plugins' secrets, and those before it. */
public final class FakeSecrets implements Secrets {

    private volatile @Nullable String key = "a key that is long enough";
    private volatile @Nullable String old;

    public void key(@Nullable String other) {
        key = other;
    }

    /** Keys that were before, one a line. */
    public void old(@Nullable String others) {
        old = others;
    }

    @Override
    public Optional<String> find(String name) {
        return Optional.ofNullable(name.endsWith("_OLD") ? old : key);
    }

    @Override
    public String require(String name) {
        return find(name).orElseThrow();
    }
}
