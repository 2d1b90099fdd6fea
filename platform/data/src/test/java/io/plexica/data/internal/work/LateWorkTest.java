package io.plexica.data.internal.work;

import static io.plexica.data.testing.TestContext.in;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.data.testing.Sql;
import io.plexica.data.testing.Stage;
import io.plexica.data.testing.TestServer;
import io.plexica.data.testing.shop.Item;
import io.plexica.spi.data.Database;
import io.plexica.spi.data.DatabaseAccess;
import io.plexica.spi.data.LateStatement;
import io.plexica.spi.plugins.PluginRef;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** What is written with the commit is part of the unit of work like all else. */
@TestInstance(Lifecycle.PER_CLASS)
class LateWorkTest {

    private static Stage stage;
    private static Database database;

    DatabaseAccess access() {
        return TestServer.shared().access();
    }

    @BeforeAll
    void raise() throws SQLException {
        // One connection for the work and one for work beside it: whatever sticks to it shows at once.
        stage = new Stage(2, access());
        database = stage.platform.database();
        stage.server.run("ALTER TABLE " + stage.shopSchema(stage.acme) + ".lines ADD COLUMN late uuid REFERENCES "
                + stage.shopSchema(stage.acme) + ".items DEFERRABLE INITIALLY DEFERRED");
    }

    @AfterAll
    void lower() {
        stage.close();
    }

    @BeforeEach
    void empty() throws Exception {
        for (PluginRef plugin : new PluginRef[] {Stage.SHOP, Stage.DEPOT}) {
            here(() -> database.plugin(plugin, c -> Sql.run(c, "delete from lines") + Sql.run(c, "delete from items")));
        }
    }

    @Test
    void nothingIsWrittenBeforeTheCommitAndAllOfItThenInOrder() throws Exception {
        here(() -> database.unitOfWork(() -> {
            say("one");
            database.plugin(Stage.SHOP, c -> Sql.run(c, "insert into lines (text) values ('now')"));
            database.unitOfWork(() -> say("two"));
            say(null);
            assertThat(lines()).isEqualTo("now");
            return 0;
        }));

        assertThat(lines()).isEqualTo("now one two nothing");
    }

    @Test
    void howeverMuchItIsItStaysInOrder() throws Exception {
        String long_ = "x".repeat(300_000);
        here(() -> database.unitOfWork(() -> {
            IntStream.range(0, 250).forEach(n -> say(String.valueOf(n)));
            IntStream.range(250, 260).forEach(n -> say(n + long_));
            return 0;
        }));

        String expected = String.join(
                " ", IntStream.range(0, 260).mapToObj(String::valueOf).toList());
        assertThat(lines().replace("x", "")).isEqualTo(expected);
    }

    @Test
    void whatThrowsWritesNothing() throws Exception {
        assertThatThrownBy(() -> here(() -> database.unitOfWork(() -> {
                    say("lost");
                    throw new IllegalStateException("no");
                })))
                .hasMessage("no");

        assertThat(lines()).isEmpty();
    }

    @Test
    void aFailedStatementThatIsSwallowedKeepsItFromBeingWritten() throws Exception {
        assertFails(
                () -> here(() -> database.unitOfWork(() -> {
                    say("lost");
                    assertThatThrownBy(() -> Sql.ask(stage.shop.connection(), "select * from nowhere"))
                            .isInstanceOf(SQLException.class);
                    assertFails(() -> say("late"), "nothing of it was kept");
                    return 0;
                })),
                "nothing of it was kept");

        assertThat(lines()).isEmpty();
    }

    @Test
    void whatTheServerRefusesFailsTheWholeAndTheConnectionIsOfUseAfterwards() throws Exception {
        for (boolean early : new boolean[] {false, true}) {
            assertFails(
                    () -> here(() -> database.unitOfWork(() -> {
                        write("lost");
                        say("lost, too");
                        database.beforeCommit(Stage.SHOP, LateStatement.of("DELETE FROM core.alpha"));
                        say("never tried");
                        if (early) {
                            assertThatThrownBy(() -> stage.shop.connection().setSavepoint())
                                    .hasMessageContaining("permission denied");
                        }
                        return 0;
                    })),
                    early ? "nothing of it was kept" : "refused a statement");
        }

        assertThat(lines()).isEmpty();
        here(() -> say("fine"));
        assertThat(lines()).isEqualTo("fine");
    }

    @Test
    void aConstraintThatIsCheckedAtTheCommitLetsNeitherThrough() throws Exception {
        assertThatThrownBy(() -> here(() -> database.unitOfWork(() -> {
                    write("lost");
                    database.beforeCommit(
                            Stage.SHOP,
                            LateStatement.of(
                                    "INSERT INTO lines (text, late) VALUES (?, ?)", "lost", UUID.randomUUID()));
                    return 0;
                })))
                .isInstanceOfSatisfying(
                        PlexicaException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.CONFLICT))
                .hasMessageContaining("reference");

