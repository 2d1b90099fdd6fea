package io.plexica.data.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder of migrations made for one test. */
public final class Folder {

    private final Path root;
    private final Path folder;

    public Folder(Path root, String name) {
        this.root = root;
        this.folder = root.resolve(name);
    }

    public Folder with(String file, String content) {
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve(file), content);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String name() {
        return folder.getFileName().toString();
    }

    public ClassLoader loader() {
        try {
            return new URLClassLoader(new URL[] {root.toUri().toURL()}, null);
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }
}
