package io.plexica.embedded.internal.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;

/** The passwords that the platform and its servers use among themselves; made once, kept in a folder. */
public final class Passwords {

    private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789";
    private static final int LENGTH = 28;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path folder;

    /** Keeps the passwords in a folder. */
    public Passwords(Path folder) {
        this.folder = folder;
    }

    /** The password of this name; made at first use. */
    public synchronized String of(String name) throws IOException {
        Path file = folder.resolve(name);
        if (Files.exists(file)) {
            return Files.readString(file).strip();
        }
        String password = fresh();
        PrivateFiles.write(file, password + "\n");
        return password;
    }

    /** A password that nobody can guess. */
    public static String fresh() {
        StringBuilder password = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            password.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return password.toString();
    }
}
