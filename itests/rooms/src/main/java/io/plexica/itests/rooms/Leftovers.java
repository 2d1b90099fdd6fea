package io.plexica.itests.rooms;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Looks through a whole database for what is left of a tenant that was removed for good: schemas, roles, and rows of the
 * platform that mention it anywhere.
 */
public final class Leftovers {

    /** What may know of it: the audit log, the retired slug, the record of the removal, and its announcement to all nodes. */
    public static final Set<String> MAY_REMEMBER =
            Set.of("audit_log", "retired_slugs", "provisionings", "provisioning_steps", "signals");

    private Leftovers() {}

    /** Every trace of a tenant, described; empty when there is none. The connection must see all of {@code core}. */
    public static List<String> of(Connection connection, String slug) throws SQLException {
        String plain = slug.replace('-', '_');
        List<String> found = new ArrayList<>();
        found.addAll(
                column(connection, "SELECT 'schema ' || nspname FROM pg_namespace WHERE nspname ~ ?", names(plain)));
        found.addAll(column(connection, "SELECT 'role ' || rolname FROM pg_roles WHERE rolname ~ ?", names(plain)));
        for (String table : column(connection, "SELECT tablename FROM pg_tables WHERE schemaname = ?", "core")) {
            if (MAY_REMEMBER.stream().noneMatch(table::startsWith)) {
                String rows = "SELECT 'row of core." + table + ": ' || left(to_jsonb(x)::text, 300) FROM core.\""
                        + table + "\" x WHERE to_jsonb(x)::text ~ ?";
                found.addAll(column(connection, rows, "\"([a-z_]*_)?(" + slug + "|" + plain + ")(__[a-z0-9_]*)?\""));
            }
        }
        return found;
    }

    private static String names(String plain) {
        return "^[a-z]+_" + plain + "(__.*)?$";
    }

    private static List<String> column(Connection connection, String sql, String value) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, value);
            List<String> found = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
            }
            return found;
        }
    }
}
