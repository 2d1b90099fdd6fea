package io.plexica.plugins.internal.runtime;

import io.plexica.api.manifest.PluginManifest;
import io.plexica.plugins.internal.store.StoredVersion;
import io.plexica.plugins.internal.store.VersionStatus;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.osgi.framework.Version;
import org.osgi.framework.VersionRange;

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

    /** The release that is given to whoever names none: the newest AVAILABLE one, a DEPRECATED one where there is none. */
    public static Optional<StoredVersion> preferredRelease(Collection<StoredVersion> versions) {
        return newestRelease(in(VersionStatus.AVAILABLE, versions))
                .or(() -> newestRelease(in(VersionStatus.DEPRECATED, versions)));
    }

    /** The same, or a pre-release of a plugin that has no such release. */
    public static Optional<StoredVersion> preferred(Collection<StoredVersion> versions) {
        return preferredRelease(versions)
                .or(() -> newest(in(VersionStatus.AVAILABLE, versions)))
                .or(() -> newest(in(VersionStatus.DEPRECATED, versions)));
    }

    /** The version that stands for the plugin: the preferred one, or the newest where none can be installed. */
    public static Optional<StoredVersion> representative(Collection<StoredVersion> versions) {
        return preferred(versions).or(() -> newest(versions));
    }

    /** Whether a version of the platform is one that a plugin runs on. */
    public static boolean runsOn(PluginManifest manifest, Version platform) {
        String range = manifest.platform();
        return range == null || VersionRange.valueOf(range.strip()).includes(platform);
    }

    /** Those in a state. */
    static List<StoredVersion> in(VersionStatus status, Collection<StoredVersion> versions) {
        return versions.stream().filter(version -> version.status() == status).toList();
    }

    /** The newest release, or the newest pre-release of a plugin that has no release yet. */
    public static Optional<StoredVersion> newest(Collection<StoredVersion> versions) {
        return newestRelease(versions).or(() -> versions.stream().max(OLDEST_FIRST));
    }
}
