package io.plexica.authorization.internal.grants;

import io.plexica.authorization.internal.grants.SystemRoles.SystemRole;
import io.plexica.authorization.internal.store.PermissionRows;
import io.plexica.spi.data.Database;
import io.plexica.spi.data.SchemaReady;
import io.plexica.spi.data.Sql;
import io.plexica.spi.tenancy.ProvisioningStep;
import io.plexica.spi.tenancy.TenantSpec;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Gives a new tenant the system roles and the platform's permissions. */
@Component
public final class RolesStep implements ProvisioningStep {

    private final Database database;
    private final GrantsCache cache;
    private final PolicyBook policies;

    @Activate
    public RolesStep(
            @Reference Database database,
            @Reference GrantsCache cache,
            @Reference PolicyBook policies,
            @Reference(target = "(plexica.room=authorization)") SchemaReady schemaReady) {
        this.database = database;
        this.cache = cache;
        this.policies = policies;
    }

    @Override
    public String name() {
        return "roles";
    }

    @Override
    public Optional<Set<String>> needs() {
        return Optional.of(Set.of("schema"));
    }

    /** Such a tenant has its roles; keys that have come since come by migrations. */
    @Override
    public boolean isNeededByImports() {
        return false;
    }

    @Override
    public void apply(TenantSpec tenant) {
        database.tenant(tenant.slug(), connection -> {
            PermissionRows.put(connection, PluginKeys.CORE, SystemRoles.PERMISSIONS);
            for (SystemRole role : SystemRoles.ROLES) {
                create(connection, role);
            }
            return SystemRoles.ROLES.size();
        });
        cache.forget(tenant.slug());
    }

    /** The rows go with the tenant's schema; only what is remembered of them is left to remove. */
    @Override
    public void undo(TenantSpec tenant) {
        cache.forget(tenant.slug());
        policies.forget(tenant.slug());
    }

    /** Leaves a role alone that is there already: the tenant may have changed its keys. */
    private static void create(Connection connection, SystemRole role) throws SQLException {
        int created = Sql.update(
                connection,
                "INSERT INTO roles (name, description, system) VALUES (?, ?, true) ON CONFLICT (name) DO NOTHING",
                role.name(),
                role.description());
        if (created == 1) {
            Sql.update(
                    connection,
                    "INSERT INTO role_permissions (role_id, key, source) SELECT id, unnest(?), ? FROM roles"
                            + " WHERE name = ?",
                    Sql.texts(connection, role.keys()),
                    PluginKeys.CORE,
                    role.name());
        }
    }
}
