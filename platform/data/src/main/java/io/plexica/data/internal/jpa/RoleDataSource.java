package io.plexica.data.internal.jpa;

import io.plexica.data.internal.pool.FixedDataSource;
import io.plexica.data.internal.work.DataRoles;
import io.plexica.data.internal.work.GuardedConnection;
import io.plexica.data.internal.work.UnitOfWork;
import io.plexica.data.internal.work.UnitsOfWork;
import io.plexica.data.internal.work.WorkDatabase;
import java.sql.Connection;

/** Gives a plugin's session the connection of the calling thread's unit of work, under the plugin's role in its tenant. */
final class RoleDataSource extends FixedDataSource {

    private final UnitsOfWork units;
    private final DataRoles roles;
    private final String pluginId;

    RoleDataSource(UnitsOfWork units, DataRoles roles, String pluginId) {
        this.units = units;
        this.roles = roles;
        this.pluginId = pluginId;
    }

    @Override
    public Connection getConnection() {
        UnitOfWork unit = units.find();
        return unit == null
                ? UnconnectedDataSource.CONNECTION
                : GuardedConnection.quiet(
                        unit, roles.plugin(WorkDatabase.requireTenant(), pluginId, WorkDatabase.workspace()));
    }
}
