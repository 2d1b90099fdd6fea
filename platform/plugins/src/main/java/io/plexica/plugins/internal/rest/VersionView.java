package io.plexica.plugins.internal.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.plexica.plugins.internal.runtime.Registry;
import io.plexica.plugins.internal.store.StoredVersion;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A plugin version over the network.
 *
 * @param signer who signed its bytes, if that is somebody trusted; absent otherwise
 * @param replacement what to take instead; absent when nobody said
 * @param endOfLife from when on nobody should be on it; absent when nobody said
 * @param reason why it is quarantined; absent when it is not, or nobody said
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
        @Nullable String signer,
        @Nullable String replacement,
        @Nullable LocalDate endOfLife,
        @Nullable String reason,
        CompatibilityView compatibility,
        boolean running,
        @Nullable String problem) {

    /** What there is to say of a version. */
    public static VersionView of(StoredVersion version, Registry registry) {
        return new VersionView(
                version.ref().id(),
                version.ref().version(),
                version.status().name(),
                "sha256:" + version.digest(),
                version.size(),
                version.raw(),
                version.publishedAt(),
                version.publishedBy(),
                version.source(),
                version.signer(),
                version.state().replacement(),
                version.state().endOfLife(),
                version.state().reason(),
                CompatibilityView.of(version.manifest(), registry.platform()),
                registry.running(version.ref()).isPresent(),
                registry.problem(version.ref()).orElse(null));
    }
}
