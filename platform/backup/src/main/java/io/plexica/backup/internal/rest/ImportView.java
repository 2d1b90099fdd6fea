package io.plexica.backup.internal.rest;

import io.plexica.backup.internal.archive.Manifest;
import io.plexica.backup.internal.export.TenantImport;
import io.plexica.spi.tenancy.Tenant;
import java.time.Instant;
import java.util.UUID;

/**
 * A tenant that was brought in.
 *
 * @param exportedAt of when its data is
 * @param exportedFrom the slug that it had there
 * @param platform the version of the platform that it comes from
 */
public record ImportView(
        UUID id,
        String slug,
        String name,
        String status,
        String plan,
        Instant exportedAt,
        String exportedFrom,
        String platform) {

    /** Shows it. */
    public static ImportView of(Tenant tenant, TenantImport file) {
        Manifest manifest = file.archive().manifest();
        return new ImportView(
                tenant.id(),
                tenant.slug(),
                tenant.name(),
                tenant.status().name(),
                tenant.plan(),
                manifest.exportedAt(),
                manifest.tenant().slug(),
                manifest.platform());
    }
}
