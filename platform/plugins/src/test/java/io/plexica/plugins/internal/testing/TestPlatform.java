package io.plexica.plugins.internal.testing;

import io.plexica.api.configuration.PluginConfiguration;
import io.plexica.api.services.PluginServices;
import io.plexica.audit.internal.AuditMigrations;
import io.plexica.audit.internal.CoreAuditLog;
import io.plexica.itests.rooms.FaultyDatabase;
import io.plexica.itests.rooms.RoomDatabase;
import io.plexica.plugins.internal.configuration.BundleConfiguration;
import io.plexica.plugins.internal.configuration.ConfigurationMemory;
import io.plexica.plugins.internal.configuration.ConfigurationNews;
import io.plexica.plugins.internal.configuration.ConfigurationSignals;
import io.plexica.plugins.internal.configuration.Configurations;
import io.plexica.plugins.internal.configuration.LevelDecisions;
import io.plexica.plugins.internal.configuration.Reencryption;
import io.plexica.plugins.internal.configuration.SecretKeys;
import io.plexica.plugins.internal.events.HandlersOfEvents;
import io.plexica.plugins.internal.hooks.HookRunner;
import io.plexica.plugins.internal.host.OsgiBundleHost;
import io.plexica.plugins.internal.jobs.HandlersOfJobs;
import io.plexica.plugins.internal.preview.Previews;
import io.plexica.plugins.internal.publish.Publisher;
import io.plexica.plugins.internal.publish.VersionLifecycle;
import io.plexica.plugins.internal.publish.Withdrawal;
import io.plexica.plugins.internal.rollout.CallCounts;
import io.plexica.plugins.internal.rollout.RolloutClaims;
import io.plexica.plugins.internal.rollout.RolloutGuard;
import io.plexica.plugins.internal.rollout.RolloutMoves;
import io.plexica.plugins.internal.rollout.Rollouts;
import io.plexica.plugins.internal.runtime.Convergence;
import io.plexica.plugins.internal.runtime.CurrentRoutes;
import io.plexica.plugins.internal.runtime.Launcher;
import io.plexica.plugins.internal.runtime.PluginRuntime;
import io.plexica.plugins.internal.runtime.PluginSignals;
import io.plexica.plugins.internal.runtime.PluginWorker;
import io.plexica.plugins.internal.runtime.RouteKeeper;
import io.plexica.plugins.internal.runtime.Routes;
import io.plexica.plugins.internal.search.ReindexersOfPlugins;
import io.plexica.plugins.internal.services.Providers;
import io.plexica.plugins.internal.services.ServiceCalls;
import io.plexica.plugins.internal.services.ServiceList;
import io.plexica.plugins.internal.services.TenantServices;
import io.plexica.plugins.internal.settings.DefaultPlugins;
import io.plexica.plugins.internal.settings.PluginsSettings;
import io.plexica.plugins.internal.settings.RegistrySettings;
import io.plexica.plugins.internal.shared.SharedStore;
import io.plexica.plugins.internal.shared.SharedValues;
import io.plexica.plugins.internal.store.ArtifactStore;
import io.plexica.plugins.internal.store.InstallationStore;
import io.plexica.plugins.internal.store.LevelStore;
import io.plexica.plugins.internal.store.OngoingWork;
import io.plexica.plugins.internal.store.PluginsMigrations;
import io.plexica.plugins.internal.store.VersionStore;
import io.plexica.plugins.internal.store.WithdrawnJars;
import io.plexica.plugins.internal.tenant.DataDeletion;
import io.plexica.plugins.internal.tenant.HealthGate;
import io.plexica.plugins.internal.tenant.HealthProbation;
import io.plexica.plugins.internal.tenant.Hooks;
import io.plexica.plugins.internal.tenant.MovePlans;
import io.plexica.plugins.internal.tenant.Operations;
import io.plexica.plugins.internal.tenant.OtherRoomsData;
import io.plexica.plugins.internal.tenant.PlanExecutor;
import io.plexica.plugins.internal.tenant.PublicationPreview;
import io.plexica.plugins.internal.tenant.Recovery;
import io.plexica.plugins.internal.tenant.Snapshots;
import io.plexica.plugins.internal.tenant.TenantPlugins;
import io.plexica.plugins.internal.tenant.WorkspacePlugins;
import io.plexica.spi.authorization.Grants;
import io.plexica.spi.context.Contexts;
import io.plexica.spi.context.ExecutionContext;
import io.plexica.spi.data.PluginSchemas;
import io.plexica.spi.data.SchemaReady;
import io.plexica.spi.identity.Principal;
import io.plexica.spi.plugins.PluginCalls;
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
    public final FakeWorkspaces workspaces = new FakeWorkspaces();
    public final FakeSecrets secrets = new FakeSecrets();
    public final FakeFlags flags = new FakeFlags();
    public final Routes routes = new Routes();
    public final PluginRuntime runtime;
    public final Publisher publisher;
    public final Withdrawal withdrawal;
    public final VersionLifecycle lifecycle;
    public final TenantPlugins plugins;
    public final PublicationPreview publications;
    public final InstallationStore installations;
    public final WithdrawnJars withdrawn;
    public final PluginsSettings settings;
    public final PluginWorker worker = new PluginWorker();
    public final PluginSchemas schemas;
    public final CurrentRoutes currentRoutes;
    public final LevelStore levels;
    public final Configurations configurations;
    public final Reencryption reencryption;
    public final WorkspacePlugins workspacePlugins;
    public final ServiceCalls serviceCalls;
    public final TenantServices services;
    public final ServiceList serviceList;
    public final HookRunner hooks;
    public final HandlersOfEvents events;
    public final ReindexersOfPlugins reindexers;
    public final HandlersOfJobs jobs;
    public final SharedValues sharedValues;
    private final ServiceRegistration<PluginServices> offered;
    private final Convergence convergence;
    public final RouteKeeper keeper;
    private final PluginSignals hearing;
    private final ConfigurationNews news;
    private final ConfigurationSignals hearingSettings;
    private final ServiceRegistration<PluginConfiguration> settingsOfPlugins;
    private final Contexts.Scope scope;
    private final CoreAuditLog audit;
    public final RegistrySettings registrySettings = new RegistrySettings(RegistrySettings.Values.DEFAULT);
    private final Operations operations;
    private final HealthProbation proving;
    private final DataDeletion deletion;
    public final OtherRoomsData elsewhere;
    public final OngoingWork underWay;
    public final String node;

    public TestPlatform(TestFramework framework, RoomDatabase rooms, Path deploy) {
        this(framework, rooms, deploy, Set.of());
    }

    /** A node that starts only these plugins; none for all. */
    public TestPlatform(TestFramework framework, RoomDatabase rooms, Path deploy, Set<String> only) {
        this.rooms = rooms;
        database = rooms.database();
        elsewhere = new OtherRoomsData(framework.context());
        schemas = rooms.pluginSchemas();
        Signals signals = rooms.signals();
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
        levels = new LevelStore(database, signals, READY);
        withdrawn = new WithdrawnJars(database, READY);
        SecretKeys keys = new SecretKeys(secrets);
        ConfigurationMemory memory = new ConfigurationMemory(database, levels, signals);
        settingsOfPlugins = framework
                .context()
                .registerService(PluginConfiguration.class, new BundleConfiguration(memory, keys, flags), null);
        runtime = new PluginRuntime(
                new OsgiBundleHost(framework.context(), framework.components()),
                units,
                schemas,
                servers,
                routes,
                schedule -> null,
                settings);
        keeper = new RouteKeeper(routes, installations, levels, settings);
        Launcher launcher = new Launcher(worker, runtime, settings);
        convergence = new Convergence(worker, launcher, runtime, versions, artifacts, keeper, settings);
        hearing = new PluginSignals(convergence, keeper);
        currentRoutes = new CurrentRoutes(routes, keeper, signals, convergence);
        Providers providers = new Providers(runtime, currentRoutes);
        serviceCalls = TestSteps.serviceCalls(runtime);
        services = new TenantServices(providers, serviceCalls, database);
        hooks = new HookRunner(runtime, providers, database, settings);
        events = new HandlersOfEvents(convergence, currentRoutes, database);
        reindexers = new ReindexersOfPlugins(convergence, currentRoutes, database);
        jobs = new HandlersOfJobs(convergence, currentRoutes, database);
        serviceList = new ServiceList(runtime, currentRoutes, providers);
        sharedValues = new SharedValues(new SharedStore(database, READY), currentRoutes, database, audit);
        offered = framework.context().registerService(PluginServices.class, services, null);
        LevelDecisions decisions =
                new LevelDecisions(installations, levels, runtime, settings, workspaces, database, audit);
        configurations = new Configurations(decisions, levels, keys);
        Snapshots snapshots = new Snapshots(runtime, installations, schemas, configurations, tenants);
        MovePlans plans = new MovePlans(runtime, installations, tenants, snapshots);
        publisher = TestSteps.publisher(this, convergence, launcher, versions, artifacts, plans, audit);
        underWay = new OngoingWork(database, READY);
        withdrawal =
                new Withdrawal(worker, runtime, versions, artifacts, underWay, withdrawn, tenants, database, audit);
        lifecycle = new VersionLifecycle(versions, convergence, routes, database, audit);
        node = deploy.toString();
        operations = new Operations(node, installations, underWay, runtime, database, audit);
        Hooks lifecycles = new Hooks(database, settings);
        reencryption = new Reencryption(levels, installations, keys, database, audit);
        workspacePlugins = new WorkspacePlugins(decisions, keys, operations, lifecycles, routes, database);
        news = new ConfigurationNews(framework.context(), routes, tenants, workspaces, database, settings);
        hearingSettings = new ConfigurationSignals(memory, news);
        Previews previews = new Previews(runtime, schemas, permissions);
        deletion = new DataDeletion(installations, levels, schemas, elsewhere, database, audit);
        proving = TestSteps.proving(this, operations, versions, lifecycles, audit);
        PlanExecutor applying = TestSteps.applying(
                this, operations, proving, snapshots, previews, versions, lifecycles, deletion, audit);
        plugins = new TenantPlugins(installations, runtime, applying, snapshots, previews, configurations, settings);
        publications = new PublicationPreview(publisher, runtime, installations, tenants, plans, previews);
        rooms.hear(hearing);
        rooms.hear(hearingSettings);
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

    /** What rolls versions out, judging them by these counts. */
    public Rollouts rollouts(PluginCalls calls) {
        return new Rollouts(
                plugins,
                runtime,
                installations,
                tenants,
                new RolloutClaims(database, READY),
                new RolloutMoves(database, READY),
                new CallCounts(routes, calls),
                registrySettings,
                database,
                audit);
    }

    /** What watches tenants that were moved, ten times a second. */
    public RolloutGuard guard(PluginCalls calls) {
        return new RolloutGuard(
                new RolloutMoves(database, READY),
                new CallCounts(routes, calls),
                plugins,
                new HealthGate(settings),
                runtime,
                tenants,
                audit,
                Duration.ofMillis(100));
    }

    /** What ends operations that were broken off. */
    public Recovery recovery() {
        return new Recovery(
                operations,
                proving,
                convergence,
                settings,
                installations,
                underWay,
                deletion,
                schemas,
                permissions,
                tenants,
                database,
                audit);
    }

    /** Stops the node as a clean shutdown does. */
    @Override
    public void close() {
        scope.close();
        rooms.hearNoMore(hearing);
        rooms.hearNoMore(hearingSettings);
        news.close();
        convergence.close();
        keeper.close();
        operations.close();
        worker.close();
        runtime.close();
        settingsOfPlugins.unregister();
        offered.unregister();
    }
}
