package io.plexica.embedded.internal.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The log file of a server; one older file is kept. */
public final class ServerLog {

    private static final long LARGE = 32L << 20;

    private ServerLog() {}

    /** The file to write to, after setting a large one aside. */
    public static Path of(Home home, String name) throws IOException {
        Path log = Home.existing(home.log()).resolve(name + ".log");
        if (Files.exists(log) && Files.size(log) > LARGE) {
            Files.move(log, home.log().resolve(name + ".1.log"), StandardCopyOption.REPLACE_EXISTING);
        }
        return log;
    }
}
