package io.plexica.itests.support;

import java.nio.file.Path;
import java.util.List;

/** Where the embedded servers keep what only they know. */
final class Embedded {

    private Embedded() {}

    static Database database(Path home, int port) {
        return new Database("jdbc:postgresql://127.0.0.1:" + port + "/plexica", "postgres", "");
    }

    static List<String> secrets(Path home) {
        return List.of();
    }
}
