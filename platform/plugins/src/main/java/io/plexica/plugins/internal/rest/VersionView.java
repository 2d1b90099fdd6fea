package io.plexica.plugins.internal.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.plexica.plugins.internal.runtime.Registry;
import io.plexica.plugins.internal.store.StoredVersion;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A plugin version over the network.
 *
 * @param problem why it does not run; absent when it does
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record VersionView(
        String id,
        String version,
        String status,
        String digest,
        long size,
        Map<String, Object> manifest,
        Instant publishedAt,
        String publishedBy,
        String source,
        boolean running,
        @Nullable String problem) {

    /** What there is to say of a version. */
    public static VersionView of(StoredVersion version, Registry registry) {
        return new VersionView(
                version.ref().id(),
                version.ref().version(),
                version.status(),
                "sha256:" + version.digest(),
                version.size(),
                version.raw(),
                version.publishedAt(),
                version.publishedBy(),
                version.source(),
                registry.running(version.ref()).isPresent(),
                registry.problem(version.ref()).orElse(null));
    }
}
