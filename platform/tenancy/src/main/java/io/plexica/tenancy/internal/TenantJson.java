package io.plexica.tenancy.internal;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.plexica.spi.tenancy.TenantStatus;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A tenant as REST and the shell show it.
 *
 * @param plugins how many it has, in lists; absent elsewhere
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TenantJson(
        UUID id,
        String slug,
        String name,
        TenantStatus status,
        String plan,
        @Nullable JsonNode settings,
        JsonNode theme,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant deletedAt,
        @Nullable Instant purgeAt,
        @Nullable Long plugins) {

    /** The shape of a row. */
    public static TenantJson of(TenantRow row) {
        return new TenantJson(
                row.id(),
                row.slug(),
                row.name(),
                row.status(),
                row.plan(),
                MergePatch.read(row.settings()),
                MergePatch.read(row.theme()),
                row.createdAt(),
                row.updatedAt(),
                row.deletedAt(),
                row.purgeAt(),
                null);
    }

    /** The same for somebody who may not read its settings. */
    public TenantJson withoutSettings() {
        return new TenantJson(
                id, slug, name, status, plan, null, theme, createdAt, updatedAt, deletedAt, purgeAt, plugins);
    }

    /** The same with the number of its plugins. */
    TenantJson with(long installed) {
        return new TenantJson(
                id, slug, name, status, plan, settings, theme, createdAt, updatedAt, deletedAt, purgeAt, installed);
    }
}
