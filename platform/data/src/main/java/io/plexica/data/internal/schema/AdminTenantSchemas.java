package io.plexica.data.internal.schema;

import io.plexica.data.internal.work.DataRoles;
import io.plexica.spi.data.SchemaNames;
import io.plexica.spi.data.TenantSchemas;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;
import java.util.TreeSet;

/** Makes and removes tenants' schemas with the admin's login. */
public final class AdminTenantSchemas implements TenantSchemas {

    private final AdminConnections admin;
    private final Rooms rooms;
    private final DataRoles roles;
    private final String poolUser;

    /** Schemas that the pool's login may work in. */
    public AdminTenantSchemas(AdminConnections admin, Rooms rooms, DataRoles roles, String poolUser) {
        this.admin = admin;
        this.rooms = rooms;
        this.roles = roles;
        this.poolUser = poolUser;
    }

    @Override
    public void create(String slug) {
        String schema = SchemaNames.tenant(slug);
        admin.locked(Rooms.lock(slug), () -> {
            admin.transaction(connection -> {
                RoleSql sql = new RoleSql(connection);
                sql.createRole(schema);
                sql.letBecome(poolUser, schema);
                sql.createSchema(schema);
                sql.letWorkIn(schema, schema, sql.currentUser());
                new RoleTable(connection).enter(schema, slug, null);
                return true;
            });
            rooms.migrate(slug);
            return true;
        });
    }

    @Override
    public void drop(String slug) {
        String schema = SchemaNames.tenant(slug);
        admin.locked(Rooms.lock(slug), () -> {
            // One by one, so that no transaction needs a lock for each table of all plugins.
            for (String pluginSchema : admin.transaction(connection -> pluginSchemas(connection, schema))) {
                admin.transaction(connection -> PluginRoles.drop(connection, pluginSchema));
            }
            return admin.transaction(connection -> {
                RoleTable book = new RoleTable(connection);
                // From here on no plugin's schema is made; one that was made meanwhile goes, too.
                book.strike(schema);
                for (String pluginSchema : pluginSchemas(connection, schema)) {
                    PluginRoles.drop(connection, pluginSchema);
                }
                AdminTenantPools.remove(connection, slug);
                RoleSql sql = new RoleSql(connection);
                sql.dropSchema(schema);
                sql.dropRole(schema);
                book.strikeLevels(schema);
                return true;
            });
        });
        rooms.forget(slug);
        roles.forget(slug);
    }

    /** By name, so that those of which only a part was made are found, too. */
    private static Set<String> pluginSchemas(Connection connection, String schema) throws SQLException {
        String prefix = schema + "__";
        Set<String> found = new TreeSet<>(names(connection, "SELECT nspname FROM pg_namespace", prefix));
        found.addAll(names(connection, "SELECT rolname FROM pg_roles", prefix));
        String ownerPrefix = PluginRoles.owner(prefix);
        names(connection, "SELECT rolname FROM pg_roles", ownerPrefix)
                .forEach(owner -> found.add(prefix + owner.substring(ownerPrefix.length())));
        return found;
    }

    private static Set<String> names(Connection connection, String select, String prefix) throws SQLException {
        Set<String> names = new TreeSet<>();
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT n FROM (" + select + ") x(n) WHERE starts_with(n, ?)")) {
            statement.setString(1, prefix);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    names.add(rows.getString(1));
                }
            }
        }
        return names;
    }
}
