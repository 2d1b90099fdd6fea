package io.plexica.plugins.internal.runtime;

import io.plexica.api.analytics.Usage;
import io.plexica.api.audit.Audit;
import io.plexica.api.configuration.PluginConfiguration;
import io.plexica.api.context.RequestContext;
import io.plexica.api.data.Data;
import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.plugins.internal.archive.ArchiveLimits;
import io.plexica.plugins.internal.check.Candidate;
import io.plexica.plugins.internal.check.PluginCheck;
import io.plexica.plugins.internal.host.BundleHost;
import io.plexica.plugins.internal.manifest.ManifestReader;
import io.plexica.plugins.internal.settings.PluginsSettings;
import io.plexica.plugins.internal.store.StoredVersion;
import io.plexica.plugins.internal.store.VersionStatus;
import io.plexica.spi.data.PluginSchemas;
import io.plexica.spi.data.PluginUnits;
import io.plexica.spi.jobs.Schedules;
import io.plexica.spi.plugins.PluginRef;
import io.plexica.spi.web.PluginServers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.Version;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/**
 * The plugin versions of this node: starts and stops them and keeps the routes right. What changes something is called by
 * one thread at a time, the {@link PluginWorker}'s, unless it says otherwise.
 */
@Component(service = PluginRuntime.class)
public final class PluginRuntime {

    private static final Duration GONE_AFTER = Duration.ofMinutes(5);
    private static final Duration PATIENCE_AT_THE_END = Duration.ofSeconds(5);

    private final Registry registry;
    private final LeakWatch leaks = new LeakWatch(GONE_AFTER);
    private final BundleHost host;
    private final Routes routes;
    private final PluginStopper stopper;
    private final PluginStarter starter;
    private final PluginCheck check;
    private volatile boolean closed;

    /**
     * Begins with nothing. What plugins' components are injected with must be there before the first of them starts, and
     * when it is replaced they all start anew: hence the references that are only held.
     */
    @Activate
    public PluginRuntime(
            @Reference(service = RequestContext.class) ServiceReference<RequestContext> requestContext,
            @Reference(service = Data.class) ServiceReference<Data> data,
            @Reference(service = Audit.class) ServiceReference<Audit> audit,
            @Reference(service = Usage.class) ServiceReference<Usage> usage,
            @Reference(service = PluginConfiguration.class) ServiceReference<PluginConfiguration> configuration,
            @Reference BundleHost host,
            @Reference PluginUnits units,
            @Reference PluginSchemas schemas,
            @Reference PluginServers servers,
            @Reference Routes routes,
            @Reference Schedules schedules,
            @Reference PluginsSettings settings) {
        this(host, units, schemas, servers, routes, schedules, settings);
    }

    /** The same outside a container. */
    public PluginRuntime(
            BundleHost host,
            PluginUnits units,
            PluginSchemas schemas,
            PluginServers servers,
            Routes routes,
            Schedules schedules,
            PluginsSettings settings) {
        this.registry = new Registry(host.platform());
        this.routes = routes;
        this.stopper = new PluginStopper(units, leaks, settings.drainTimeout(), settings.startTimeout());
        this.starter = new PluginStarter(host, units, schemas, servers, stopper, settings.startTimeout());
        this.check = new PluginCheck(
                new ManifestReader(), ArchiveLimits.STANDARD, host.platform(), host::apiPackages, schedules);
        this.host = host;
    }

    /** Stops everything, side by side. */
    @Deactivate
    public void close() {
        closed = true;
        routes.clear();
        List<CompletableFuture<Void>> ends = new ArrayList<>();
        for (RunningPlugin plugin : registry.allRunning()) {
            registry.gone(plugin.candidate().ref());
            ends.add(stopper.stop(plugin, PATIENCE_AT_THE_END));
        }
        CompletableFuture.allOf(ends.toArray(CompletableFuture[]::new))
                .completeOnTimeout(null, 2 * PATIENCE_AT_THE_END.toSeconds(), TimeUnit.SECONDS)
                .join();
        stopper.reportUnfinished();
    }

    /** Removes what an earlier run of the platform left in the framework, unless something was started since. */
    void removeLeftovers() {
        if (registry.allRunning().isEmpty()) {
            host.removeAll();
        }
    }

    /** What is installed in the framework under a symbolic name and is no plugin. */
    public Optional<String> foreigner(String symbolicName) {
        return host.foreigner(symbolicName);
    }

    /** This platform's version. */
    public Version platform() {
        return host.platform();
    }

    /** What a plugin's API bundles take that is somebody else's. */
    public List<String> apiClashes(Candidate candidate) {
        return host.apiClashes(candidate);
    }

    /** The packages of the API bundles that are installed. */
    Set<String> apiPackages() {
        return host.apiPackages();
    }

    /** What there is and what runs. */
    public Registry registry() {
        return registry;
    }

    /** The checks that need nothing but the jar. */
    public PluginCheck check() {
        return check;
    }

