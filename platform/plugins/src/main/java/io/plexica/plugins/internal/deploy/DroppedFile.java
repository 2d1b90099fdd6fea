package io.plexica.plugins.internal.deploy;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What the deploy folder's watcher knows of one file. Used by the watcher's thread only. */
final class DroppedFile {

    /** A jar that cannot be opened may still be being copied: only after this long without a change it is refused. */
    private static final Duration COPYING = Duration.ofSeconds(3);

    private final Path path;
    private final boolean wasThere;
    private FileStamp stamp;
    private long since;
    private boolean pending = true;
    private volatile @Nullable String offered;

    DroppedFile(Path path, FileStamp stamp, boolean wasThere) {
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

    FileStamp stamp() {
        return stamp;
    }

    /** Notes how the file looks now. */
    void seen(FileStamp now) {
        if (!now.equals(stamp)) {
            stamp = now;
            since = System.nanoTime();
            pending = true;
        }
    }

    /** Whether something must be done about it. */
    boolean isPending() {
        return pending;
    }

    /** Whether it holds what it held when it was offered last or, where it never was, when the platform started. */
    boolean isUnchanged(String digest) {
        return offered == null ? wasThere : digest.equals(offered);
    }

    /** Whether it has not changed for so long that nobody can still be copying it. */
    boolean isAtRest() {
        return System.nanoTime() - since > COPYING.toNanos();
    }

    /** Milliseconds since it appeared or changed. */
    long age() {
        return (System.nanoTime() - since) / 1_000_000;
    }

    /** These bytes were offered, and taken or refused. */
    void done(String digest) {
        offered = digest;
        pending = false;
    }
}
