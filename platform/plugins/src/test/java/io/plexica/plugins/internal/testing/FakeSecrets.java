package io.plexica.plugins.internal.testing;

import io.plexica.spi.config.Secrets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The one secret of this room: the key for plugins' secrets. */
public final class FakeSecrets implements Secrets {

    private volatile @Nullable String key = "a key that is long enough";

    public void key(@Nullable String other) {
        key = other;
    }

    @Override
    public Optional<String> find(String name) {
        return Optional.ofNullable(key);
    }

    @Override
    public String require(String name) {
        return find(name).orElseThrow();
    }
}
