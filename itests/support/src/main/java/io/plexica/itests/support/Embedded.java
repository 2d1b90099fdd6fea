package io.plexica.itests.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Where the embedded servers keep what only they know. */
final class Embedded {

    private Embedded() {}

    static Database database(Path home, int port) {
        return new Database(
                "jdbc:postgresql://127.0.0.1:" + port + "/plexica",
                "postgres",
                text(folder(home).resolve("db-superuser")));
    }

    /** What leads another node to the same servers. */
    static Map<String, String> sharing(Path home, int databasePort, int keycloakPort) {
        String keycloak = "http://localhost:" + keycloakPort;
        return Map.of(
                "PLEXICA_DB_URL",
                "jdbc:postgresql://127.0.0.1:" + databasePort + "/plexica",
                "PLEXICA_DB_PASSWORD_FILE",
                secret(home, "db-pool"),
                "PLEXICA_DB_ADMIN_PASSWORD_FILE",
                secret(home, "db-admin"),
                "PLEXICA_DB_MIGRATOR_PASSWORD_FILE",
                secret(home, "db-migrator"),
                "PLEXICA_KEYCLOAK_URL",
                keycloak,
                "PLEXICA_KEYCLOAK_PUBLIC_URL",
                keycloak,
                "PLEXICA_KEYCLOAK_ADMIN_USER",
                "plexica",
                "PLEXICA_KEYCLOAK_ADMIN_PASSWORD_FILE",
                secret(home, "keycloak-admin"));
    }

    private static String secret(Path home, String name) {
        return folder(home).resolve(name).toString();
    }

    static List<String> secrets(Path home) {
        try (Stream<Path> files = Files.list(folder(home))) {
            return files.map(Embedded::text).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path folder(Path home) {
        return home.resolve("secrets");
    }

    private static String text(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
