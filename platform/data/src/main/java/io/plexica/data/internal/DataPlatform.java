package io.plexica.data.internal;

import io.plexica.api.data.Data;
import io.plexica.data.internal.executor.ExecutorSettings;
import io.plexica.data.internal.executor.PluginExecutors;
import io.plexica.data.internal.jpa.EclipseLinkUnits;
import io.plexica.data.internal.jpa.PluginData;
import io.plexica.data.internal.metrics.DataMetrics;
import io.plexica.data.internal.migrate.SchemaMigrator;
import io.plexica.data.internal.pool.AdminPool;
import io.plexica.data.internal.pool.ConnectionPool;
import io.plexica.data.internal.pool.Connections;
import io.plexica.data.internal.pool.DedicatedPools;
import io.plexica.data.internal.pool.Logins;
import io.plexica.data.internal.pool.ServerWatch;
import io.plexica.data.internal.pool.SqlFailures;
import io.plexica.data.internal.schema.AdminConnections;
import io.plexica.data.internal.schema.AdminPluginSchemas;
import io.plexica.data.internal.schema.AdminTenantCopies;
import io.plexica.data.internal.schema.AdminTenantPools;
import io.plexica.data.internal.schema.AdminTenantSchemas;
import io.plexica.data.internal.schema.Bootstrap;
import io.plexica.data.internal.schema.DatabaseExamination;
import io.plexica.data.internal.schema.EntityFacts;
import io.plexica.data.internal.schema.Rooms;
import io.plexica.data.internal.schema.WorkspaceRemoval;
import io.plexica.data.internal.settings.DataSettings;
import io.plexica.data.internal.signal.DatabaseSignals;
import io.plexica.data.internal.signal.SignalListeners;
import io.plexica.data.internal.signal.SignalThread;
import io.plexica.data.internal.work.DataRoles;
import io.plexica.data.internal.work.UnitsOfWork;
import io.plexica.data.internal.work.WorkDatabase;
import io.plexica.spi.data.Database;
import io.plexica.spi.data.DatabaseAccess;
import io.plexica.spi.data.PluginSchemas;
import io.plexica.spi.data.TenantCopies;
import io.plexica.spi.data.TenantPools;
import io.plexica.spi.data.TenantSchemas;
import io.plexica.spi.doctor.Examination;
import io.plexica.spi.health.HealthCheck.Health;
import io.plexica.spi.metrics.MetricSource;
import io.plexica.spi.plugins.PluginRef;
import io.plexica.spi.signal.SignalListener;
import io.plexica.spi.signal.Signals;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Everything of this room on one database, outside any container. Build it, {@link #start} it, close it. Safe for all
 * threads.
 */
public final class DataPlatform implements AutoCloseable {

    private final ScheduledThreadPoolExecutor watcher;
    private final ConnectionPool pool;
    private final DedicatedPools dedicatedPools;
    private final DataMetrics metrics;
    private final AdminTenantPools tenantPools;
    private final AdminPool adminPool;
    private final DataRoles roles = new DataRoles();
    private final UnitsOfWork units;
    private final WorkDatabase database;
    private final Rooms rooms;
    private final Bootstrap bootstrap;
    private final TenantSchemas tenantSchemas;
    private final AdminPluginSchemas pluginSchemas;
    private final TenantCopies copies;
    private final DatabaseExamination examination;
    private final EclipseLinkUnits pluginUnits;
    private volatile Function<String, Optional<UUID>> defaultWorkspaces = slug -> Optional.empty();
    private final SignalListeners listeners;
    private final SignalThread listening;
    private final Signals signals;

    /** Puts the parts together; nothing is sent to the database yet. */
    public DataPlatform(DatabaseAccess access, DataSettings settings) {
        this(access, settings, new SignalListeners());
    }

    DataPlatform(DatabaseAccess access, DataSettings settings, SignalListeners listeners) {
        this.listeners = listeners;
        Logins logins = new Logins(access, settings);
        this.adminPool = new AdminPool(logins.admin(), settings);
        AdminConnections admin = new AdminConnections(adminPool.source(), settings);
        SchemaMigrator migrator = new SchemaMigrator(settings);
        this.watcher = newWatcher();
        ServerWatch watch = new ServerWatch(logins.pool(), watcher);
        this.pool = new ConnectionPool(logins.pool(), settings, watch);
        this.dedicatedPools = new DedicatedPools(logins::tenant, settings, watch);
        this.tenantPools = new AdminTenantPools(admin, logins, settings, dedicatedPools, watcher);
        listeners.add(tenantPools);
        Connections connections = new Connections(pool, dedicatedPools, settings);
        this.metrics =
                new DataMetrics(connections.times(), () -> pool.failure() == null, pool::state, dedicatedPools::state);
        this.units = new UnitsOfWork(connections);
        this.database = new WorkDatabase(units, roles);
        this.rooms = new Rooms(admin, migrator, roles, settings.migrationThreads());
        this.bootstrap = new Bootstrap(admin, logins, settings, migrator);
        this.tenantSchemas = new AdminTenantSchemas(admin, rooms, roles, logins.poolUser());
        this.pluginUnits = new EclipseLinkUnits(units, roles);
        this.pluginSchemas = new AdminPluginSchemas(
                admin,
                logins,
                migrator,
                new EntityFacts(
                        pluginUnits::workspaceTables, pluginUnits::columns, slug -> defaultWorkspaces.apply(slug)));
        this.copies = new AdminTenantCopies(admin, logins, rooms, pluginSchemas);
        this.listening = new SignalThread(logins.listener(), listeners);
        this.signals = new DatabaseSignals(database, listening);
        this.examination = new DatabaseExamination(admin, logins, settings, signals::isCurrent);
    }

    /**
     * Makes the database ready. Blocks.
     *
     * @throws io.plexica.api.problem.PlexicaException when it cannot be, saying what to change
     */
    public void start() {
        if (bootstrap.run()) {
            pool.renew();
        }
        tenantPools.start();
        listening.start();
    }

    /** Says who knows the default workspace of a tenant, into which plugins' migrations put rows that had none. */
    public void defaultWorkspaces(Function<String, Optional<UUID>> known) {
        defaultWorkspaces = known;
    }

    /** Units of work for core services. */
    public Database database() {
        return database;
    }

    /** The rooms whose tables are there. */
    public Rooms rooms() {
        return rooms;
    }

    /** Tenants' schemas. */
    public TenantSchemas tenantSchemas() {
        return tenantSchemas;
    }

    /** Tenants' own logins and pools. */
    public TenantPools tenantPools() {
        return tenantPools;
    }

    /** Plugins' schemas. */
    public PluginSchemas pluginSchemas() {
        return pluginSchemas;
    }

    /** Tenants on their way out and in. */
    public TenantCopies copies() {
        return copies;
    }

    /** What may ail the database. */
    public Examination examination() {
        return examination;
    }

    /** Plugins' persistence units. */
    public EclipseLinkUnits pluginUnits() {
        return pluginUnits;
    }

    /** What nodes tell each other. */
    public Signals signals() {
        return signals;
    }

    /** Somebody wants to hear signals. */
    public void addListener(SignalListener listener) {
        listeners.add(listener);
    }

    /** Somebody has heard enough. */
    public void removeListener(SignalListener listener) {
        listeners.remove(listener);
    }

    /** The tables of a plugin version as its code, loaded by this loader, sees them. */
    public Data data(PluginRef plugin, ClassLoader loader) {
        return new PluginData(plugin, loader, pluginUnits, units, roles);
    }

    /** What runs work that plugins hand over, in units of work of its own. */
    public PluginExecutors executors(ExecutorSettings executing) {
        return new PluginExecutors(database, executing);
    }

    /** Takes part when a workspace is removed. */
    public WorkspaceRemoval workspaceRemoval() {
        return new WorkspaceRemoval(database);
    }

    /** How the database answers, in figures. */
    public MetricSource metrics() {
        return metrics;
    }

    /** Looks whether the database answers. */
    public Health health() throws Exception {
        SQLException failure = pool.failure();
        if (failure != null) {
            return Health.down("The database cannot be reached (" + SqlFailures.state(failure) + ")");
        }
        return database.newUnitOfWork(() -> database.core(connection -> {
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("SELECT 1")) {
                return rows.next() ? Health.UP : Health.down("The database gave no answer");
            }
        }));
    }

    @Override
    public void close() {
        rooms.close();
        listening.close();
        pluginUnits.closeAll();
        watcher.shutdownNow();
        listeners.remove(tenantPools);
        dedicatedPools.close();
        pool.close();
        adminPool.close();
    }

    private static ScheduledThreadPoolExecutor newWatcher() {
        ScheduledThreadPoolExecutor watcher = new ScheduledThreadPoolExecutor(1, work -> {
            Thread thread = new Thread(work, "plexica-data-watch");
            thread.setDaemon(true);
            return thread;
        });
        watcher.setKeepAliveTime(10, TimeUnit.SECONDS);
        watcher.allowCoreThreadTimeOut(true);
        watcher.setRemoveOnCancelPolicy(true);
        return watcher;
    }
}
