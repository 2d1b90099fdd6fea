package io.plexica.data.internal.jpa;

import io.plexica.api.data.Data;
import io.plexica.data.internal.jpa.PluginUnit.Managed;
import io.plexica.data.internal.work.DataRoles;
import io.plexica.data.internal.work.GuardedConnection;
import io.plexica.data.internal.work.UnitOfWork;
import io.plexica.data.internal.work.UnitsOfWork;
import io.plexica.data.internal.work.WorkDatabase;
import io.plexica.spi.plugins.PluginRef;
import java.sql.Connection;
import java.util.UUID;
import java.util.concurrent.Callable;
import javax.persistence.EntityManager;
import org.jspecify.annotations.Nullable;

/** The tables of one plugin version, as its own code sees them. */
public final class PluginData implements Data {

    private final PluginRef plugin;
    private final ClassLoader loader;
    private final EclipseLinkUnits persistence;
    private final UnitsOfWork units;
    private final DataRoles roles;

    /** Each workspace has a persistence context of its own, even within one unit of work. */
    private record Key(String slug, @Nullable UUID workspace, PluginUnit unit) {}

    /** The tables of the plugin version with this class loader. */
    public PluginData(
            PluginRef plugin, ClassLoader loader, EclipseLinkUnits persistence, UnitsOfWork units, DataRoles roles) {
        this.plugin = plugin;
        this.loader = loader;
        this.persistence = persistence;
        this.units = units;
        this.roles = roles;
    }

    @Override
    public EntityManager entityManager() {
        String slug = WorkDatabase.requireTenant();
        UnitOfWork work = units.require();
        PluginUnit unit = persistence.require(plugin, loader);
        return ((Managed) work.participant(new Key(slug, WorkDatabase.workspace(), unit), () -> unit.newManager(work)))
                .guarded();
    }

    @Override
    public Connection connection() {
        String slug = WorkDatabase.requireTenant();
        return GuardedConnection.refusing(units.require(), roles.plugin(slug, plugin.id(), WorkDatabase.workspace()));
    }

    @Override
    public <T> T read(Work<T> work) {
        return run(() -> units.join(true, () -> work.with(entityManager())));
    }

    @Override
    public <T> T write(Work<T> work) {
        return run(() -> units.join(false, () -> work.with(entityManager())));
    }

    @Override
    public <T> T requiresNew(Work<T> work) {
        return run(() -> units.open(false, () -> work.with(entityManager())));
    }

    private static <T> T run(Callable<T> work) {
        try {
            return work.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("Work threw what it cannot declare", e);
        }
    }
}
