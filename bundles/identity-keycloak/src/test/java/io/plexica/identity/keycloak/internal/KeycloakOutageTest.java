package io.plexica.identity.keycloak.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import java.time.Duration;
import java.time.Instant;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The server is killed and comes back with nothing in it: after all other tests. */
@Order(Integer.MAX_VALUE)
class KeycloakOutageTest extends KeycloakCase {

    @Test
    void aServerThatIsGoneIsToldFastAndItsReturnIsNoticed() throws Exception {
        keycloak.kill();
        Instant begin = Instant.now();
        for (int i = 0; i < 20; i++) {
            assertThatThrownBy(() -> provider.login("plexica", "root@plexica.test", PASSWORD))
                    .isInstanceOfSatisfying(
                            PlexicaException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.UNAVAILABLE));
        }
        assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(10));
        assertThat(new KeycloakHealthCheck(server).check().healthy()).isFalse();

        keycloak.restart();
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .ignoreExceptions()
                .until(() -> create("plexica", "back@plexica.test", null, null, PASSWORD, false) != null);
        assertThat(provider.login("plexica", "back@plexica.test", PASSWORD).expiresIn())
                .isPositive();
    }
}
