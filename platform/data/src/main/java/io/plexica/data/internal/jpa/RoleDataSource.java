package io.plexica.data.internal.jpa;

import io.plexica.data.internal.work.DataRoles;
import io.plexica.data.internal.work.GuardedConnection;
import io.plexica.data.internal.work.UnitOfWork;
import io.plexica.data.internal.work.UnitsOfWork;
import io.plexica.data.internal.work.WorkDatabase;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Gives a plugin's session the connection of the calling thread's unit of work, under the plugin's role in its tenant. */
final class RoleDataSource implements DataSource {

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
                ? Unconnected.CONNECTION
                : GuardedConnection.quiet(unit, roles.plugin(WorkDatabase.requireTenant(), pluginId));
    }

    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        throw new SQLFeatureNotSupportedException("The login is fixed");
    }

    @Override
    public @Nullable PrintWriter getLogWriter() {
        return null;
    }

    @Override
    public void setLogWriter(@Nullable PrintWriter out) {}

    @Override
    public void setLoginTimeout(int seconds) {}

    @Override
    public int getLoginTimeout() {
        return 0;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        throw new SQLException("Not a wrapper of " + type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }
}
