package io.plexica.data.internal.schema;

import io.plexica.api.problem.PlexicaException;
import java.sql.Connection;
import java.sql.SQLException;

/** A plugin's schema in a tenant with its two roles: the owner, who migrates, and the user, who works with the rows. */
final class PluginRoles {

    private PluginRoles() {}

    /** The owner of a schema {@code tenant_<slug>__<plugin>}: {@code owner_<slug>__<plugin>}. */
    static String owner(String schema) {
        return "owner_" + schema.substring("tenant_".length());
    }

    static boolean create(Connection connection, String slug, String pluginId, String schema, Logins logins)
            throws SQLException {
        if (!new RoleTable(connection).hold(slug)) {
            throw PlexicaException.conflict(
                    "tenant-busy", "The tenant " + slug + " is being removed, or is not there yet");
        }
        String owner = owner(schema);
        RoleSql sql = new RoleSql(connection);
        sql.createRole(owner);
        sql.createRole(schema);
        sql.letBecome(logins.migrator(), owner);
        sql.letBecome(logins.pool(), schema);
        String own = new LoginTable(connection).find(slug);
        if (own != null) {
            sql.letBecome(own, schema);
        }
        sql.actAs(owner);
        sql.createSchemaOf(schema, owner);
        sql.letWorkIn(schema, schema, owner);
        sql.stopActingAs(owner);
        new RoleTable(connection).enter(schema, slug, pluginId);
        return true;
    }

    static boolean drop(Connection connection, String schema) throws SQLException {
        RoleSql sql = new RoleSql(connection);
        sql.dropRole(owner(schema));
        sql.dropSchema(schema);
        sql.dropRole(schema);
        new RoleTable(connection).strike(schema);
        return true;
    }

    /** The names of the logins that may become the two roles. */
    record Logins(String pool, String migrator) {}
}
