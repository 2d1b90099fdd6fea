package io.plexica.itests.support;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The credentials that the first start wrote. */
public final class Credentials {

    private final JsonNode file;

    Credentials(Path path) {
        try {
            file = Json.read(Files.readString(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Somebody who can sign in. */
    public record Login(String tenant, String username, String password) {

        /** The body of a sign-in. */
        public Map<String, String> body() {
            return Map.of("tenant", tenant, "username", username, "password", password);
        }
    }

    public Login superAdmin() {
        return login("plexica", file.path("superAdmin"));
    }

    /** A demo tenant's user: {@code admin}, {@code member} or {@code viewer}. */
    public Login of(String tenant, String role) {
        return login(tenant, file.path("tenants").path(tenant).path(role));
    }

    /** Every password in the file. */
    public List<String> passwords() {
        return file.findValuesAsText("password");
    }

    private static Login login(String tenant, JsonNode node) {
        return new Login(
                tenant, node.path("username").asText(), node.path("password").asText());
    }
}
