package io.plexica.storage.internal;

import io.plexica.spi.config.Secrets;
import java.util.Optional;

/** One secret for every name, or none. */
record FixedSecrets(Optional<String> secret) implements Secrets {

    @Override
    public Optional<String> find(String name) {
        return secret;
    }

    @Override
    public String require(String name) {
        return secret.orElseThrow();
    }
}
