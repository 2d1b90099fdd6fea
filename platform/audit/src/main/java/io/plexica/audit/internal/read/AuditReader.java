package io.plexica.audit.internal.read;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.plexica.api.rest.Page;
import io.plexica.spi.data.Database;
import io.plexica.spi.data.SchemaReady;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Reads the audit log. A tenant's rows are read as the tenant's role, to which the database shows no others, whatever the
 * query says. Safe for all threads.
 */
@Component(service = AuditReader.class)
public final class AuditReader {

    /** Rows are counted up to here; nobody pages through more, and to count millions would take longer than to show them. */
    static final int MOST_COUNTED = 10_000;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Database database;

    @Activate
    public AuditReader(
            @Reference Database database, @Reference(target = "(plexica.room=audit)") SchemaReady schemaReady) {
        this.database = database;
    }

    /** A page of a tenant's rows. */
    public Page<AuditEntry> ofTenant(String slug, AuditFilter filter) {
        return database.tenant(slug, connection -> page(connection, filter));
    }

    /**
     * A page of what concerns no tenant, or one that may be gone.
     *
     * @param slug the tenant; null for none
     */
    public Page<AuditEntry> ofPlatform(@Nullable String slug, AuditFilter filter) {
        if (slug == null) {
            filter.conditions().when("tenant_slug IS NULL");
        } else {
            filter.conditions().when("tenant_slug = ?", slug);
        }
        return database.core(connection -> page(connection, filter));
    }

    private static Page<AuditEntry> page(Connection connection, AuditFilter filter) throws SQLException {
        return new Page<>(
                items(connection, filter),
                filter.paging().page(),
                filter.paging().size(),
                count(connection, filter));
    }

    private static List<AuditEntry> items(Connection connection, AuditFilter filter) throws SQLException {
        String sql = "SELECT * FROM core.audit_log" + filter.conditions().sql() + " ORDER BY " + filter.order()
                + ", id LIMIT " + filter.paging().size() + " OFFSET "
                + filter.paging().offset();
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            filter.conditions().bind(select);
            List<AuditEntry> found = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(read(row));
                }
            }
            return found;
        }
    }

    private static long count(Connection connection, AuditFilter filter) throws SQLException {
        String sql = "SELECT count(*) FROM (SELECT FROM core.audit_log"
                + filter.conditions().sql() + " LIMIT " + MOST_COUNTED + ") AS counted";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            filter.conditions().bind(select);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private static AuditEntry read(ResultSet row) throws SQLException {
        return new AuditEntry(
                row.getObject("id", UUID.class),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("tenant_slug"),
                actor(row),
                row.getString("action"),
                row.getString("resource_type"),
                row.getString("resource_id"),
                json(row.getString("before")),
                json(row.getString("after")),
                row.getString("outcome"),
                row.getString("reason"),
                row.getString("plugin_id"),
                row.getString("ip"),
                row.getString("trace_id"));
    }

    private static AuditEntry.@Nullable Actor actor(ResultSet row) throws SQLException {
        UUID id = row.getObject("actor_id", UUID.class);
        String email = row.getString("actor_email");
        return id == null && email == null ? null : new AuditEntry.Actor(id, email, row.getBoolean("super_admin"));
    }

    private static @Nullable JsonNode json(@Nullable String text) {
        try {
            return text == null ? null : JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The database holds JSON that cannot be read", e);
        }
    }
}
