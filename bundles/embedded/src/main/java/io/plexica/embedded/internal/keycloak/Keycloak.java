package io.plexica.embedded.internal.keycloak;

import io.plexica.embedded.internal.postgres.Logins;
import io.plexica.embedded.internal.server.Home;
import io.plexica.embedded.internal.server.OrphanProcesses;
import io.plexica.embedded.internal.server.Passwords;
import io.plexica.embedded.internal.server.Ports;
import io.plexica.embedded.internal.server.Progress;
import io.plexica.embedded.internal.server.Server;
import io.plexica.embedded.internal.server.ServerLog;
import io.plexica.spi.identity.IdentityServerAccess;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A Keycloak server of our own, on loopback, with its realms in our PostgreSQL. */
public final class Keycloak implements Server {

    private static final String ADMIN = "plexica";

    private static final long STOP_SECONDS = 15;
    private static final Duration ANSWER = Duration.ofSeconds(3);

    private final Home home;
    private final Distribution distribution;
    private final Passwords passwords;
    private final Logins logins;
    private final Address address;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(ANSWER).build();

    /**
     * Where the server listens, and what it may use.
     *
     * @param publicUrl address for browsers
     */
    public record Address(int port, String publicUrl, int heapMb) {

        /** Address for the platform. */
        public String url() {
            return "http://127.0.0.1:" + port;
        }
    }

    /** A server with its data in a database that {@link Logins} has made. */
    public Keycloak(Home home, Passwords passwords, Logins logins, Address address) {
        this.home = home;
        this.distribution = new Distribution(home);
        this.passwords = passwords;
        this.logins = logins;
        this.address = address;
    }

    /** Unpacks and builds the server if that has not been done; the database is not needed for it. */
    public void install(Progress progress) throws IOException, InterruptedException {
        if (!distribution.isInstalled()) {
            Instant begin = Instant.now();
            progress.begun("Keycloak is unpacked and built, once");
            distribution.folder();
            progress.done("Keycloak unpacked and built", begin);
        }
    }

    /** How the platform reaches and administers it. */
    public IdentityServerAccess access() throws IOException {
        return new IdentityServerAccess(address.url(), address.publicUrl(), ADMIN, passwords.of("keycloak-admin"));
    }

    @Override
    public String name() {
        return "Keycloak";
    }

    @Override
    public Duration patience() {
        return Duration.ofMinutes(3);
    }

    @Override
    public void prepare() throws IOException, InterruptedException {
        OrphanProcesses.end(name(), distribution::isOurs, "TERM", STOP_SECONDS);
        Ports.demandFree(address.port(), "PLEXICA_KEYCLOAK_PORT");
        LoginTheme.install(distribution.folder());
    }

    @Override
    public Process launch() throws IOException, InterruptedException {
        List<String> command = distribution.command(List.of("start", "--optimized"), address.heapMb());
        File log = ServerLog.of(home, "keycloak").toFile();
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(distribution.folder().toFile())
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log));
        builder.environment().putAll(settings());
        return builder.start();
    }

    @Override
    public boolean answers() {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address.url() + "/realms/master"))
                .timeout(ANSWER)
                .build();
        try {
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void stop(Process process) throws IOException, InterruptedException {
        OrphanProcesses.end(process.toHandle(), "TERM", STOP_SECONDS);
    }

    /** In the environment, where other users of the machine cannot see them. */
    private Map<String, String> settings() throws IOException {
        Map<String, String> settings = new HashMap<>();
        settings.put("KC_DB_URL", logins.keycloakUrl());
        settings.put("KC_DB_USERNAME", Logins.KEYCLOAK);
        settings.put("KC_DB_PASSWORD", logins.keycloakPassword());
        settings.put("KC_DB_POOL_MAX_SIZE", "30");
        settings.put("KC_HTTP_ENABLED", "true");
        settings.put("KC_HTTP_HOST", "127.0.0.1");
        settings.put("KC_HTTP_PORT", Integer.toString(address.port()));
        settings.put("KC_HOSTNAME", address.publicUrl());
        settings.put("KC_HOSTNAME_BACKCHANNEL_DYNAMIC", "true");
        settings.put("KC_BOOTSTRAP_ADMIN_USERNAME", ADMIN);
        settings.put("KC_BOOTSTRAP_ADMIN_PASSWORD", passwords.of("keycloak-admin"));
        return settings;
    }
}
