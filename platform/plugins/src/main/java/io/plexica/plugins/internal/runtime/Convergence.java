package io.plexica.plugins.internal.runtime;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.plugins.internal.settings.PluginsSettings;
import io.plexica.plugins.internal.store.ArtifactStore;
import io.plexica.plugins.internal.store.StoredVersion;
import io.plexica.plugins.internal.store.VersionStore;
import io.plexica.spi.authorization.Grants;
import io.plexica.spi.context.Contexts;
import io.plexica.spi.context.ExecutionContext;
import io.plexica.spi.identity.Principal;
import io.plexica.spi.plugins.PluginRef;
import io.plexica.spi.threads.Daemons;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings this node to the state that the database describes: at the start of the platform every published version comes
 * back from the artifact store, and later what other nodes publish and withdraw comes and goes. One that cannot run stops no
 * other; it is tried again now and then.
 */
@Component(service = Convergence.class, immediate = true)
public final class Convergence {

    private static final Logger LOG = LoggerFactory.getLogger(Convergence.class);
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final Duration LONGEST_START = Duration.ofMinutes(2);

    /** After such a part of the time that a plugin may take to start, the next has its turn. */
    private static final int PARTS = 3;

    private static final Duration PAUSE_OF_BROKEN = Duration.ofSeconds(30);

    private final PluginRuntime runtime;
    private final VersionStore versions;
    private final RouteKeeper routes;
    private final PluginsSettings settings;
    private final PluginWorker worker;
    private final Launcher launcher;
    private final VersionRestarts restarts;
    private final PatientWork starts;
    private final ScheduledExecutorService executor =
            Executors.newSingleThreadScheduledExecutor(Daemons.named("plexica-convergence"));
    private final ExecutorService again = Executors.newCachedThreadPool(Daemons.named("plexica-convergence-again"));
    private final AtomicBoolean tryingAgain = new AtomicBoolean();
    private final CountDownLatch settled = new CountDownLatch(1);
    private volatile boolean behind;
    private long triedAt;

