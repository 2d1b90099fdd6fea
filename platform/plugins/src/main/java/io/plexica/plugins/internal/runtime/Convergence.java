package io.plexica.plugins.internal.runtime;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.plugins.internal.check.PluginCheck;
import io.plexica.plugins.internal.settings.PluginsSettings;
import io.plexica.plugins.internal.store.ArtifactStore;
import io.plexica.plugins.internal.store.StoredVersion;
import io.plexica.plugins.internal.store.VersionStore;
import io.plexica.spi.authorization.Grants;
import io.plexica.spi.context.Contexts;
import io.plexica.spi.context.ExecutionContext;
import io.plexica.spi.identity.Principal;
import io.plexica.spi.plugins.PluginRef;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
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
    private static final Duration PAUSE_OF_BROKEN = Duration.ofSeconds(30);

    private final PluginRuntime runtime;
    private final VersionStore versions;
    private final ArtifactStore artifacts;
    private final RouteKeeper routes;
    private final PluginsSettings settings;
    private final PluginWorker worker;
    private final Future<?> repetition;
    private final CountDownLatch settled = new CountDownLatch(1);
    private volatile boolean behind;
    private Instant lastTry = Instant.MIN;

    /** Begins at once, on the worker. */
    @Activate
    public Convergence(
            @Reference PluginWorker worker,
            @Reference PluginRuntime runtime,
            @Reference VersionStore versions,
            @Reference ArtifactStore artifacts,
            @Reference RouteKeeper routes,
            @Reference PluginsSettings settings) {
        this.worker = worker;
        this.runtime = runtime;
        this.versions = versions;
        this.artifacts = artifacts;
        this.routes = routes;
        this.settings = settings;
        this.repetition = worker.repeat(PAUSE, this::inContext);
    }

    /** Stops converging; what runs goes on. */
    @Deactivate
    public void close() {
        repetition.cancel(false);
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
            worker.call(() -> {
                versions.find(ref).ifPresent(this::follow);
                return Boolean.TRUE;
            });
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new PlexicaException(ErrorCode.INTERNAL_ERROR, ref + " could not be brought into its state", e);
        }
    }

    /** Other versions may be published than this node knows of: it looks soon. */
    void versionsChanged() {
        behind = true;
        worker.execute(this::inContext);
    }

    /** What there is and what runs. */
    public Registry registry() {
        return runtime.registry();
    }

    /** Versions that stopped and left something behind. */
    List<Leak> leaks() {
        return runtime.leaks();
    }

    private void inContext() {
        ExecutionContext context =
                ExecutionContext.platform(Contexts.newTraceId()).as(Principal.SYSTEM, Grants.NONE);
        try (Contexts.Scope scope = Contexts.open(context)) {
            look();
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
        } else if (Instant.now().isAfter(lastTry.plus(PAUSE_OF_BROKEN))) {
            startMissing();
        }
    }

    private void begin() {
        long begun = System.nanoTime();
        runtime.removeLeftovers();
        routes.refreshAll();
        follow();
        settings.plugins().stream()
                .filter(id -> runtime.registry().versions(id).isEmpty())
                .forEach(id -> LOG.warn("PLEXICA_PLUGINS names {}, and no such plugin is published", id));
        LOG.info(
                "{} plugin versions are up, {} are not, after {} ms",
                runtime.registry().allRunning().size(),
                runtime.registry().problems().size(),
                (System.nanoTime() - begun) / 1_000_000);
    }

    /** Does what other nodes have done to the registry. */
    private void follow() {
        behind = true;
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
        behind = false;
        startMissing();
    }

    private void follow(StoredVersion version) {
        runtime.follow(version);
        if (!version.state().isQuarantined() && !runtime.registry().isUp(version)) {
            start(version);
        }
    }

    private void startMissing() {
        lastTry = Instant.now();
        Set<String> before;
        do {
            before = runtime.apiPackages();
            for (StoredVersion version : providersFirst()) {
                if (!version.state().isQuarantined() && !runtime.registry().isUp(version)) {
                    start(version);
                }
            }
        } while (!runtime.apiPackages().equals(before)
                && !runtime.registry().problems().isEmpty());
    }

    /** Those that bring APIs of their own come before those that may only use them. */
    private List<StoredVersion> providersFirst() {
        return runtime.registry().allVersions().stream()
                .sorted(Comparator.comparing(
                        version -> version.manifest().services().provides().isEmpty()))
                .toList();
    }

    private void start(StoredVersion version) {
        try {
            Path jar = Files.createTempFile("plexica-stored", ".jar");
            try {
                artifacts.copy(version.digest(), jar);
                start(version, jar);
                LOG.info("{} is up", version.ref());
            } finally {
                Files.deleteIfExists(jar);
            }
        } catch (PlexicaException e) {
            if (e.code() == ErrorCode.UNAVAILABLE) {
                throw e;
            }
            failed(version, PluginCheck.inWords(e), e);
        } catch (IOException | UncheckedIOException e) {
            failed(version, "Its jar cannot be written to a temporary file: " + e.getMessage(), e);
        }
    }

    private void start(StoredVersion version, Path jar) throws IOException {
        PreparedPlugin plugin = runtime.prepare(runtime.check().check(jar), jar);
        try {
            runtime.add(version, runtime.serve(plugin));
        } catch (PlexicaException e) {
            runtime.discard(plugin);
            throw e;
        }
    }

    private void failed(StoredVersion version, String reason, Exception cause) {
        if (runtime.addBroken(version, reason)) {
            LOG.error("{} does not run: {}", version.ref(), reason, cause);
        }
    }
}
