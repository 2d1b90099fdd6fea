package io.plexica.identity.keycloak.internal;

import io.plexica.spi.config.Secrets;
import java.util.Optional;

/** The secrets of the test's Keycloak. */
final class TestSecrets implements Secrets {
    @Override
    public Optional<String> find(String name) {
        return name.equals("KEYCLOAK_ADMIN_PASSWORD") ? Optional.of(KeycloakProcess.PASSWORD) : Optional.empty();
    }

    @Override
    public String require(String name) {
        return find(name).orElseThrow();
    }
}
