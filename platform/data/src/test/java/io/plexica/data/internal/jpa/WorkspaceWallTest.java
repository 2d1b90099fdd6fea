package io.plexica.data.internal.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plexica.api.problem.PlexicaException;
import java.sql.ResultSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** SQL that tries to reach the rows of another workspace. */
class WorkspaceWallTest extends DeskTest {

    @Test
    void viewsAndFunctionsOfTheOwnerAreFilteredToo() throws Exception {
        assertThat(texts(BUYERS, "SELECT title FROM everything")).isEmpty();
        assertThat(texts(BUYERS, "SELECT count_all()")).containsExactly("0");
        assertThat(texts(SALES, "SELECT count_all()")).containsExactly("1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INSERT INTO memos (text, workspace_id) VALUES ('x', '%s')",
                "INSERT INTO memos (text, workspace_id) SELECT 'x', '%s'",
                "UPDATE tickets SET workspace_id = '%s'"
            })
    void noRowCanBePutIntoAnotherWorkspace(String sql) {
        assertThatThrownBy(() -> run(SALES, statement -> statement.execute(sql.formatted(BUYERS))))
                .hasStackTraceContaining("row-level security");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SET plexica.workspace = '%s'",
                "set local /* */ \"plexica\".workspace to '%s'",
                "RESET plexica.workspace",
                "SELECT set_config('plexica.workspace', '%s', true)",
                "UPDATE pg_settings SET setting = '%s' WHERE name = 'plexica.workspace'",
                "DO $$ BEGIN SET LOCAL plexica.workspace = '%s'; END $$",
                "SELECT 1; SET plexica.workspace = '%s'; SELECT * FROM tickets",
            })
    void theWorkspaceCannotBeChangedInPassing(String sql) {
        assertThatThrownBy(() -> run(BUYERS, statement -> statement.execute(sql.formatted(SALES))))
                .isInstanceOf(PlexicaException.class)
                .hasMessageContaining("refused");
    }

    @Test
    void whatStuckToTheSessionIsGoneWithTheNextStatement() throws Exception {
        run(BUYERS, statement -> {
            statement.execute("DO $$ BEGIN EXECUTE 'SE' || 'T plexica.workspace = ''" + SALES + "'''; END $$");
            try (ResultSet rows = statement.executeQuery("SELECT title FROM tickets")) {
                assertThat(rows.next()).isFalse();
            }
        });
        for (int i = 0; i < 6; i++) {
            assertThat(titles(BUYERS)).isEmpty();
        }
    }

    @Test
    void rulesCannotBeLifted() {
        for (String sql : List.of(
                "ALTER TABLE tickets DISABLE ROW LEVEL SECURITY",
                "DROP POLICY plexica_workspace ON tickets",
                "SET row_security = off; SELECT * FROM tickets",
                "TRUNCATE tickets")) {
            assertThatThrownBy(() -> run(BUYERS, statement -> statement.execute(sql)))
                    .hasStackTraceContaining("tickets");
        }
    }

    @Test
    void aPolicyOfTheAuthorsOwnOpensNothing() throws Exception {
        assertThat(SERVER.ask("SELECT count(*) FROM pg_policies WHERE policyname = 'open_to_all'"))
                .isEqualTo("1");
        assertThat(titles(BUYERS)).isEmpty();
    }
}
