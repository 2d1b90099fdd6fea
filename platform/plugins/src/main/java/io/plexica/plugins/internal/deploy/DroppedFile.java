package io.plexica.plugins.internal.deploy;

import io.plexica.plugins.internal.store.StoredVersion;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What the deploy folder's watcher knows of one file. Used by the watcher's thread only. */
final class DroppedFile {

    /** A jar that cannot be opened may still be being copied: only after this long without a change it is refused. */
    private static final Duration COPYING = Duration.ofSeconds(3);

    private final Path path;
    private final boolean wasThere;
    private Stamp stamp;
    private long since;
    private boolean pending = true;
    private boolean changed;
    private volatile @Nullable StoredVersion published;

    DroppedFile(Path path, Stamp stamp, boolean wasThere) {
        this.path = path;
        this.stamp = stamp;
        this.wasThere = wasThere;
        this.since = System.nanoTime();
    }

    Path path() {
        return path;
    }

    String name() {
        return path.getFileName().toString();
    }

    Stamp stamp() {
        return stamp;
    }

    /** Notes how the file looks now. */
    void seen(Stamp now) {
        if (!now.equals(stamp)) {
            stamp = now;
            since = System.nanoTime();
            pending = true;
            changed = true;
        }
    }

    /** Whether something must be done about it. */
    boolean isPending() {
        return pending;
    }

    /** Whether it lies as it lay when the platform started. */
    boolean isFromBefore() {
        return wasThere && !changed;
    }

    /** Whether it has not changed for so long that nobody can still be copying it. */
    boolean isAtRest() {
        return System.nanoTime() - since > COPYING.toNanos();
    }

    /** Milliseconds since it appeared or changed. */
    long age() {
        return (System.nanoTime() - since) / 1_000_000;
    }

    /** What it brought is on the platform. */
    void done(@Nullable StoredVersion version) {
        pending = false;
        published = version;
    }

    /** It was refused; what it brought before stays what it was. */
    void refused() {
        pending = false;
    }

    /** The version that it brought last; null for none. */
    @Nullable
    StoredVersion published() {
        return published;
    }
}
