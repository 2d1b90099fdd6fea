package io.plexica.data.internal.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.plexica.api.problem.PlexicaException;
import io.plexica.data.internal.DataPlatform;
import io.plexica.data.testing.RestartableServer;
import io.plexica.data.testing.Room;
import io.plexica.data.testing.Sql;
import io.plexica.data.testing.TestServer;
import io.plexica.spi.data.DatabaseAccess;
import io.plexica.spi.data.DatabaseAccess.Login;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BootstrapTest {

    @TempDir
    Path folder;

    private RestartableServer server;

    @BeforeEach
    void start() throws Exception {
        server = new RestartableServer(folder);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void anEmptyDatabaseIsMadeReadyByALoginThatIsNoSuperuser() throws Exception {
        for (int i = 0; i < 2; i++) {
            try (DataPlatform platform = server.platform(2)) {
                platform.rooms().add(Room.named("alpha"));
                platform.tenantSchemas().create("acme");
                assertThat((String) platform.database()
                                .core(c -> Sql.ask(
                                        c, "select rolsuper or rolinherit from pg_roles where rolname = session_user")))
                        .isEqualTo("f");
                assertThat((String) platform.database().core(c -> Sql.ask(c, "show statement_timeout")))
                        .isEqualTo("20s");
                assertThat((String) platform.database().core(c -> Sql.ask(c, "show tcp_keepalives_idle")))
                        .isEqualTo("10");
            }
        }
        assertThat(server.ask("select rolsuper from pg_roles where rolname = 'plexica_admin'"))
                .isEqualTo("f");
        assertThat(server.ask("select nspowner::regrole from pg_namespace where nspname = 'core'"))
                .isEqualTo(TestServer.ADMIN);
    }

    @Test
    void whatThePoolOpensBeforeTheFirstStartIsDoneIsReplaced() throws Exception {
        try (DataPlatform platform = server.unstarted(2, 2, Duration.ofSeconds(10))) {
            await().until(() -> server.ask("select count(*) from pg_stat_activity where usename = 'plexica_pool'")
                    .equals("2"));
            platform.start();
            String timeouts = platform.database()
                    .apart(() -> timeout(platform) + platform.database().newUnitOfWork(() -> timeout(platform)));
            assertThat(timeouts).isEqualTo("20s20s");
        }
    }

    private static String timeout(DataPlatform platform) {
        return platform.database().core(connection -> Sql.ask(connection, "show statement_timeout"));
    }

    @Test
    void aPoolLoginWithPowersIsRefusedWithWhatToDo() throws Exception {
        server.platform(1).close();
        assertRefused(
                "alter role plexica_pool superuser", "has rights of its own", "alter role plexica_pool nosuperuser");
        assertRefused("alter role plexica_pool inherit", "NOINHERIT", "alter role plexica_pool noinherit");
        assertRefused("alter role plexica_pool createrole", "NOCREATEROLE", "alter role plexica_pool nocreaterole");
        assertRefused(
                "create role boss; grant boss to plexica_pool with inherit true",
                "inherits the rights",
                "revoke boss from plexica_pool");
        assertRefused(
                "grant pg_read_all_data to plexica_pool with inherit false",
                "predefined role",
                "revoke pg_read_all_data from plexica_pool");
        assertRefused(
                "grant plexica_admin to plexica_pool with inherit false",
                "may become a login",
                "revoke plexica_admin from plexica_pool");
        assertRefused("create table t (id int); alter table t owner to plexica_pool", "owns something", "drop table t");
        assertRefused(
                "grant temporary on database plexica to public",
                "temporary tables",
                "revoke temporary on database plexica from public");
        assertRefused(
                "grant create on schema public to public",
                "tables or functions",
                "revoke create on schema public from public");
        assertRefused(
                "grant create on database plexica to plexica_migrator",
                "may create schemas",
                "revoke create on database plexica from plexica_migrator");
        server.platform(1).close();
    }

    @Test
    void aWrongLoginIsSaidToBeOne() {
        DatabaseAccess right = server.access();
        DatabaseAccess wrong = new DatabaseAccess(
                right.url(), right.directUrl(), new Login("nobody", "guess"), right.migrator(), right.pool());
        try (DataPlatform platform = new DataPlatform(wrong, TestServer.settings(1))) {
            assertThatThrownBy(platform::start)
                    .isInstanceOf(PlexicaException.class)
                    .hasMessageContaining("role \"nobody\" does not exist")
                    .hasMessageNotContaining("guess");
        }
    }

    @Test
    void withoutTheRightToMakeLargeObjectsBeingTakenItOnlyWarns() throws Exception {
        server.run("grant execute on function pg_catalog.lo_creat(integer) to public");
        server.platform(1).close();
    }

    private void assertRefused(String before, String message, String after) throws Exception {
        server.run(before);
        assertThatThrownBy(() -> server.platform(1).close())
                .isInstanceOf(PlexicaException.class)
                .hasMessageContaining("not safe to work with")
                .hasMessageContaining(message);
        server.run(after);
    }
}
