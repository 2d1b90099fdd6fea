package io.plexica.data.testing;

import io.plexica.itests.machine.FreePorts;
import io.plexica.itests.machine.TestFolders;
import io.plexica.spi.data.DatabaseAccess;
import io.plexica.spi.data.DatabaseAccess.Login;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** A real PgBouncer in transaction mode before the shared server, with few connections so that they are shared a lot. */
public final class PgBouncer {

    private static final String INSTALL = "PgBouncer is not installed: apt-get install pgbouncer";
    private static PgBouncer shared;

    private final DatabaseAccess direct;
    private final int port;

    private PgBouncer(DatabaseAccess direct) throws IOException {
        this.direct = direct;
        this.port = FreePorts.free();
        Path folder = Files.setPosixFilePermissions(
                TestFolders.create("pgbouncer"), PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.writeString(folder.resolve("users.txt"), users());
        Files.writeString(folder.resolve("pgbouncer.ini"), settings(folder));
        Process process = new ProcessBuilder(command(folder))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(process)));
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .alias("PgBouncer answers, see " + folder.resolve("log"))
                .until(this::answers);
    }

    public static synchronized PgBouncer shared() {
        if (shared == null) {
            try {
                shared = new PgBouncer(TestServer.shared().access());
            } catch (IOException e) {
                throw new UncheckedIOException(INSTALL, e);
            }
        }
        return shared;
    }

    /** Units of work go through it; migrations and listening past it. */
    public DatabaseAccess access() {
        return new DatabaseAccess(url(), direct.directUrl(), direct.admin(), direct.migrator(), direct.pool());
    }

    /** As if nobody had said where the server itself is. */
    public DatabaseAccess accessWithoutDirectUrl() {
        return new DatabaseAccess(url(), url(), direct.admin(), direct.migrator(), direct.pool());
    }

    private String url() {
        return "jdbc:postgresql://localhost:" + port + "/plexica";
    }

    private String users() {
        return Stream.of(direct.admin(), direct.migrator(), direct.pool())
                .map(PgBouncer::user)
                .reduce("", String::concat);
    }

    private static String user(Login login) {
        return "\"" + login.user() + "\" \"" + login.password().replace("\"", "\"\"") + "\"\n";
    }

    private String settings(Path folder) {
        URI server = URI.create(direct.url().substring("jdbc:".length()));
        return """
                [databases]
                plexica = host=127.0.0.1 port=%d dbname=plexica
                [pgbouncer]
                listen_addr = 127.0.0.1
                listen_port = %d
                unix_socket_dir =
                auth_type = scram-sha-256
                auth_file = %s
                pool_mode = transaction
                default_pool_size = 5
                ignore_startup_parameters = extra_float_digits
                """.formatted(server.getPort(), port, folder.resolve("users.txt"));
    }

    /** It refuses to be root's. */
    private static List<String> command(Path folder) {
        List<String> command = new ArrayList<>();
        if (System.getProperty("user.name").equals("root")) {
            command.addAll(List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"));
        }
        command.addAll(List.of(binary(), folder.resolve("pgbouncer.ini").toString()));
        return command;
    }

    private static String binary() {
        return Stream.concat(
                        Stream.of("/usr/sbin"), Stream.of(System.getenv("PATH").split(":")))
                .map(folder -> Path.of(folder, "pgbouncer"))
                .filter(Files::isExecutable)
                .findFirst()
                .map(Path::toString)
                .orElseThrow(() -> new IllegalStateException(INSTALL));
    }

    private boolean answers() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private static void stop(Process process) {
        process.destroy();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
