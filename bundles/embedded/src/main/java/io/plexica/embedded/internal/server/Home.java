package io.plexica.embedded.internal.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folder of everything that lives, and where in it things are. */
public record Home(Path root) {

    /** The folder that a setting names. */
    public static Home of(String setting) {
        if (setting.isBlank()) {
            throw new IllegalArgumentException(
                    "PLEXICA_HOME is not set; it names the folder in which everything lives");
        }
        return new Home(Path.of(setting).toAbsolutePath().normalize());
    }

    /** What must survive: databases. */
    public Path data() {
        return root.resolve("data");
    }

    /** Logs of all servers. */
    public Path log() {
        return root.resolve("log");
    }

    /** Passwords of the servers, for the platform alone. */
    public Path secrets() {
        return root.resolve("secrets");
    }

    /** Unpacked servers; can be removed at any time. */
    public Path servers() {
        return root.resolve("servers");
    }

    /** Archives of servers, put there by whoever starts the platform. */
    public Path cache() {
        return root.resolve("cache");
    }

    /** What concerns the present run only. */
    public Path run() {
        return root.resolve("run");
    }

    /** Passwords for people. */
    public Path credentials() {
        return root.resolve("credentials.json");
    }

    /** A folder of the home, made if it is missing. */
    public static Path existing(Path folder) throws IOException {
        return Files.createDirectories(folder);
    }
}
