package io.plexica.identity.keycloak.internal;

import io.plexica.itests.machine.FreePorts;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;

/** A real Keycloak on a free port with its database in memory. Closing it, or the end of this JVM, ends it. */
final class KeycloakProcess implements AutoCloseable {

    static final String ADMIN = "admin";
    static final String PASSWORD = "admin-of-a-test";

    private final int port;
    private final File log;
    private Process process;

    KeycloakProcess() throws IOException {
        this.port = FreePorts.free();
        this.log = new File("target/keycloak.log");
        this.process = start();
        Runtime.getRuntime().addShutdownHook(new Thread(this::kill));
        awaitAnswer();
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    /** Ends the server at once. */
    void kill() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    /** Starts it again on the same port; it has forgotten everything. */
    void restart() throws IOException {
        process.onExit().join();
        process = start();
        awaitAnswer();
    }

    @Override
    public void close() {
        kill();
    }

    private Process start() throws IOException {
        Path home = Path.of(System.getProperty("keycloak.home"));
        ProcessBuilder builder = new ProcessBuilder(
                "sh",
                home.resolve("bin/kc.sh").toString(),
                "start-dev",
                "--db=dev-mem",
                "--http-host=127.0.0.1",
                "--http-port=" + port);
        builder.environment().put("KC_BOOTSTRAP_ADMIN_USERNAME", ADMIN);
        builder.environment().put("KC_BOOTSTRAP_ADMIN_PASSWORD", PASSWORD);
        builder.environment().put("JAVA_OPTS_KC_HEAP", "-Xms128m -Xmx512m");
        // It lives for a minute: what it would optimise for hours would only cost time.
        builder.environment().put("JAVA_OPTS_APPEND", "-XX:-UseG1GC -XX:+UseSerialGC -XX:TieredStopAtLevel=1");
        return builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                .start();
    }

    private void awaitAnswer() {
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(url() + "/realms/master")).build();
        Awaitility.await("Keycloak; its log is " + log.getAbsolutePath())
                .atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofMillis(300))
                .ignoreExceptions()
                .until(() -> client.send(request, BodyHandlers.discarding()).statusCode() == 200);
    }
}
