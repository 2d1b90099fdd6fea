package io.plexica.data.internal.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plexica.api.data.Data;
import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.data.internal.DataPlatform;
import io.plexica.data.testing.TestContext;
import io.plexica.data.testing.TestServer;
import io.plexica.data.testing.desk.Memo;
import io.plexica.data.testing.desk.Room;
import io.plexica.data.testing.desk.Ticket;
import io.plexica.spi.plugins.PluginRef;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkspaceRowsTest {

    private static final PluginRef DESK = new PluginRef("desk", "1.0.0");
    private static final String ACME = "desks";
    private static final UUID SALES = UUID.randomUUID();
    private static final UUID BUYERS = UUID.randomUUID();
    private static final UUID OLD = UUID.fromString("00000000-0000-0000-0000-00000000000a");
    private static final ClassLoader LOADER = new ClassLoader(WorkspaceRowsTest.class.getClassLoader()) {};
    private static final TestServer SERVER = TestServer.shared();
    private static DataPlatform platform;
    private static Data data;

    private interface Sql {
        void with(Statement statement) throws SQLException;
    }

    @BeforeAll
    static void anUpgradeToWorkspaces() {
        platform = SERVER.platform(3);
        platform.defaultWorkspaces(slug -> Optional.of(SALES));
        platform.tenantSchemas().create(ACME);
        platform.pluginSchemas()
                .migrate(ACME, DESK.id(), "plugins/desk/db", new ClassLoader(LOADER) {});
        platform.pluginUnits()
                .open(
                        DESK,
                        List.of(Ticket.class.getName(), Memo.class.getName(), Room.class.getName()),
                        LOADER);
        assertThat(platform.pluginSchemas().migrate(ACME, DESK.id(), "plugins/desk2/db", LOADER))
                .isEqualTo(1);
        data = platform.data(DESK, LOADER);
    }

    @AfterAll
    static void close() {
        platform.tenantSchemas().drop(ACME);
        platform.close();
    }

    @AfterEach
    void onlyTheOldTicketStays() throws SQLException {
        SERVER.run("SET search_path = tenant_desks__desk; TRUNCATE ticket_tags, memos, rooms; DELETE FROM tickets"
                + " WHERE id <> '" + OLD + "'");
    }

    @Test
    void rowsFromBeforeAreTheDefaultWorkspaces() throws Exception {
        assertThat(titles(SALES)).containsExactly("old");
        assertThat(titles(BUYERS)).isEmpty();
    }

    @Test
    void entitiesAreStampedAndFiltered() throws Exception {
        Ticket ticket = persist(BUYERS, new Ticket("new"));
        assertThat(titles(BUYERS)).containsExactly("new");
        assertThat(titles(SALES)).containsExactly("old");
        assertThat((Object) in(SALES, () -> data.read(entities -> entities.find(Ticket.class, ticket.id))))
                .isNull();
        assertThat((Object) in(BUYERS, () -> data.read(entities -> entities.find(Ticket.class, ticket.id))))
                .isNotNull();
    }

    @Test
    void anEntityThatMapsTheColumnKnowsItsWorkspaceAndCannotChooseIt() throws Exception {
        Memo memo = new Memo("mine");
        memo.workspace = SALES;
        persist(BUYERS, memo);
        assertThat(memo.workspace).isEqualTo(BUYERS);
        Memo read = in(BUYERS, () -> data.write(entities -> {
            Memo found = entities.find(Memo.class, memo.id);
            found.workspace = SALES;
            found.text = "changed";
            return found;
        }));
        assertThat(SERVER.ask("SELECT workspace_id || text FROM tenant_desks__desk.memos"))
                .isEqualTo(BUYERS + "changed");
        assertThat(read.id).isEqualTo(memo.id);
    }

    @Test
    void collectionsOfAnEntityAreScopedWithIt() throws Exception {
        Ticket ticket = new Ticket("tagged");
        ticket.tags.add("red");
        persist(BUYERS, ticket);
        assertThat(texts(BUYERS, "SELECT tag FROM ticket_tags")).containsExactly("red");
        assertThat(texts(SALES, "SELECT tag FROM ticket_tags")).isEmpty();
    }

    @Test
    void bulkStatementsTouchTheCurrentWorkspaceAlone() throws Exception {
        persist(BUYERS, new Ticket("b"));
        assertThat(jpql(SALES, "UPDATE Ticket t SET t.title = 'old'")).isEqualTo(1);
        assertThat(jpql(SALES, "DELETE FROM Memo m")).isZero();
        run(SALES, statement -> {
            assertThat(statement.executeUpdate("UPDATE tickets SET title = title || ''"))
                    .isEqualTo(1);
            assertThat(statement.executeUpdate("DELETE FROM tickets WHERE title = 'b'"))
                    .isZero();
        });
        assertThat(titles(BUYERS)).containsExactly("b");
    }

    @Test
    void uniquenessIsTheWorkspacesOwn() throws Exception {
        persist(BUYERS, new Ticket("old"));
        assertThatThrownBy(() -> persist(BUYERS, new Ticket("old")))
                .isInstanceOfSatisfying(PlexicaException.class, e -> assertThat(e.code())
                        .isEqualTo(ErrorCode.CONFLICT));
    }

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
    void outsideAWorkspaceNothingIsSeenAndNothingKept() throws Exception {
        assertThat(texts(null, "SELECT title FROM tickets")).isEmpty();
        assertThatThrownBy(() -> persist(null, new Ticket("lost")))
                .isInstanceOf(PlexicaException.class)
                .hasMessageContaining("Ticket belongs to a workspace");
        assertThatThrownBy(() -> run(null, statement -> statement.execute("INSERT INTO memos (text) VALUES ('x')")))
                .hasStackTraceContaining("violates");
        persist(null, room("everybody's"));
        assertThat(texts(SALES, "SELECT name FROM rooms")).containsExactly("everybody's");
    }

    @Test
    void oneUnitOfWorkGoesFromPlaceToPlaceAndMixesNothing() throws Exception {
        UUID id = UUID.randomUUID();
        platform.database().unitOfWork(() -> {
            Ticket bought = persist(BUYERS, new Ticket("b"));
            Ticket sold = persist(SALES, new Ticket("s"));
            assertThat(titles(BUYERS)).containsExactly("b");
            assertThat(texts(null, "SELECT title FROM tickets")).isEmpty();
            assertThat(titles(SALES)).containsExactly("old", "s");
            assertThat((Object) in(SALES, () -> data.entityManager().find(Ticket.class, bought.id)))
                    .isNull();
            assertThat((Object) in(SALES, () -> data.entityManager().find(Ticket.class, sold.id)))
                    .isSameAs(sold);
            in(BUYERS, () -> {
                bought.title = "b2";
                return TestContext.in(ACME, SALES, () -> persist(SALES, new Ticket("s2")));
            });
            return id;
        });
        assertThat(titles(BUYERS)).containsExactly("b2");
        assertThat(titles(SALES)).containsExactly("old", "s", "s2");
    }

    @Test
    void aStatementPreparedInOneWorkspaceStaysThere() throws Exception {
        platform.database().unitOfWork(() -> {
            Statement sales = in(SALES, () -> data.connection().createStatement());
            return in(BUYERS, () -> {
                try (Statement own = data.connection().createStatement();
                        ResultSet mine = own.executeQuery("SELECT title FROM tickets")) {
                    assertThat(mine.next()).isFalse();
                }
                try (ResultSet theirs = sales.executeQuery("SELECT title FROM tickets")) {
                    assertThat(theirs.next()).isTrue();
                }
                return true;
            });
        });
    }

    @Test
    void aPolicyOfTheAuthorsOwnOpensNothing() throws Exception {
        assertThat(SERVER.ask("SELECT count(*) FROM pg_policies WHERE policyname = 'open_to_all'"))
                .isEqualTo("1");
        assertThat(titles(BUYERS)).isEmpty();
    }

    private static Room room(String name) {
        Room room = new Room();
        room.name = name;
        return room;
    }

    private static <T> T persist(UUID workspace, T entity) throws Exception {
        return in(workspace, () -> data.write(entities -> {
            entities.persist(entity);
            return entity;
        }));
    }

    private static int jpql(UUID workspace, String jpql) throws Exception {
        return in(
                workspace,
                () -> data.write(entities -> entities.createQuery(jpql).executeUpdate()));
    }

    private static List<String> titles(UUID workspace) throws Exception {
        return in(
                workspace,
                () -> data.read(
                        entities -> entities.createQuery("SELECT t.title FROM Ticket t ORDER BY t.title", String.class)
                                .getResultList()));
    }

    private static List<String> texts(UUID workspace, String sql) throws Exception {
        List<String> found = new ArrayList<>();
        run(workspace, statement -> {
            try (ResultSet rows = statement.executeQuery(sql)) {
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
            }
        });
        return found;
    }

    private static void run(UUID workspace, Sql sql) throws Exception {
        in(workspace, () -> platform.database().unitOfWork(() -> {
            try (Statement statement = data.connection().createStatement()) {
                sql.with(statement);
                return true;
            }
        }));
    }

    private static <T> T in(UUID workspace, java.util.concurrent.Callable<T> work) throws Exception {
        return workspace == null ? TestContext.in(ACME, work) : TestContext.in(ACME, workspace, work);
    }
}
