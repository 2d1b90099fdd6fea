package io.plexica.plugins.internal.testing;

import io.plexica.api.services.PluginServices;
import io.plexica.audit.internal.AuditMigrations;
import io.plexica.audit.internal.CoreAuditLog;
import io.plexica.itests.rooms.FaultyDatabase;
import io.plexica.itests.rooms.RoomDatabase;
import io.plexica.plugins.internal.hooks.HookRunner;
import io.plexica.plugins.internal.host.OsgiBundleHost;
import io.plexica.plugins.internal.publish.Publisher;
import io.plexica.plugins.internal.publish.Withdrawal;
import io.plexica.plugins.internal.runtime.Convergence;
import io.plexica.plugins.internal.runtime.CurrentRoutes;
import io.plexica.plugins.internal.runtime.PluginRuntime;
import io.plexica.plugins.internal.runtime.PluginSignals;
import io.plexica.plugins.internal.runtime.PluginWorker;
import io.plexica.plugins.internal.runtime.RouteKeeper;
import io.plexica.plugins.internal.runtime.Routes;
import io.plexica.plugins.internal.services.Providers;
import io.plexica.plugins.internal.services.ServiceList;
import io.plexica.plugins.internal.services.TenantServices;
import io.plexica.plugins.internal.settings.DefaultPlugins;
import io.plexica.plugins.internal.settings.PluginsSettings;
import io.plexica.plugins.internal.shared.SharedStore;
import io.plexica.plugins.internal.shared.SharedValues;
import io.plexica.plugins.internal.store.ArtifactStore;
import io.plexica.plugins.internal.store.InstallationStore;
import io.plexica.plugins.internal.store.PluginsMigrations;
import io.plexica.plugins.internal.store.VersionStore;
import io.plexica.plugins.internal.store.WithdrawnJars;
import io.plexica.plugins.internal.tenant.Hooks;
import io.plexica.plugins.internal.tenant.Installing;
import io.plexica.plugins.internal.tenant.Operations;
import io.plexica.plugins.internal.tenant.Recovery;
import io.plexica.plugins.internal.tenant.Switching;
import io.plexica.plugins.internal.tenant.TenantPlugins;
import io.plexica.plugins.internal.tenant.Uninstalling;
import io.plexica.plugins.internal.tenant.Upgrading;
import io.plexica.spi.authorization.Grants;
import io.plexica.spi.context.Contexts;
import io.plexica.spi.context.ExecutionContext;
import io.plexica.spi.data.PluginSchemas;
import io.plexica.spi.data.SchemaReady;
import io.plexica.spi.identity.Principal;
import io.plexica.spi.signal.Signals;
import io.plexica.spi.tenancy.Tenant;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.osgi.framework.ServiceRegistration;

/** The whole room as one node runs it, in a real framework, on a real database; its neighbours are fakes. */
public final class TestPlatform implements AutoCloseable {

    private static final SchemaReady READY = new SchemaReady() {};

    public final RoomDatabase rooms;
    public final FaultyDatabase database;
    public final FakeServers servers = new FakeServers();
    public final FakeUnits units = new FakeUnits();
    public final FakePermissions permissions = new FakePermissions();
    public final FakeTenants tenants = new FakeTenants();
    public final Routes routes = new Routes();
    public final PluginRuntime runtime;
    public final Publisher publisher;
    public final Withdrawal withdrawal;
    public final TenantPlugins plugins;
    public final InstallationStore installations;
    public final WithdrawnJars withdrawn;
    public final PluginsSettings settings;
    public final PluginWorker worker = new PluginWorker();
    public final PluginSchemas schemas;
    public final CurrentRoutes currentRoutes;
    public final TenantServices services;
    public final ServiceList serviceList;
    public final HookRunner hooks;
    public final SharedStore sharedStore;
    public final SharedValues sharedValues;
    private final ServiceRegistration<PluginServices> offered;
    private final Convergence convergence;
    private final RouteKeeper keeper;
    private final PluginSignals hearing;
    private final Contexts.Scope scope;
    private final CoreAuditLog audit;
    private final Operations operations;

