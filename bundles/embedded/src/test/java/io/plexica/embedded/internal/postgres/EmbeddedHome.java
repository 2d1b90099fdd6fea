package io.plexica.embedded.internal.postgres;

import static org.awaitility.Awaitility.await;

import io.plexica.embedded.internal.server.Home;
import io.plexica.embedded.internal.server.Passwords;
import io.plexica.embedded.internal.server.Progress;
import io.plexica.embedded.internal.server.ServerSupervisor;
import io.plexica.itests.machine.FreePorts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.stream.Stream;

/** A home with PostgreSQL's archive in its cache, and a server that is started in it. */
final class EmbeddedHome implements AutoCloseable {

    final Home home;
    final int port;
    final Passwords passwords;
    final Superuser superuser;
    final Logins logins;
    ServerSupervisor minder;

    EmbeddedHome(Path folder) {
        home = new Home(folder);
        port = FreePorts.free();
        passwords = new Passwords(home.secrets());
        superuser = new Superuser(port, passwords);
        logins = new Logins(superuser, passwords, port);
        minder = newMinder();
        copyArchive();
    }

    /** As after a start of the platform: nothing is known of servers that run. */
    ServerSupervisor newMinder() {
        minder = new ServerSupervisor(new Postgres(home, port, superuser), new Progress(home));
        return minder;
    }

    /** A server of a platform that is not there any more. */
    Process launchUnminded() throws IOException, InterruptedException {
        Postgres server = new Postgres(home, port, superuser);
        server.prepare();
        Process process = server.launch();
        await().atMost(Duration.ofSeconds(30)).until(server::answers);
        return process;
    }

    /** The postmaster of this home. */
    ProcessHandle postmaster() {
        return processes()
                .filter(process -> process.parent()
                        .map(parent -> processes().noneMatch(other -> other.pid() == parent.pid()))
                        .orElse(true))
                .findFirst()
                .orElseThrow();
    }

    Stream<ProcessHandle> processes() {
        String data = "-D " + home.data().resolve("postgres") + " ";
        return ProcessHandle.allProcesses()
                .filter(process -> process.info().commandLine().orElse("").contains(data));
    }

    @Override
    public void close() {
        minder.close();
    }

    private void copyArchive() {
        URL marker = Objects.requireNonNull(getClass().getResource("/postgres-linux-x86_64.txz"));
        Path jar = Path.of(marker.getPath().replaceAll("^file:", "").replaceAll("!.*$", ""));
        try {
            Files.createDirectories(home.cache());
            Files.copy(jar, home.cache().resolve(jar.getFileName()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
