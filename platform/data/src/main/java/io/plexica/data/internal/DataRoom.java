package io.plexica.data.internal;

import io.plexica.api.context.WorkspaceInfo;
import io.plexica.data.internal.executor.ExecutorSettings;
import io.plexica.data.internal.settings.DataSettings;
import io.plexica.data.internal.settings.TenantLimits;
import io.plexica.data.internal.signal.SignalListeners;
import io.plexica.spi.config.Secrets;
import io.plexica.spi.data.DatabaseAccess;
import io.plexica.spi.data.DatabaseAccess.Login;
import io.plexica.spi.data.DatabaseProvider;
import io.plexica.spi.data.RoomMigrations;
import io.plexica.spi.health.HealthCheck;
import io.plexica.spi.signal.SignalListener;
import io.plexica.spi.tenancy.Workspaces;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The room in the container. One worker does everything in order: it finds the database, makes it ready, offers the
 * services, and serves rooms as they come. What fails is tried again, ever more slowly, until it works.
 */
@Component(
        service = HealthCheck.class,
        immediate = true,
        configurationPid = "io.plexica.data",
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = DataConfig.class)
public final class DataRoom implements HealthCheck {

    private static final Logger LOG = LoggerFactory.getLogger(DataRoom.class);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final ScheduledThreadPoolExecutor worker = new ScheduledThreadPoolExecutor(
            1, work -> new Thread(work, "plexica-data"), new java.util.concurrent.ThreadPoolExecutor.DiscardPolicy());

    @SuppressWarnings("SystemOut") // Whoever started the process reads its error output, whatever the log level is.
    private final StartNotice notice = new StartNotice(System.err::println);

    private final RoomQueue queue = new RoomQueue(notice);
    private final SignalListeners listeners = new SignalListeners();
    private final Map<RoomMigrations, ServiceRegistration<?>> ready = new ConcurrentHashMap<>();
    private final BundleContext context;
    private final DataConfig config;
    private final Secrets secrets;
    private volatile @Nullable DatabaseProvider provider;
    private volatile @Nullable Workspaces workspaces;
    private volatile @Nullable DataPlatform platform;
    private volatile @Nullable DataServices services;
    private volatile String problem = "The database is being started";
    private int attempts;
    private boolean waiting;

