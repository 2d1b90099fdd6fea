package io.plexica.data.testing;

import io.plexica.data.internal.DataPlatform;
import io.plexica.data.internal.settings.DataSettings;
import io.plexica.itests.machine.FreePorts;
import io.plexica.spi.data.DatabaseAccess;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A PostgreSQL that can be stopped and comes back with its data at the same port. */
public final class RestartableServer implements AutoCloseable {

    private final Path folder;
    private final int port;
    private @Nullable EmbeddedPostgres postgres;

    public RestartableServer(Path folder) throws IOException, SQLException {
        this.folder = folder;
        this.port = FreePorts.free();
        start();
        TestServer.makeLogins(postgres);
    }

    public void start() throws IOException {
        postgres = EmbeddedPostgres.builder()
                .setPort(port)
                .setDataDirectory(folder.resolve("data"))
                .setCleanDataDirectory(false)
                .setServerConfig("fsync", "off")
                .setPGStartupWait(Duration.ofSeconds(30))
                .start();
    }

    public void stop() {
        EmbeddedPostgres running = postgres;
        postgres = null;
        try {
            if (running != null) {
                running.close();
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** All its processes stand still, and so do their connections. */
    public void pause() throws Exception {
        signal("-STOP");
    }

    public void resume() throws Exception {
        signal("-CONT");
    }

    private void signal(String signal) throws Exception {
        long postmaster = Long.parseLong(
                Files.readAllLines(folder.resolve("data/postmaster.pid")).get(0).strip());
        List<String> command = new ArrayList<>(List.of("kill", signal, String.valueOf(postmaster)));
        ProcessHandle.of(postmaster)
                .orElseThrow()
                .descendants()
                .forEach(process -> command.add(String.valueOf(process.pid())));
        new ProcessBuilder(command).start().waitFor();
    }

    public void run(String sql) throws SQLException {
        try (var connection = postgres.getDatabase("postgres", "plexica").getConnection()) {
            Sql.run(connection, sql);
        }
    }

    public String ask(String sql) throws SQLException {
        try (var connection = postgres.getDatabase("postgres", "plexica").getConnection()) {
            return Sql.ask(connection, sql);
        }
    }

    public DatabaseAccess access() {
        return TestServer.access(port);
    }

    public DataPlatform platform(int poolMax) {
        return platform(poolMax, Duration.ofSeconds(10));
    }

    /** One that is still to be started, whose pool opens so many connections at once. */
    public DataPlatform unstarted(int poolMin, int poolMax, Duration acquire) {
        DataSettings usual = TestServer.settings(poolMax);
        return new DataPlatform(
                TestServer.access(port),
                new DataSettings(
                        poolMin,
                        usual.poolMax(),
                        acquire,
                        usual.idle(),
                        usual.connect(),
                        usual.statement(),
                        usual.migrationLock(),
                        usual.migration(),
                        usual.migrationThreads()));
    }

    public DataPlatform platform(int poolMax, Duration acquire) {
        DataPlatform platform = unstarted(TestServer.settings(poolMax).poolMin(), poolMax, acquire);
        boolean started = false;
        try {
            platform.start();
            started = true;
            return platform;
        } finally {
            if (!started) {
                platform.close();
            }
        }
    }

    @Override
    public void close() {
        stop();
    }
}
