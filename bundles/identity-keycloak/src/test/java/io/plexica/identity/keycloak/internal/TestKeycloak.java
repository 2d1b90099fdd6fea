package io.plexica.identity.keycloak.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;

/** The one real Keycloak of the module and what this bundle has for it; started at first use, ended with this JVM. */
final class TestKeycloak {

    private static final TestKeycloak SHARED = new TestKeycloak();

    final KeycloakProcess process;
    final KeycloakServer server;

    private TestKeycloak() {
        try {
            process = new KeycloakProcess();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server = new KeycloakServer(
                Configs.of(Map.of("url", process.url() + "/", "requestTimeoutMs", 20_000)), new TestSecrets());
        Awaitility.await().atMost(Duration.ofMinutes(1)).until(server::isPrepared);
        assertThat(server.complaint()).isNull();
    }

    static TestKeycloak shared() {
        return SHARED;
    }
}
