package io.plexica.embedded.internal;

import io.plexica.embedded.internal.keycloak.Keycloak;
import io.plexica.embedded.internal.postgres.Logins;
import io.plexica.embedded.internal.postgres.Postgres;
import io.plexica.embedded.internal.postgres.Superuser;
import io.plexica.embedded.internal.server.Home;
import io.plexica.embedded.internal.server.Passwords;
import io.plexica.embedded.internal.server.Progress;
import io.plexica.embedded.internal.server.ServerSupervisor;
import io.plexica.spi.data.DatabaseAccess;
import io.plexica.spi.identity.IdentityServerAccess;
import io.plexica.spi.threads.Daemons;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Both servers: begun as soon as it is clear that they are needed, minded while the platform runs, stopped with it. Safe
 * for all threads.
 */
@Component(
        configurationPid = EmbeddedConfig.PID,
        configurationPolicy = ConfigurationPolicy.REQUIRE,
        service = EmbeddedServers.class,
        immediate = true)
public final class EmbeddedServers {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedServers.class);

    private final Progress progress;
    private final Logins logins;
    private final Keycloak keycloak;
    private final ServerSupervisor postgresMinder;
    private final ServerSupervisor keycloakMinder;
    private final CompletableFuture<Void> databaseReady = new CompletableFuture<>();
    private final CompletableFuture<Void> identityServerReady = new CompletableFuture<>();
    private final ExecutorService early = Executors.newSingleThreadExecutor(Daemons.named("plexica-embedded-start"));

    /** Begins at once where no others are named; the slowest part of a start then runs beside all the rest. */
    @Activate
    public EmbeddedServers(EmbeddedConfig config) {
        Home home = Home.of(config.home());
        progress = new Progress(home);
        Passwords passwords = new Passwords(home.secrets());
        Superuser superuser = new Superuser(config.databasePort(), passwords);
        logins = new Logins(superuser, passwords, config.databasePort());
        keycloak = new Keycloak(home, passwords, logins, address(config));
        postgresMinder = new ServerSupervisor(new Postgres(home, config.databasePort(), superuser), progress);
        keycloakMinder = new ServerSupervisor(keycloak, progress);
        if (config.databaseUrl().isBlank() && config.keycloakUrl().isBlank()) {
            early.execute(this::beginEarly);
        }
    }

    /** Keycloak goes first, because it needs the database to end in order. */
    @Deactivate
    void stop() {
        early.shutdownNow();
        keycloakMinder.close();
        postgresMinder.close();
    }

    /** Starts PostgreSQL, or finds it running. */
    public DatabaseAccess database() throws Exception {
        return reported(() -> {
            startDatabase();
            databaseReady.complete(null);
            return logins.platform();
        });
    }

    /** Starts Keycloak and the database it needs, or finds them running. */
    public IdentityServerAccess identityServer() throws Exception {
        return reported(() -> {
            synchronized (keycloak) {
                keycloak.install(progress);
            }
            startDatabase();
            keycloakMinder.start();
            identityServerReady.complete(null);
            return keycloak.access();
        });
    }

    /** Completes once the platform uses both servers of this machine; never, when it uses another's. */
    public CompletableFuture<Void> bothInUse() {
        return CompletableFuture.allOf(databaseReady, identityServerReady);
    }

    private void beginEarly() {
        try {
            database();
            identityServer();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            LOG.error("The embedded servers cannot be started", e);
        }
    }

    private void startDatabase() throws Exception {
        postgresMinder.start();
        logins.ensure();
    }

    private <T> T reported(Callable<T> work) throws Exception {
        try {
            return work.call();
        } catch (Exception e) {
            progress.failed(String.valueOf(e.getMessage()));
            throw e;
        }
    }

    private static Keycloak.Address address(EmbeddedConfig config) {
        String publicUrl = config.keycloakPublicUrl().isBlank()
                ? "http://localhost:" + config.keycloakPort()
                : config.keycloakPublicUrl();
        return new Keycloak.Address(config.keycloakPort(), publicUrl, config.keycloakHeapMb());
    }
}