    /** Begins to look for the database. */
    @Activate
    public DataRoom(BundleContext context, DataConfig config, @Reference Secrets secrets) {
        this.context = context;
        this.config = config;
        this.secrets = secrets;
        worker.execute(this::advance);
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    void bindProvider(DatabaseProvider found) {
        provider = found;
        worker.execute(this::advance);
    }

    void unbindProvider(DatabaseProvider gone) {
        if (provider == gone) {
            provider = null;
        }
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    void bindWorkspaces(Workspaces found) {
        workspaces = found;
    }

    void unbindWorkspaces(Workspaces gone) {
        if (workspaces == gone) {
            workspaces = null;
        }
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addRoom(RoomMigrations room) {
        worker.execute(() -> {
            queue.add(room);
            if (platform != null || !waiting) {
                advance();
            }
        });
    }

    void removeRoom(RoomMigrations room) {
        ServiceRegistration<?> registration = ready.remove(room);
        if (registration != null) {
            registration.unregister();
        }
        worker.execute(() -> forget(room));
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addListener(SignalListener listener) {
        listeners.add(listener);
    }

    void removeListener(SignalListener listener) {
        listeners.remove(listener);
    }

    @Deactivate
    void stop() throws InterruptedException {
        worker.shutdownNow();
        if (!worker.awaitTermination(10, TimeUnit.SECONDS)) {
            LOG.warn("The data room's worker does not stop; it is left behind");
        }
        ready.values().forEach(ServiceRegistration::unregister);
        ready.clear();
        if (services != null) {
            services.withdraw();
        }
        if (platform != null) {
            platform.close();
        }
    }

    @Override
    public String name() {
        return "database";
    }

    @Override
    public boolean neededForReady() {
        return true;
    }

    @Override
    public Health check() throws Exception {
        DataPlatform running = platform;
        if (running == null) {
            return Health.down(problem);
        }
        String waiting = queue.problem(running.rooms());
        return waiting == null ? running.health() : Health.down(waiting);
    }

    /** Goes on from wherever the room is. */
    private void advance() {
        try {
            if (platform == null && !open()) {
                return;
            }
            DataPlatform running = platform;
            if (running != null && queue.settle(running.rooms(), this::announce)) {
                retry();
            } else {
                attempts = 0;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            problem = e.getCause() instanceof SQLException sql
                    ? e.getMessage() + " (" + sql.getMessage() + ")"
                    : String.valueOf(e.getMessage());
            // The whole story once, then a line for each further try.
            LOG.error("The database is not ready; it is tried again: {}", problem, attempts == 0 ? e : null);
            notice.failed(e, problem);
            retry();
        }
    }

    private boolean open() throws Exception {
        DatabaseAccess access = access();
        if (access == null) {
            problem = "No address of a database is configured (PLEXICA_DB_URL), and no embedded one is there";
            LOG.info("{} yet", problem);
            return false;
        }
        DataPlatform opened = new DataPlatform(access, settings(), listeners);
        boolean started = false;
        try {
            opened.start();
            started = true;
        } finally {
            if (!started) {
                opened.close();
            }
        }
        opened.defaultWorkspaces(this::defaultWorkspace);
        services = DataServices.register(
                context,
                opened,
                new ExecutorSettings(config.executorRunning(), config.executorThreads(), config.executorQueue()));
        platform = opened;
        LOG.info("The database is ready");
        return true;
    }

    private Optional<UUID> defaultWorkspace(String slug) {
        Workspaces known = workspaces;
        return known == null
                ? Optional.empty()
                : known.all(slug).stream().findFirst().map(WorkspaceInfo::id);
    }

    private @Nullable DatabaseAccess access() throws Exception {
        if (config.url().isBlank()) {
            DatabaseProvider found = provider;
            return found == null ? null : found.start();
        }
        return new DatabaseAccess(
                config.url(),
                config.directUrl().isBlank() ? config.url() : config.directUrl(),
                new Login(config.adminUser(), secrets.require("DB_ADMIN_PASSWORD")),
                new Login(config.migratorUser(), secrets.require("DB_MIGRATOR_PASSWORD")),
                new Login(config.user(), secrets.require("DB_PASSWORD")));
    }

    private DataSettings settings() {
        return new DataSettings(
                Math.min(config.poolMin(), config.poolMax()),
                config.poolMax(),
                Duration.ofSeconds(config.acquireTimeout()),
                Duration.ofSeconds(config.idleTimeout()),
                Duration.ofSeconds(config.connectTimeout()),
                Duration.ofSeconds(config.statementTimeout()),
                Duration.ofSeconds(config.migrationLockTimeout()),
                Duration.ofSeconds(config.migrationTimeout()),
                config.migrationThreads(),
                new TenantLimits(
                        config.poolTenantShare(),
                        Duration.ofMillis(Math.min(config.poolTenantWait(), config.acquireTimeout() * 500L)),
                        config.dedicatedMax(),
                        config.dedicatedLimit(),
                        Duration.ofSeconds(config.dedicatedIdle())));
    }

    private void announce(RoomMigrations room) {
        ready.put(room, DataServices.schemaReady(context, room.room()));
    }

    private void forget(RoomMigrations room) {
        queue.remove(room);
        // It may have become ready between the two.
        ServiceRegistration<?> registration = ready.remove(room);
        if (registration != null) {
            registration.unregister();
        }
        DataPlatform running = platform;
        if (running != null) {
            running.rooms().remove(room);
        }
    }

    /** One try is to come, however many rooms wait for it: each would wait for a database that hangs, one after the other. */
    private void retry() {
        if (waiting) {
            return;
        }
        waiting = true;
        long pause = Math.min(LONGEST_PAUSE.toSeconds(), 1L << Math.min(attempts++, 5));
        worker.schedule(
                () -> {
                    waiting = false;
                    advance();
                },
                pause,
                TimeUnit.SECONDS);
    }
}
