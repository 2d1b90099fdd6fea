package io.plexica.plugins.internal.fetch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Files of one repository. */
interface Source {

    /**
     * Copies a file.
     *
     * @param path below the repository's address
     * @param most how many bytes it may have
     * @return false when there is none
     * @throws TooLarge when it has more bytes
     * @throws IOException when the repository does not answer as it should, or not in time
     */
    boolean copy(String path, Path target, long most) throws IOException;

    /** A small file; empty when there is none. */
    Optional<byte[]> read(String path) throws IOException;

    /** A file has more bytes than it may. */
    final class TooLarge extends IOException {

        private static final long serialVersionUID = 1L;

        TooLarge() {
            super("the file is too large");
        }
    }
}
