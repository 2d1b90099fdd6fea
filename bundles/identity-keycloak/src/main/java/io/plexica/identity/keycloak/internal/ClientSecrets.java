package io.plexica.identity.keycloak.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The secrets of the clients {@code plexica-api}. Keycloak keeps them; they are read from there at first need. Safe for all
 * threads.
 */
final class ClientSecrets {

    private static final int NOT_FOUND = 404;
    private static final int BYTES = 32;

    private final AdminApi admin;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, String> known = new ConcurrentHashMap<>();

    ClientSecrets(AdminApi admin) {
        this.admin = admin;
    }

    String fresh() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    void remember(String realm, String secret) {
        known.put(realm, secret);
    }

    void forget(String realm) {
        known.remove(realm);
    }

    /** The secret of a realm's client; empty when there is no such realm. */
    Optional<String> find(String realm) {
        String secret = known.get(realm);
        return secret == null ? fetch(realm) : Optional.of(secret);
    }

    private Optional<String> fetch(String realm) {
        KeycloakReply reply = admin.get("/" + realm + "/clients?clientId=" + RealmTemplate.API_CLIENT);
        if (reply.status() == NOT_FOUND) {
            return Optional.empty();
        }
        JsonNode secret = AdminApi.demand(reply, "show a client").json().path(0).path("secret");
        if (secret.asText().isEmpty()) {
            return Optional.empty();
        }
        remember(realm, secret.asText());
        return Optional.of(secret.asText());
    }
}
