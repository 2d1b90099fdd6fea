package io.plexica.plugins.internal.runtime;

import io.plexica.plugins.internal.store.StoredVersion;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Which of several versions of one plugin. */
public final class Versions {

    /** Semantic precedence, oldest first; of equal ones the earlier publication first. */
    public static final Comparator<StoredVersion> OLDEST_FIRST =
            Comparator.<StoredVersion, io.plexica.api.manifest.SemanticVersion>comparing(
                            version -> version.manifest().version())
                    .thenComparing(StoredVersion::publishedAt);

    private Versions() {}

    /** The newest release; pre-releases are taken only when named. */
    public static Optional<StoredVersion> newestRelease(Collection<StoredVersion> versions) {
        return versions.stream()
                .filter(version -> !version.manifest().version().isPreRelease())
                .max(OLDEST_FIRST);
    }

    /** The newest release, or the newest pre-release of a plugin that has no release yet. */
    public static Optional<StoredVersion> newest(Collection<StoredVersion> versions) {
        return newestRelease(versions).or(() -> versions.stream().max(OLDEST_FIRST));
    }
}