        assertThat(lines()).isEmpty();
    }

    @Test
    void aConnectionThatIsKilledTakesBothWithIt() throws Exception {
        assertThatThrownBy(() -> here(() -> database.unitOfWork(() -> {
                    write("lost");
                    say("lost, too");
                    String backend = Sql.ask(stage.shop.connection(), "select pg_backend_pid()");
                    assertThat(stage.server.ask("SELECT pg_terminate_backend(" + backend + ", 5000)"))
                            .isEqualTo("t");
                    return 0;
                })))
                .isInstanceOfSatisfying(
                        PlexicaException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.UNAVAILABLE));

        assertThat(stage.server.ask("SELECT count(*) FROM " + stage.shopSchema(stage.acme) + ".lines"))
                .isEqualTo("0");
    }

    @Test
    void whatIsTakenBackToASavepointIsNotWritten() throws Exception {
        here(() -> database.unitOfWork(() -> {
            Connection mine = stage.shop.connection();
            say("before");
            Savepoint savepoint = mine.setSavepoint();
            say("taken back");
            mine.rollback(savepoint);
            say("after");
            return 0;
        }));
        here(() -> database.unitOfWork(() -> {
            Connection mine = stage.shop.connection();
            say("first");
            Sql.run(mine, "savepoint here");
            say("taken back");
            Sql.run(mine, "rollback to here");
            say("last");
            return 0;
        }));

        assertThat(lines()).isEqualTo("before after first last");
    }

    @Test
    void eachIsWrittenUnderTheRoleOfItsPluginInItsTenant() throws Exception {
        UUID workspace = UUID.randomUUID();
        here(() -> database.unitOfWork(() -> {
            who(Stage.SHOP);
            who(Stage.DEPOT);
            in(stage.acme, workspace, () -> who(Stage.SHOP));
            in(stage.globex, () -> who(Stage.SHOP));
            database.core(c -> Sql.run(c, "select 1"));
            return 0;
        }));

        String shop = stage.shopSchema(stage.acme);
        assertThat(lines()).isEqualTo(shop + "/ " + shop + "/" + workspace);
        assertThat(stage.server.ask("SELECT text FROM tenant_" + stage.acme + "__depot.lines"))
                .isEqualTo("tenant_" + stage.acme + "__depot/");
        assertThat(stage.server.ask("SELECT text FROM " + stage.shopSchema(stage.globex) + ".lines"))
                .isEqualTo(stage.shopSchema(stage.globex) + "/");
    }

    @Test
    void entitiesAreWrittenBeforeIt() throws Exception {
        here(() -> stage.shop.write(entities -> {
            database.beforeCommit(
                    Stage.SHOP, LateStatement.of("INSERT INTO lines (item_id, text) SELECT id, name FROM items"));
            entities.persist(new Item("entity"));
            return 0;
        }));

        assertThat(lines()).isEqualTo("entity");
    }

    @Test
    void whatOnlyReadsRefusesItAtOnceAndGoesOn() throws Exception {
        here(() -> stage.shop.read(entities -> {
            assertFails(() -> say("no"), "only reads: use Data.write");
            return 0;
        }));

        assertThat(lines()).isEmpty();
    }

    @Test
    void thereMustBeATenant() {
        assertFails(() -> database.together(() -> say("no")), "There is no tenant here");
    }

    @Test
    void whatFollowsTheCommitFindsItWritten() throws Exception {
        here(() -> database.unitOfWork(() -> {
            database.afterCommit(() -> assertThat(unchecked()).isEqualTo("said"));
            database.afterCommit(() -> say("afterwards"));
            return say("said");
        }));

        assertThat(lines()).isEqualTo("said afterwards");
    }

    private static <T> T here(Callable<T> work) throws Exception {
        return in(stage.acme, work);
    }

    private static boolean say(String text) {
        database.beforeCommit(
                Stage.SHOP, LateStatement.of("INSERT INTO lines (text) VALUES (coalesce(?, 'nothing'))", text));
        return true;
    }

    private static boolean who(PluginRef plugin) {
        database.beforeCommit(
                plugin,
                LateStatement.of(
                        "INSERT INTO lines (text) VALUES (current_user || ? || current_setting('plexica.workspace'))",
                        "/"));
        return true;
    }

    private static void write(String text) {
        database.plugin(Stage.SHOP, c -> Sql.run(c, "insert into lines (text) values ('" + text + "')"));
    }

    private static void assertFails(ThrowingCallable work, String message) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        PlexicaException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INTERNAL_ERROR))
                .hasMessageContaining(message);
    }

    private static String lines() throws Exception {
        return here(() -> database.plugin(Stage.SHOP, LateWorkTest::lines));
    }

    private static String unchecked() {
        return database.plugin(Stage.SHOP, LateWorkTest::lines);
    }

    private static String lines(Connection connection) throws SQLException {
        return Sql.ask(connection, "select coalesce(string_agg(text, ' ' order by id), '') from lines");
    }
}
