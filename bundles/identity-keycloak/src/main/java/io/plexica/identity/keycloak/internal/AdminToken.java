package io.plexica.identity.keycloak.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.spi.identity.IdentityServerAccess;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The administrator's access token, fetched when needed and kept until shortly before it expires. Safe for all threads. */
final class AdminToken {

    private static final Duration MARGIN = Duration.ofSeconds(10);

    private final KeycloakHttp http;
    private final Clock clock;
    private volatile @Nullable Kept kept;

    private record Kept(String token, Instant until) {}

    AdminToken(KeycloakHttp http, Clock clock) {
        this.http = http;
        this.clock = clock;
    }

    String get(IdentityServerAccess access) {
        Kept present = kept;
        if (present != null && clock.instant().isBefore(present.until())) {
            return present.token();
        }
        return fetch(access);
    }

    void forget() {
        kept = null;
    }

    private String fetch(IdentityServerAccess access) {
        KeycloakReply reply = http.form(
                access.url() + "/realms/master/protocol/openid-connect/token",
                Map.of(
                        "grant_type",
                        "password",
                        "client_id",
                        "admin-cli",
                        "username",
                        access.adminUser(),
                        "password",
                        access.adminPassword()));
        if (reply.isServerError()) {
            throw Breaker.unavailable("The identity server has a fault of its own; try again later");
        }
        if (!reply.isOk()) {
            throw new PlexicaException(
                    ErrorCode.INTERNAL_ERROR,
                    "Keycloak refuses its administrator '" + access.adminUser()
                            + "': check PLEXICA_KEYCLOAK_ADMIN_USER and the secret KEYCLOAK_ADMIN_PASSWORD");
        }
        JsonNode body = reply.json();
        Duration life = Duration.ofSeconds(body.path("expires_in").asLong());
        String token = body.path("access_token").asText();
        kept = new Kept(token, clock.instant().plus(life).minus(MARGIN));
        return token;
    }
}
