package io.plexica.plugins.internal.fetch;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/** A repository in a folder. */
final class FolderSource implements Source {

    private final Path folder;

    FolderSource(URI address) {
        this.folder = Path.of(address).toAbsolutePath().normalize();
    }

    @Override
    public boolean copy(String path, Path target, long most) throws IOException {
        Path file = folder.resolve(path);
        if (!Files.isRegularFile(file)) {
            return false;
        }
        if (Files.size(file) > most) {
            throw new TooLarge();
        }
        Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
        return true;
    }

    @Override
    public Optional<byte[]> read(String path) throws IOException {
        Path file = folder.resolve(path);
        return Files.isRegularFile(file) && Files.size(file) <= HttpSource.SMALL
                ? Optional.of(Files.readAllBytes(file))
                : Optional.empty();
    }
}
