package io.plexica.plugins.internal.store;

import io.plexica.api.rest.Page;
import io.plexica.spi.data.Database;
import io.plexica.spi.data.SchemaReady;
import io.plexica.spi.data.Sql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Looks through what tenants have installed. Every call joins the current unit of work. Safe for all threads. */
@Component(service = InstallationPages.class)
public final class InstallationPages {

    private static final String WHERE = " FROM core.installations WHERE plugin_id = ?"
            + " AND (CAST(? AS text) IS NULL OR tenant_slug = ?)"
            + " AND CASE WHEN CAST(? AS text) IS NULL THEN status IN ('INSTALLED', 'DISABLED') ELSE status = ? END"
            + " AND (CAST(? AS text) IS NULL OR version = ?) AND tenant_slug ILIKE ?";

    private final Database database;

    /** Waits for the tables. */
    @Activate
    public InstallationPages(
            @Reference Database database, @Reference(target = "(plexica.room=plugins)") SchemaReady ready) {
        this.database = database;
    }

    /** One page of the tenants that have a plugin. */
    public Page<Installation> page(InstallationQuery query) {
        String status = query.status() == null ? null : query.status().name();
        String like = Sql.anywhere(query.paging().text());
        @Nullable
        String[] values = {
            query.pluginId(), query.only(), query.only(), status, status, query.version(), query.version(), like
        };
        String sql = "SELECT *" + WHERE + " ORDER BY " + query.order() + " LIMIT "
                + query.paging().size() + " OFFSET " + query.paging().offset();
        return database.core(connection -> new Page<>(
                read(connection, sql, values),
                query.paging().page(),
                query.paging().size(),
                count(connection, values)));
    }

    /** How many plugins each of some tenants has, enabled or disabled; nothing of those without any. */
    public Map<String, Long> counts(Collection<String> slugs) {
        return database.core(connection -> {
            Map<String, Long> counts = new HashMap<>();
            try (PreparedStatement statement = connection.prepareStatement(
                    "SELECT tenant_slug, count(*) FROM core.installations WHERE status IN ('INSTALLED', 'DISABLED')"
                            + " AND tenant_slug = ANY (?) GROUP BY tenant_slug")) {
                statement.setArray(1, connection.createArrayOf("text", slugs.toArray()));
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        counts.put(rows.getString(1), rows.getLong(2));
                    }
                }
            }
            return counts;
        });
    }

    private static List<Installation> read(Connection connection, String sql, @Nullable String... values)
            throws SQLException {
        try (PreparedStatement statement = prepare(connection, sql, values);
                ResultSet rows = statement.executeQuery()) {
            List<Installation> found = new ArrayList<>();
            while (rows.next()) {
                found.add(InstallationRow.read(rows));
            }
            return found;
        }
    }

    private static long count(Connection connection, @Nullable String... values) throws SQLException {
        try (PreparedStatement statement = prepare(connection, "SELECT count(*)" + WHERE, values);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private static PreparedStatement prepare(Connection connection, String sql, @Nullable String... values)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setString(i + 1, values[i]);
        }
        return statement;
    }
}
