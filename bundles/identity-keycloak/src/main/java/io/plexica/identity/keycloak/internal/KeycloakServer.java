package io.plexica.identity.keycloak.internal;

import static java.util.Objects.requireNonNull;

import io.plexica.spi.config.Secrets;
import io.plexica.spi.identity.IdentityServerAccess;
import io.plexica.spi.identity.IdentityServerProvider;
import io.plexica.spi.threads.Daemons;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The Keycloak of this platform: finds out where it is, prepares the realm of the super admins as soon as it answers, and
 * keeps trying until it does. Safe for all threads.
 */
@Component(
        service = KeycloakServer.class,
        configurationPid = KeycloakConfig.PID,
        configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class KeycloakServer {

    private static final Logger LOG = LoggerFactory.getLogger(KeycloakServer.class);
    private static final Duration RETRY = Duration.ofSeconds(3);

    private final KeycloakHttp http;
    private final Realms realms;
    private final RealmUpkeep upkeep;
    private final Users users;
    private final AdminRole adminRole;
    private final ClientSecrets secrets;
    private final ScheduledExecutorService worker;
    private volatile @Nullable IdentityServerProvider provider;
    private volatile @Nullable IdentityServerAccess access;
    private volatile @Nullable String complaint;
    private volatile boolean prepared;
    private volatile boolean kept;
    private volatile boolean begun;

    @Activate
    public KeycloakServer(KeycloakConfig config, @Reference Secrets platformSecrets) {
        this.access = configured(config, platformSecrets);
        this.http = new KeycloakHttp(
                Duration.ofMillis(config.connectTimeoutMs()), Duration.ofMillis(config.requestTimeoutMs()));
        AdminToken token = new AdminToken(http, Clock.systemUTC());
        AdminApi admin = new AdminApi(this::access, http, token, Duration.ofMillis(config.adminTimeoutMs()));
        AdminApi brisk = new AdminApi(this::access, http, token, Duration.ofMillis(config.requestTimeoutMs()));
        this.secrets = new ClientSecrets(admin);
        this.users = new Users(admin, brisk);
        this.adminRole = new AdminRole(brisk);
        RealmSurroundings around = RealmSurroundings.of(
                config, platformSecrets.find("SMTP_PASSWORD").orElse(null));
        Themes themes = new Themes(admin, config.loginTheme());
        this.realms = new Realms(admin, secrets, around, themes);
        this.upkeep = new RealmUpkeep(admin, around, themes);
        this.worker = Executors.newSingleThreadScheduledExecutor(Daemons.named("plexica-keycloak"));
        // Who brings a server along is bound in a moment; without that, the first look waits for it.
        worker.schedule(this::begin, access == null ? RETRY.toMillis() : 0, TimeUnit.MILLISECONDS);
    }

    /** Binds the bringer of an embedded server; asked only when no address is configured. */
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void setProvider(IdentityServerProvider bringer) {
        provider = bringer;
        worker.execute(this::begin);
    }

    void unsetProvider(IdentityServerProvider bringer) {
        if (bringer.equals(provider)) {
            provider = null;
        }
    }

    @Deactivate
    void close() {
        worker.shutdownNow();
        http.close();
    }

    /**
     * Where the server is.
     *
     * @throws io.plexica.api.problem.PlexicaException {@code unavailable} while that is not known
     */
    IdentityServerAccess access() {
        IdentityServerAccess known = access;
        if (known == null) {
            throw Breaker.unavailable("The identity server is still starting; try again in a few seconds");
        }
        return known;
    }

    KeycloakHttp http() {
        return http;
    }

    Realms realms() {
        return realms;
    }

    Users users() {
        return users;
    }

    AdminRole adminRole() {
        return adminRole;
    }

    ClientSecrets secrets() {
        return secrets;
    }

    /** What is wrong with the server although it answers; null when nothing is. */
    @Nullable
    String complaint() {
        return complaint;
    }

    /** Whether the realm of the super admins is there. */
    boolean isPrepared() {
        return prepared;
    }

    private static @Nullable IdentityServerAccess configured(KeycloakConfig config, Secrets secrets) {
        if (config.url().isBlank()) {
            return null;
        }
        String url = withoutSlash(config.url());
        String publicUrl = config.publicUrl().isBlank() ? url : withoutSlash(config.publicUrl());
        return new IdentityServerAccess(url, publicUrl, config.adminUser(), secrets.require("KEYCLOAK_ADMIN_PASSWORD"));
    }

    private void begin() {
        if (!begun) {
            begun = true;
            prepare();
        }
    }

    private void prepare() {
        if (kept && complaint == null) {
            return;
        }
        if (access == null && provider == null) {
            LOG.info("No address of Keycloak is configured; waiting for a bundle that brings one along");
            return;
        }
        try {
            findServer();
            realms.ensurePlatform();
            hear(realms.issuerComplaint());
            prepared = true;
            upkeep.run();
            kept = true;
        } catch (Exception | LinkageError e) {
            LOG.warn("Keycloak is not ready; trying again in {} s: {}", RETRY.toSeconds(), e.getMessage());
            LOG.debug("Why Keycloak is not ready", e);
            retry();
        }
    }

    /** The operator may put it right on Keycloak's side, so it is looked at again. */
    private void hear(@Nullable String wrong) {
        if (wrong == null) {
            LOG.info("Keycloak answers at {}", access().url());
        } else if (!wrong.equals(complaint)) {
            LOG.error("{}", wrong);
        }
        complaint = wrong;
        if (wrong != null) {
            retry();
        }
    }

    private void findServer() throws Exception {
        if (access != null) {
            return;
        }
        IdentityServerProvider bringer = requireNonNull(provider, "the bundle that brings Keycloak along has gone");
        access = bringer.start();
    }

    private void retry() {
        if (!worker.isShutdown()) {
            worker.schedule(this::prepare, RETRY.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private static String withoutSlash(String url) {
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }
}
