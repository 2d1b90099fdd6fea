package io.plexica.backup.internal.export;

import io.plexica.backup.internal.BackupSettings;
import io.plexica.itests.rooms.FewTenants;
import io.plexica.spi.audit.AuditLog;
import io.plexica.spi.data.SchemaContent;
import io.plexica.spi.data.SqlWork;
import io.plexica.spi.data.TenantCopies;
import io.plexica.spi.data.TenantSnapshot;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Exports of tenants that are made of one part, which is made up. */
public final class Workshop {

    public final OnePart part = new OnePart();
    public final FewTenants tenants;
    public final TenantExports exports;
    public final TenantParts parts;
    /** What the audit log was told. */
    public final List<String> audited = new ArrayList<>();

    public Workshop(BackupSettings settings, String... slugs) {
        tenants = new FewTenants(slugs);
        parts = new TenantParts(settings);
        parts.add(part);
        exports = new TenantExports("1.1.0", parts, tenants, new NoTables(), new Notes());
    }

    private final class Notes implements AuditLog {

        @Override
        public void record(
                @Nullable String tenantSlug,
                String action,
                String resourceType,
                String resourceId,
                @Nullable Object before,
                @Nullable Object after) {
            audited.add(action);
        }

        @Override
        public void recordFailure(
                @Nullable String tenantSlug, String action, String resourceType, String resourceId, String reason) {
            audited.add("failed " + action);
        }
    }

    private static final class NoTables implements TenantCopies {

        @Override
        public <T> T look(String slug, Look<T> look) throws IOException {
            return look.at(new Nothing());
        }

        @Override
        public List<String> problems(SchemaContent content) {
            return List.of();
        }

        @Override
        public List<String> problems(SchemaContent content, @Nullable String folder, ClassLoader loader) {
            return List.of();
        }

        @Override
        public void fill(String slug, SchemaContent content, TableSource rows) {}

        @Override
        public void fill(
                String slug,
                String pluginId,
                @Nullable String folder,
                ClassLoader loader,
                SchemaContent content,
                TableSource rows) {}
    }

    private static final class Nothing implements TenantSnapshot {

        @Override
        public Instant at() {
            return Instant.parse("2026-11-28T12:00:00Z");
        }

        @Override
        public SchemaContent tenant() {
            return new SchemaContent(Map.of(), List.of(), List.of());
        }

        @Override
        public Map<String, SchemaContent> plugins() {
            return Map.of();
        }

        @Override
        public long copy(@Nullable String pluginId, SchemaContent.TableContent table, OutputStream out) {
            return 0;
        }

        @Override
        public <T> T core(SqlWork<T> work) {
            throw new UnsupportedOperationException("There is no database here");
        }
    }
}