    /** Begins at once, on a thread of its own: versions that start here take their time, and the worker has none for them. */
    @Activate
    public Convergence(
            @Reference PluginWorker worker,
            @Reference Launcher launcher,
            @Reference PluginRuntime runtime,
            @Reference VersionStore versions,
            @Reference ArtifactStore artifacts,
            @Reference RouteKeeper routes,
            @Reference PluginsSettings settings) {
        this.worker = worker;
        this.launcher = launcher;
        this.runtime = runtime;
        this.versions = versions;
        this.restarts = new VersionRestarts(worker, launcher, runtime, artifacts);
        this.routes = routes;
        this.settings = settings;
        this.starts = new PatientWork(
                "plexica-convergence-start", settings.startTimeout().dividedBy(PARTS));
        executor.scheduleWithFixedDelay(() -> safely(this::look), 0, PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Stops converging; what runs goes on. */
    @Deactivate
    public void close() {
        executor.shutdownNow();
        again.shutdownNow();
        starts.close();
    }

    /** Whether everything that should run was tried once. */
    public boolean isSettled() {
        return settled.getCount() == 0;
    }

    /**
     * Waits until everything that should run was tried once.
     *
     * @throws PlexicaException {@code unavailable} when that takes too long
     */
    public void awaitSettled() {
        try {
            if (settled.await(LONGEST_START.toSeconds(), TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new PlexicaException(ErrorCode.UNAVAILABLE, "Plugins are still being started; try again in a while");
    }

    /**
     * Does on this node what the state of a version asks for, as it is stored now. Returns when a version that should run
     * was tried; calls of one that should not may still be ending.
     */
    public void follow(PluginRef ref) {
        if (!settings.serves(ref.id())) {
            return;
        }
        try {
            Optional<StoredVersion> found = worker.call(() -> {
                Optional<StoredVersion> version = versions.find(ref);
                version.ifPresent(runtime::follow);
                return version;
            });
            if (found.filter(restarts::isMissing).isPresent()) {
                launcher.inTurn(ref.id(), () -> {
                    found.filter(restarts::isMissing).ifPresent(restarts::start);
                    return Boolean.TRUE;
                });
            }
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new PlexicaException(ErrorCode.INTERNAL_ERROR, ref + " could not be brought into its state", e);
        }
    }

    /** Other versions may be published than this node knows of: it looks soon. */
    void versionsChanged() {
        behind = true;
        try {
            executor.execute(() -> safely(this::look));
        } catch (RejectedExecutionException e) {
            LOG.debug("The platform is stopping", e);
        }
    }

    /** What there is and what runs. */
    public Registry registry() {
        return runtime.registry();
    }

    /** Versions that stopped and left something behind. */
    List<Leak> leaks() {
        return runtime.leaks();
    }

    private void safely(Runnable work) {
        try {
            inContext(work);
        } catch (RuntimeException | LinkageError e) {
            LOG.error("This node could not be brought to what is published", e);
        }
    }

    private void inContext(Runnable work) {
        ExecutionContext context =
                ExecutionContext.platform(Contexts.newTraceId()).as(Principal.SYSTEM, Grants.NONE);
        try (Contexts.Scope scope = Contexts.open(context)) {
            work.run();
        } catch (PlexicaException e) {
            if (e.code() != ErrorCode.UNAVAILABLE) {
                throw e;
            }
            LOG.debug("The database is not there; plugins wait", e);
        }
    }

    private void look() {
        runtime.lookForLeaks();
        if (!isSettled()) {
            begin();
            settled.countDown();
        } else if (behind) {
            follow();
        } else if (System.nanoTime() - triedAt > PAUSE_OF_BROKEN.toNanos()) {
            tryAgain();
        }
    }

    private void begin() {
        long begun = System.nanoTime();
        worker.run(runtime::removeLeftovers);
        routes.refreshAll();
        follow();
        triedAt = System.nanoTime();
        settings.plugins().stream()
                .filter(id -> runtime.registry().versions(id).isEmpty())
                .forEach(id -> LOG.warn("PLEXICA_PLUGINS names {}, and no such plugin is published", id));
        LOG.info(
                "{} plugin versions are up, {} are not, after {} ms",
                runtime.registry().allRunning().size(),
                runtime.registry().problems().size(),
                (System.nanoTime() - begun) / 1_000_000);
    }

    private void follow() {
        behind = false;
        try {
            worker.run(this::followAll);
        } catch (RuntimeException e) {
            behind = true;
            throw e;
        }
        if (!isSettled()) {
            startMissing(version -> true);
            starts.await(LONGEST_START);
            return;
        }
        Set<String> before = runtime.apiPackages();
        startMissing(version -> runtime.registry().problem(version.ref()).isEmpty());
        if (!runtime.apiPackages().equals(before)) {
            tryAgain();
        }
    }

    /** What could not run may take its time to fail again: what others publish meanwhile does not wait for it. */
    private void tryAgain() {
        triedAt = System.nanoTime();
        if (tryingAgain.compareAndSet(false, true)) {
            again.execute(() -> {
                try {
                    safely(() -> startMissing(version -> true));
                } finally {
                    tryingAgain.set(false);
                }
            });
        }
    }

    /** Does what other nodes have done to the registry. What is stored is read where nobody adds to what is known. */
    private void followAll() {
        Map<PluginRef, StoredVersion> stored = versions.all().stream()
                .filter(version -> settings.serves(version.ref().id()))
                .collect(Collectors.toMap(StoredVersion::ref, Function.identity()));
        for (StoredVersion version : runtime.registry().allVersions()) {
            if (!stored.containsKey(version.ref())) {
                runtime.remove(version.ref());
                LOG.info("{} was withdrawn", version.ref());
            }
        }
        stored.values().forEach(runtime::follow);
    }

    private void startMissing(Predicate<StoredVersion> which) {
        Set<String> before;
        do {
            before = runtime.apiPackages();
            providersFirst().stream()
                    .filter(restarts::isMissing)
                    .filter(which)
                    .forEach(version -> starts.run(() -> start(version)));
        } while (!runtime.apiPackages().equals(before)
                && !runtime.registry().problems().isEmpty());
    }

    private void start(StoredVersion version) {
        // Whoever has the turn may be about to bring just this.
        if (!launcher.tryInTurn(version.ref().id(), () -> restarts.start(version))) {
            behind = true;
        }
    }

    /** Those that bring APIs of their own come before those that may only use them. */
    private List<StoredVersion> providersFirst() {
        return runtime.registry().allVersions().stream()
                .sorted(Comparator.comparing(
                        version -> version.manifest().services().provides().isEmpty()))
                .toList();
    }
}
