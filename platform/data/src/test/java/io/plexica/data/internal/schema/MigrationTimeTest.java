package io.plexica.data.internal.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.data.internal.DataPlatform;
import io.plexica.data.internal.settings.DataSettings;
import io.plexica.data.testing.Folder;
import io.plexica.data.testing.Room;
import io.plexica.data.testing.TestServer;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The migrations of a schema have five seconds, all together. */
class MigrationTimeTest {

    private static final String SENTENCE =
            "the migrations did not end within 5 s together (PLEXICA_DB_MIGRATION_TIMEOUT); nothing of them was kept";

    private final TestServer server = TestServer.shared();
    private final DataPlatform platform = new DataPlatform(server.access(), settings());

    @TempDir
    Path files;

    @BeforeEach
    void open() {
        platform.start();
        platform.rooms().add(Room.named("alpha"));
        platform.tenantSchemas().create("mig-slow");
    }

    @AfterEach
    void close() {
        platform.tenantSchemas().drop("mig-slow");
        platform.close();
    }

    @Test
    void statementsThatAreEachFastEnoughAreStoppedTogether() throws Exception {
        Folder slow = new Folder(files, "db").with("V1__first.sql", "create table first (id int);");
        for (int i = 2; i < 30; i++) {
            slow.with("V" + i + "__slow.sql", "create table t" + i + " (id int);\nselect pg_sleep(0.5);");
        }
        assertThatThrownBy(() -> platform.pluginSchemas().migrate("mig-slow", "slow", "db", slow.loader()))
                .isInstanceOfSatisfying(PlexicaException.class, e -> {
                    assertThat(e.code()).isEqualTo(ErrorCode.PLUGIN_ERROR);
                    assertThat(e.detail()).contains("__slow.sql").endsWith(SENTENCE);
                });
        assertThat(tables()).isEqualTo("0");
    }

    @Test
    void aStatementThatWouldNeverEndIsStoppedAlthoughItLiftedTheLimit() throws Exception {
        Folder slow = new Folder(files, "db").with("V1__slow.sql", "set statement_timeout = 0;\nselect pg_sleep(600);");
        assertThatThrownBy(() -> platform.pluginSchemas().migrate("mig-slow", "slow", "db", slow.loader()))
                .hasMessageContaining("V1__slow.sql, line 2: " + SENTENCE);
    }

    @Test
    void whatFailsForAnotherReasonInTimeSaysThat() throws Exception {
        Folder bad = new Folder(files, "db").with("V1__bad.sql", "select * from nowhere;");
        assertThatThrownBy(() -> platform.pluginSchemas().migrate("mig-slow", "slow", "db", bad.loader()))
                .hasMessageContaining("relation \"nowhere\" does not exist");
    }

    private String tables() throws Exception {
        return server.ask("select count(*) from pg_tables where schemaname = 'tenant_mig_slow__slow'");
    }

    private static DataSettings settings() {
        DataSettings usual = TestServer.settings(3);
        return new DataSettings(
                usual.poolMin(),
                usual.poolMax(),
                usual.acquire(),
                usual.idle(),
                usual.connect(),
                usual.statement(),
                usual.migrationLock(),
                Duration.ofSeconds(5),
                usual.migrationThreads());
    }
}
