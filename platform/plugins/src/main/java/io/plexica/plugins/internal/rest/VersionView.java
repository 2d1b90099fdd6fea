package io.plexica.plugins.internal.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.plexica.api.manifest.PluginManifest.Visibility;
import io.plexica.plugins.internal.runtime.Registry;
import io.plexica.plugins.internal.store.StoredVersion;
import io.plexica.plugins.internal.ui.FramedPages;
import io.plexica.spi.context.ExecutionContext;
import io.plexica.spi.tenancy.Tenant;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A plugin version over the network.
 *
 * @param manifest its manifest; of the tenants that it is made for, others than operators see their own only
 * @param publishedBy who published it; absent for others than operators
 * @param signer who signed its bytes, if that is somebody trusted; absent otherwise
 * @param sandboxed whether its pages, if it has any, run in frames without an origin; absent in the shell
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
        @Nullable String publishedBy,
        String source,
        @Nullable String signer,
        @Nullable Boolean sandboxed,
        @Nullable String replacement,
        @Nullable LocalDate endOfLife,
        @Nullable String reason,
        CompatibilityView compatibility,
        boolean running,
        @Nullable String problem) {

    /** All that there is to say of a version, for operators. */
    public static VersionView of(StoredVersion version, Registry registry) {
        return of(version, registry, version.raw(), version.publishedBy(), null);
    }

    /**
     * What there is to say of a version over the network.
     *
     * @param framing says where its pages run
     * @param viewer the call of whoever it is said to
     */
    static VersionView seen(StoredVersion version, Registry registry, FramedPages framing, ExecutionContext viewer) {
        boolean operator = viewer.principal() != null && viewer.principal().superAdmin();
        return of(
                version,
                registry,
                operator ? version.raw() : manifest(version, viewer.tenant()),
                operator ? version.publishedBy() : null,
                framing.isFramed(version));
    }

    private static VersionView of(
            StoredVersion version,
            Registry registry,
            Map<String, Object> manifest,
            @Nullable String publishedBy,
            @Nullable Boolean sandboxed) {
        return new VersionView(
                version.ref().id(),
                version.ref().version(),
                version.status().name(),
                "sha256:" + version.digest(),
                version.size(),
                manifest,
                version.publishedAt(),
                publishedBy,
                version.source(),
                version.signer(),
                sandboxed,
                version.state().replacement(),
                version.state().endOfLife(),
                version.state().reason(),
                CompatibilityView.of(version.manifest(), registry.platform()),
                registry.running(version.ref()).isPresent(),
                registry.problem(version.ref()).orElse(null));
    }

    /** Who else it is made for is nobody's business: no tenant learns of another. */
    private static Map<String, Object> manifest(StoredVersion version, @Nullable Tenant viewer) {
        Visibility visibility = version.manifest().visibility();
        if (visibility.isPublic()) {
            return version.raw();
        }
        List<String> own = visibility.tenants().stream()
                .filter(slug -> viewer != null && slug.equals(viewer.slug()))
                .toList();
        Map<String, Object> manifest = new LinkedHashMap<>(version.raw());
        manifest.put("visibility", Map.of("tenants", own));
        return manifest;
    }
}
