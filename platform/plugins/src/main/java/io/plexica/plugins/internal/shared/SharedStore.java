package io.plexica.plugins.internal.shared;

import io.plexica.api.shared.SharedAccess;
import io.plexica.spi.data.Database;
import io.plexica.spi.data.SchemaReady;
import io.plexica.spi.data.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The shared values of tenants. Works in the role of the tenant, for which PostgreSQL itself shows no other tenant's rows.
 * Every call joins the current unit of work. Safe for all threads.
 */
@Component(service = SharedStore.class)
public final class SharedStore {

    /** Values in a namespace, at most. */
    static final int MOST = 10_000;

    private static final String ALIVE = "(expires_at IS NULL OR expires_at > clock_timestamp())";

    private final Database database;

    /** Waits for the tables. */
    @Activate
    public SharedStore(@Reference Database database, @Reference(target = "(plexica.room=plugins)") SchemaReady ready) {
        this.database = database;
    }

    /** A value whose time is not over. */
    Optional<SharedValue> find(String slug, String namespace, String key) {
        return database.tenant(
                slug,
                connection -> Sql.find(
                        connection,
                        "SELECT value::text, expires_at, updated_at, updated_by FROM core.shared_data"
                                + " WHERE tenant_slug = ? AND namespace = ? AND key = ? AND " + ALIVE,
                        row -> value(namespace, key, row),
                        slug,
                        namespace,
                        key));
    }

    /** All values of a namespace whose time is not over, by their keys. */
    List<SharedEntry> list(String slug, String namespace) {
        return database.tenant(
                slug,
                connection -> Sql.list(
                        connection,
                        "SELECT key, octet_length(value::text), expires_at, updated_at, updated_by FROM core.shared_data"
                                + " WHERE tenant_slug = ? AND namespace = ? AND " + ALIVE + " ORDER BY key",
                        row -> new SharedEntry(
                                row.getString(1),
                                row.getInt(2),
                                Sql.moment(row, "expires_at"),
                                Sql.instant(row, "updated_at"),
                                row.getString(5)),
                        slug,
                        namespace));
    }

    /** Puts a value, which goes by the database's clock; false when the namespace is full. */
    boolean put(String slug, String namespace, String key, String json, @Nullable Duration timeToLive, String by) {
        return database.tenant(
                slug,
                connection -> Sql.update(
                                connection,
                                """
                        INSERT INTO core.shared_data AS s
                            (tenant_slug, namespace, key, value, expires_at, updated_at, updated_by)
                        SELECT ?, ?, ?, ?::jsonb, clock_timestamp() + make_interval(secs => ?), clock_timestamp(), ?
                        WHERE EXISTS (SELECT FROM core.shared_data WHERE tenant_slug = ? AND namespace = ? AND key = ?)
                            OR (SELECT count(*) FROM core.shared_data WHERE tenant_slug = ? AND namespace = ?) < ?
                        ON CONFLICT (tenant_slug, namespace, key) DO UPDATE SET value = excluded.value,
                            expires_at = excluded.expires_at, updated_at = excluded.updated_at,
                            updated_by = excluded.updated_by
                        """,
                                slug,
                                namespace,
                                key,
                                json,
                                timeToLive == null ? null : (double) timeToLive.toSeconds(),
                                by,
                                slug,
                                namespace,
                                key,
                                slug,
                                namespace,
                                MOST)
                        > 0);
    }

    /** Removes a value; false when there was none whose time is not over. */
    boolean remove(String slug, String namespace, String key) {
        return database.tenant(
                slug,
                connection -> Sql.update(
                                connection,
                                "DELETE FROM core.shared_data WHERE tenant_slug = ? AND namespace = ? AND key = ? AND "
                                        + ALIVE,
                                slug,
                                namespace,
                                key)
                        > 0);
    }

    /** Whom a namespace is open to. */
    Map<String, SharedAccess> grants(String slug, String namespace) {
        return database.tenant(slug, connection -> {
            Map<String, SharedAccess> grants = new TreeMap<>();
            Sql.list(
                    connection,
                    "SELECT plugin_id, access FROM core.shared_data_grants WHERE tenant_slug = ? AND namespace = ?",
                    row -> grants.put(row.getString(1), SharedAccess.valueOf(row.getString(2))),
                    slug,
                    namespace);
            return grants;
        });
    }

    /** Opens a namespace to these and nobody else. */
    void replaceGrants(String slug, String namespace, Map<String, SharedAccess> grants) {
        database.tenant(slug, connection -> {
            int changed = Sql.update(
                    connection,
                    "DELETE FROM core.shared_data_grants WHERE tenant_slug = ? AND namespace = ?",
                    slug,
                    namespace);
            for (Map.Entry<String, SharedAccess> grant : grants.entrySet()) {
                changed += Sql.update(
                        connection,
                        "INSERT INTO core.shared_data_grants (tenant_slug, namespace, plugin_id, access)"
                                + " VALUES (?, ?, ?, ?) ON CONFLICT (tenant_slug, namespace, plugin_id)"
                                + " DO UPDATE SET access = excluded.access",
                        slug,
                        namespace,
                        grant.getKey(),
                        grant.getValue().name());
            }
            return changed;
        });
    }

    /** Removes the values of all tenants whose time is over, so many at once; how many there were. */
    int sweep(int most) {
        return database.core(connection -> Sql.update(connection, """
                DELETE FROM core.shared_data WHERE (tenant_slug, namespace, key) IN (
                    SELECT tenant_slug, namespace, key FROM core.shared_data WHERE expires_at <= clock_timestamp()
                    ORDER BY expires_at LIMIT ? FOR UPDATE SKIP LOCKED)
                """, most));
    }

    private static SharedValue value(String namespace, String key, ResultSet row) throws SQLException {
        return new SharedValue(
                namespace,
                key,
                JsonValues.parse(row.getString(1)),
                Sql.moment(row, "expires_at"),
                Sql.instant(row, "updated_at"),
                row.getString(4));
    }
}
