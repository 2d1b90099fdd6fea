package io.plexica.backup.internal.rest;

import io.plexica.api.problem.FieldError;
import io.plexica.backup.internal.archive.Manifest;
import io.plexica.backup.internal.export.TenantImport;
import java.time.Instant;
import java.util.List;

/**
 * What an import would do.
 *
 * @param name what the tenant is called
 * @param exportedFrom the slug that it had there
 * @param steps the parts that would be brought in
 * @param data the entries, with their bytes
 * @param problems why it would be refused; empty when it would not
 */
public record ImportPreview(
        boolean dryRun,
        String slug,
        String name,
        String plan,
        Instant exportedAt,
        String exportedFrom,
        String platform,
        List<Step> steps,
        List<Data> data,
        List<FieldError> problems) {

    /** A part. */
    public record Step(String action, String target) {}

    /** An entry. */
    public record Data(String entry, long bytes) {}

    /** Shows it. */
    public static ImportPreview of(TenantImport file, List<FieldError> obstacles) {
        Manifest manifest = file.archive().manifest();
        return new ImportPreview(
                true,
                file.tenant().slug(),
                file.tenant().name(),
                file.tenant().plan(),
                manifest.exportedAt(),
                manifest.tenant().slug(),
                manifest.platform(),
                manifest.parts().stream().map(part -> new Step("restore", part)).toList(),
                manifest.entries().stream()
                        .map(entry -> new Data(entry.name(), entry.size()))
                        .toList(),
                obstacles);
    }
}