    public TestPlatform(TestFramework framework, RoomDatabase rooms, Path deploy) {
        this(framework, rooms, deploy, Set.of());
    }

    /** A node that starts only these plugins; none for all. */
    public TestPlatform(TestFramework framework, RoomDatabase rooms, Path deploy, Set<String> only) {
        this.rooms = rooms;
        this.database = rooms.database();
        Signals signals = rooms.signals();
        this.schemas = rooms.pluginSchemas();
        settings = new PluginsSettings(
                deploy,
                Duration.ofMillis(50),
                false,
                Duration.ofSeconds(3),
                Duration.ofSeconds(1),
                Duration.ofSeconds(5),
                DefaultPlugins.of(""),
                only);
        audit = new CoreAuditLog(database, READY);
        VersionStore versions = new VersionStore(database, signals, READY);
        ArtifactStore artifacts = new ArtifactStore(database, READY);
        installations = new InstallationStore(database, signals, READY);
        withdrawn = new WithdrawnJars(database, READY);
        runtime = new PluginRuntime(
                new OsgiBundleHost(framework.context(), framework.components()),
                units,
                schemas,
                servers,
                routes,
                settings);
        keeper = new RouteKeeper(routes, installations, settings);
        convergence = new Convergence(worker, runtime, versions, artifacts, keeper, settings);
        hearing = new PluginSignals(convergence, keeper);
        currentRoutes = new CurrentRoutes(routes, keeper, signals);
        Providers providers = new Providers(runtime, currentRoutes);
        services = new TenantServices(providers, database);
        hooks = new HookRunner(runtime, providers, database, settings);
        serviceList = new ServiceList(runtime, currentRoutes);
        sharedStore = new SharedStore(database, READY);
        sharedValues = new SharedValues(sharedStore, currentRoutes, database, audit);
        offered = framework.context().registerService(PluginServices.class, services, null);
        publisher = new Publisher(
                convergence,
                worker,
                runtime,
                versions,
                artifacts,
                installations,
                withdrawn,
                permissions,
                schemas,
                settings,
                database,
                audit);
        withdrawal = new Withdrawal(
                worker, runtime, versions, artifacts, installations, withdrawn, tenants, database, audit);
        operations = new Operations(installations, runtime, database, audit);
        Hooks lifecycles = new Hooks(database, settings);
        plugins = new TenantPlugins(
                installations,
                runtime,
                new Installing(
                        operations, installations, versions, schemas, permissions, lifecycles, routes, database, audit),
                new Switching(operations, installations, lifecycles, routes, database, audit),
                new Upgrading(
                        operations, installations, versions, schemas, permissions, lifecycles, routes, database, audit),
                new Uninstalling(operations, installations, schemas, permissions, lifecycles, routes, database, audit),
                tenants,
                settings);
        rooms.hear(hearing);
        convergence.awaitSettled();
        scope = Contexts.open(ExecutionContext.platform(Contexts.newTraceId()).as(Principal.SYSTEM, Grants.NONE));
    }

    /** A database with the tables that this room needs. */
    public static RoomDatabase newDatabase() {
        return RoomDatabase.with(new AuditMigrations(), new PluginsMigrations());
    }

    /** A tenant with a schema. */
    public Tenant tenant(String slug) {
        rooms.schemas().create(slug);
        return tenants.add(slug);
    }

    /** What ends operations that were broken off. */
    public Recovery recovery() {
        return new Recovery(worker, operations, installations, schemas, database, audit);
    }

    /** Stops the node as a clean shutdown does. */
    @Override
    public void close() {
        scope.close();
        rooms.hearNoMore(hearing);
        convergence.close();
        keeper.close();
        worker.close();
        runtime.close();
        offered.unregister();
    }
}
