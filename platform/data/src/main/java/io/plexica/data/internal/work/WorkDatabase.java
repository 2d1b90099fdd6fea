package io.plexica.data.internal.work;

import io.plexica.api.context.WorkspaceInfo;
import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.data.internal.pool.SqlFailures;
import io.plexica.spi.context.Contexts;
import io.plexica.spi.context.ExecutionContext;
import io.plexica.spi.data.Database;
import io.plexica.spi.data.LateStatement;
import io.plexica.spi.data.SqlWork;
import io.plexica.spi.plugins.PluginRef;
import io.plexica.spi.tenancy.Tenant;
import io.plexica.spi.tenancy.TenantStatus;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The database for core services. */
public final class WorkDatabase implements Database {

    private final UnitsOfWork units;
    private final DataRoles roles;

    /** The database behind units of work. */
    public WorkDatabase(UnitsOfWork units, DataRoles roles) {
        this.units = units;
        this.roles = roles;
    }

    /** The slug of the tenant in whose context the calling thread works. */
    public static String requireTenant() {
        ExecutionContext context = Contexts.find();
        Tenant tenant = context == null ? null : context.tenant();
        if (tenant == null) {
            throw new PlexicaException(
                    ErrorCode.INTERNAL_ERROR,
                    "There is no tenant here, and no tenant's table can be reached without one");
        }
        return tenant.slug();
    }

    /** The workspace in which the calling thread works; null outside any. */
    public static @Nullable UUID workspace() {
        ExecutionContext context = Contexts.find();
        WorkspaceInfo workspace = context == null ? null : context.workspace();
        return workspace == null ? null : workspace.id();
    }

    @Override
    public <T> T core(SqlWork<T> work) {
        return as(roles.core(), work);
    }

    @Override
    public <T> T tenant(String slug, SqlWork<T> work) {
        DataRole role = roles.tenant(slug);
        return joining(
                isWhole(slug) ? SqlFailures::of : SqlFailures::ofUnfinished,
                unit -> work.with(GuardedConnection.refusing(unit, role)));
    }

    @Override
    public <T> T plugin(PluginRef plugin, SqlWork<T> work) {
        return as(roles.plugin(requireTenant(), plugin.id(), workspace()), work);
    }

    /** Works as a plugin in a tenant's workspace, whatever the context says. */
    public <T> T plugin(String slug, String pluginId, UUID workspace, SqlWork<T> work) {
        return as(roles.plugin(slug, pluginId, workspace), work);
    }

    @Override
    public <T> T unitOfWork(Callable<T> work) throws Exception {
        return units.join(false, work);
    }

    @Override
    public <T> T newUnitOfWork(Callable<T> work) throws Exception {
        return units.open(false, work);
    }

    @Override
    public void afterCommit(Runnable action) {
        units.afterCommit(action);
    }

    @Override
    public void afterRollback(Runnable action) {
        units.afterRollback(action);
    }

    @Override
    public void beforeCommit(PluginRef plugin, LateStatement statement) {
        DataRole role = roles.plugin(requireTenant(), plugin.id(), workspace());
        joining(unit -> {
            unit.beforeCommit(role, statement);
            return statement;
        });
    }

    @Override
    public Optional<PlexicaException> meaning(Throwable failure) {
        return Optional.ofNullable(units.translation().meaning(failure));
    }

    @Override
    public Optional<PlexicaException> leaving(Throwable failure) {
        return Optional.ofNullable(units.translation().leaving(failure));
    }

    /** Whether a tenant has all its tables, as far as the context tells: while it is in use it is neither made nor removed. */
    private static boolean isWhole(String slug) {
        ExecutionContext context = Contexts.find();
        Tenant tenant = context == null ? null : context.tenant();
        return tenant == null || !tenant.slug().equals(slug) || tenant.status() == TenantStatus.ACTIVE;
    }

    private <T> T as(DataRole role, SqlWork<T> work) {
        return joining(unit -> work.with(GuardedConnection.refusing(unit, role)));
    }

    private <T> T joining(UnitWork<T> work) {
        return joining(SqlFailures::of, work);
    }

    private <T> T joining(Function<SQLException, PlexicaException> coded, UnitWork<T> work) {
        try {
            return units.join(false, () -> run(coded, units.require(), work));
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("SQL work threw what it cannot declare", e);
        }
    }

    private interface UnitWork<T> {

        T in(UnitOfWork unit) throws SQLException;
    }

    private static <T> T run(Function<SQLException, PlexicaException> coded, UnitOfWork unit, UnitWork<T> work) {
        try {
            return work.in(unit);
        } catch (SQLException e) {
            PlexicaException failure = coded.apply(e);
            unit.doom(failure);
            throw failure;
        }
    }
}
