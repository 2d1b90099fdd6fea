package io.plexica.embedded.internal.keycloak;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** The look of Keycloak's pages, which travels in this bundle. */
final class LoginTheme {

    private static final String NAME = "plexica/login/";
    private static final List<String> FILES = List.of(
            "theme.properties",
            "messages/messages_en.properties",
            "messages/messages_it.properties",
            "resources/css/plexica.css");

    private LoginTheme() {}

    /** Puts it where a server looks for themes, unless it is there. */
    static void install(Path server) throws IOException {
        for (String file : FILES) {
            byte[] wanted = read(file);
            Path target = server.resolve("themes").resolve(NAME + file);
            if (!Files.exists(target) || !Arrays.equals(Files.readAllBytes(target), wanted)) {
                Files.createDirectories(target.getParent());
                Files.write(target, wanted);
            }
        }
    }

    private static byte[] read(String file) throws IOException {
        try (InputStream in = LoginTheme.class.getResourceAsStream("themes/" + NAME + file)) {
            if (in == null) {
                throw new IOException("The theme's " + file + " is missing in the bundle");
            }
            return in.readAllBytes();
        }
    }
}