    /**
     * Installs a version's bundle; none of its code runs.
     *
     * @throws PlexicaException {@code plugin-invalid} saying why it could not run
     */
    InstalledPlugin install(Candidate candidate, Path jar) {
        if (closed) {
            throw new PlexicaException(ErrorCode.UNAVAILABLE, "The platform is stopping");
        }
        boolean known = registry.find(candidate.ref())
                .filter(version -> version.digest().equals(candidate.digest()))
                .isPresent();
        return starter.install(candidate, jar, !known);
    }

    /** Starts a version that was installed, on any thread, and for as long as it may take; nobody can call it yet. */
    PreparedPlugin start(InstalledPlugin plugin) {
        return starter.start(plugin);
    }

    /** Waits, on any thread but the worker's, until what is being removed has made room for the same bytes. */
    void awaitRoom(Candidate candidate) {
        stopper.awaitStopped(candidate.location());
    }

    /**
     * Resolves a version and looks at it, without running any of its code; nothing of it is left.
     *
     * @throws PlexicaException {@code plugin-invalid} saying why it could not run
     */
    public <T> T examine(Candidate candidate, Path jar, Function<ClassLoader, T> look) {
        return starter.examine(candidate, jar, look);
    }

    /**
     * Serves a version that was prepared; no route leads to it until it is {@link #add added}. Where the same version is
     * served with other bytes, calls go to the new ones at once.
     *
     * @throws PlexicaException {@code plugin-invalid} when its resources cannot be served
     */
    public RunningPlugin serve(PreparedPlugin plugin) {
        return starter.serve(plugin);
    }

    /** Takes back a version that was prepared and not added, on any thread but the worker's. */
    void discard(PreparedPlugin plugin) {
        stopper.discard(plugin.candidate(), plugin.hosted());
    }

    /** Begins to take back a version that was served and not added; what it replaced serves again. */
    public void abandon(RunningPlugin plugin) {
        registry.running(plugin.candidate().ref()).ifPresent(before -> {
            registry.started(starter.serve(before.prepared()));
            stopper.drain(before);
        });
        stopper.stop(plugin, Duration.ZERO);
    }

    /** Makes a version that was started known, and stops what served the same version before it. */
    public void add(StoredVersion version, RunningPlugin plugin) {
        boolean renewed = registry.known(version)
                .filter(before -> !before.digest().equals(version.digest()))
                .isPresent();
        registry.started(plugin).ifPresent(stopper::stop);
        if (renewed) {
            routes.renewed();
        }
        if (!version.state().isQuarantined()) {
            routes.resume(version.ref());
        }
        if (closed) {
            remove(version.ref());
            return;
        }
        offerNewest(version.manifest().id());
    }

    /** Makes a version known that does not run; false when nothing is new about that. */
    boolean addBroken(StoredVersion version, String reason) {
        registry.known(version);
        boolean news = registry.failed(version.ref(), reason);
        offerNewest(version.manifest().id());
        return news;
    }

    /** Removes a version. The result completes when it has stopped, or when its stop hangs, which is reported. */
    public CompletableFuture<Void> remove(PluginRef ref) {
        Optional<RunningPlugin> plugin = registry.gone(ref);
        routes.resume(ref);
        offerNewest(ref.id());
        return plugin.map(stopper::stop).orElseGet(() -> CompletableFuture.completedFuture(null));
    }

    /** Reports class loaders that should be gone. */
    void lookForLeaks() {
        leaks.look();
    }

    /** Versions that stopped and left something behind, or whose stop hangs. */
    public List<Leak> leaks() {
        return Stream.concat(leaks.leaks().stream(), stopper.hanging().stream()).toList();
    }

    /** How many stops of a version hang. */
    int hungStops(PluginRef ref) {
        return (int)
                stopper.hanging().stream().map(Leak::plugin).filter(ref::equals).count();
    }

    /** Who watches class loaders. */
    LeakWatch leakWatch() {
        return leaks;
    }

    /**
     * Makes a version known in the state that it is in now. One that is quarantined is called no more, and stops when the
     * calls in flight have ended.
     */
    void follow(StoredVersion version) {
        PluginRef ref = version.ref();
        boolean news = registry.known(version)
                .filter(before -> before.state().equals(version.state()))
                .isEmpty();
        if (version.state().isQuarantined()) {
            routes.stop(ref, version.state().reason());
            registry.stopped(ref).ifPresent(stopper::stop);
        } else {
            routes.resume(ref);
        }
        if (news) {
            offerNewest(ref.id());
        }
    }

    /** Those who have not installed a plugin are led to the version that they would get, one that runs if there is one. */
    private void offerNewest(String pluginId) {
        List<StoredVersion> all = registry.versions(pluginId);
        List<StoredVersion> running = all.stream()
                .filter(version -> registry.running(version.ref()).isPresent())
                .toList();
        Versions.preferred(running)
                .or(() -> Versions.preferred(all))
                .or(() -> Versions.newest(Versions.in(VersionStatus.QUARANTINED, all)))
                .ifPresentOrElse(
                        version ->
                                routes.offer(version.ref(), version.manifest().visibility()),
                        () -> routes.withdraw(pluginId));
    }
}
