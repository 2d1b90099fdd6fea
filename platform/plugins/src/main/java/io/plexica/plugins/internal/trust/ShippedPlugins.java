package io.plexica.plugins.internal.trust;

import io.plexica.plugins.internal.archive.Digests;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The plugins that came with the platform, in a folder beside its own bundles: whoever can write there can change the platform
 * itself, so they need no signature. Known by their bytes. Safe for all threads.
 */
public final class ShippedPlugins {

    /** Who vouches for them, where a signer is named. */
    public static final String SIGNER = "Plexica";

    /** Nothing came with the platform. */
    public static final ShippedPlugins NOTHING = new ShippedPlugins(null);

    private final @Nullable Path folder;
    private volatile @Nullable Set<String> digests;

    /** Looks at the folder when it is first asked. */
    public ShippedPlugins(@Nullable Path folder) {
        this.folder = folder;
    }

    /** Whether a jar with this digest came with the platform. */
    public boolean holds(String digest) {
        Set<String> known = digests;
        if (known == null) {
            known = read();
            digests = known;
        }
        return known.contains(digest);
    }

    private Set<String> read() {
        Set<String> found = new HashSet<>();
        if (folder == null || !Files.isDirectory(folder)) {
            return found;
        }
        try (DirectoryStream<Path> jars = Files.newDirectoryStream(folder, "*.jar")) {
            for (Path jar : jars) {
                found.add(Digests.sha256(jar));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }
}
