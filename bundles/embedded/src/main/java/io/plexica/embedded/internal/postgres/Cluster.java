package io.plexica.embedded.internal.postgres;

import io.plexica.embedded.internal.server.Commands;
import io.plexica.embedded.internal.server.Home;
import io.plexica.embedded.internal.server.Installation;
import io.plexica.embedded.internal.server.PrivateFiles;
import io.plexica.embedded.internal.server.ServerLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The files of the databases. They appear under their name only once initdb has finished. */
final class Cluster {

    private static final Logger LOG = LoggerFactory.getLogger(Cluster.class);
    private static final String MAJOR_VERSION = "PG_VERSION";

    private final Home home;
    private final Superuser superuser;

    Cluster(Home home, Superuser superuser) {
        this.home = home;
        this.superuser = superuser;
    }

    Path folder() {
        return home.data().resolve("postgres");
    }

    void prepare(Path binaries) throws IOException, InterruptedException {
        if (!Files.isDirectory(folder())) {
            initialise(binaries);
        }
        demandSameVersion(binaries);
        removeStalePid();
    }

    private void initialise(Path binaries) throws IOException, InterruptedException {
        Path unfinished = Home.existing(home.data()).resolve("postgres.unfinished");
        Installation.remove(unfinished);
        Path passwordFile = home.run().resolve("initdb-password");
        PrivateFiles.write(passwordFile, superuser.password() + "\n");
        try {
            Commands.run(
                    Root.drop(List.of(
                            binaries.resolve("bin/initdb").toString(),
                            "-D",
                            unfinished.toString(),
                            "-U",
                            Superuser.NAME,
                            "--pwfile=" + passwordFile,
                            "--auth=scram-sha-256",
                            "--encoding=UTF8",
                            "--locale-provider=builtin",
                            "--locale=C.UTF-8",
                            "--data-checksums")),
                    Map.of(),
                    ServerLog.of(home, "postgres"),
                    Duration.ofMinutes(2));
        } finally {
            Files.deleteIfExists(passwordFile);
        }
        Files.move(unfinished, folder(), StandardCopyOption.ATOMIC_MOVE);
    }

    private void demandSameVersion(Path binaries) throws IOException {
        String written = Files.readString(folder().resolve(MAJOR_VERSION)).strip();
        String programs = binaries.getFileName().toString().replaceAll("^.*-(\\d+)\\.[\\d.]+$", "$1");
        if (!written.equals(programs)) {
            throw new IOException("The data in " + folder() + " were written by PostgreSQL " + written + " and this is "
                    + programs + "; dump them with the old one and restore them into the new one");
        }
    }

    /** A pid file of a machine that was switched off may by chance name a process that is there now. */
    private void removeStalePid() throws IOException {
        Path pidFile = folder().resolve("postmaster.pid");
        if (Files.exists(pidFile)) {
            LOG.warn("PostgreSQL was not stopped in order the last time; it recovers by itself");
            Files.delete(pidFile);
        }
    }
}
