package io.plexica.configuration.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The files of this very build. */
final class Checkout {

    static final Path ROOT = Path.of(System.getProperty("plexica.root", "../.."))
            .toAbsolutePath()
            .normalize();

    private static final List<String> FOLDERS = List.of("platform", "bundles");

    private Checkout() {}

    /** What all rooms declare. */
    static Settings settings() throws IOException {
        List<Setting> settings = new ArrayList<>();
        for (Path document : documents()) {
            try (InputStream stream = Files.newInputStream(document)) {
                settings.addAll(MetatypeReader.read(stream));
            }
        }
        return new Settings(settings);
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> documents() throws IOException {
        List<Path> found = new ArrayList<>();
        for (String folder : FOLDERS) {
            try (Stream<Path> files = Files.find(
                    ROOT.resolve(folder),
                    8,
                    (file, attributes) -> file.toString().contains("target/classes/OSGI-INF/metatype/")
                            && file.toString().endsWith(".xml"))) {
                files.sorted().forEach(found::add);
            }
        }
        return found;
    }
}
