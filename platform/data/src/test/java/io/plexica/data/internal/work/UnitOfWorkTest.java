package io.plexica.data.internal.work;

import static io.plexica.data.testing.TestContext.in;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.data.testing.Sql;
import io.plexica.data.testing.Stage;
import io.plexica.data.testing.shop.Item;
import io.plexica.spi.data.Database;
import io.plexica.spi.data.DatabaseException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UnitOfWorkTest {

    private static final AtomicInteger IDS = new AtomicInteger();
    private static Stage stage;
    private static Database database;

    @BeforeAll
    static void raise() {
        // One connection for the work and one for work beside it: whatever sticks to it shows at once.
        stage = new Stage(2);
        database = stage.platform.database();
    }

    @AfterAll
    static void lower() {
        stage.close();
    }

    @BeforeEach
    void empty() {
        database.core(c -> Sql.run(c, "delete from alpha"));
        database.tenant(stage.acme, c -> Sql.run(c, "delete from counters"));
    }

    @Test
    void callsOfTheirOwnCommitAtOnce() {
        database.core(c -> Sql.run(c, "insert into alpha values (1, 'a')"));
        assertThat(alphas()).isEqualTo("1");
    }

    @Test
    void everythingCommitsTogetherUnderItsOwnRole() throws Exception {
        String roles = in(
                stage.acme,
                () -> database.unitOfWork(() -> {
                    String seen = database.core(c -> Sql.run(c, "insert into alpha values (1, 'a')") + role(c));
                    seen += database.tenant(
                            stage.acme, c -> Sql.run(c, "insert into counters (name) values ('n')") + role(c));
                    seen += database.plugin(Stage.SHOP, UnitOfWorkTest::role);
                    seen += database.core(UnitOfWorkTest::role);
                    assertThat(outside("select count(*) from core.alpha")).isEqualTo("0");
                    return seen;
                }));
        assertThat(roles)
                .isEqualTo("1 plexica_core core1 tenant_A tenant_A tenant_A__shop tenant_A__shop plexica_core core"
                        .replace("A", stage.acme));
        assertThat(alphas()).isEqualTo("1");
    }

    @Test
    void everythingIsRolledBackWhenTheWorkThrows() {
        IllegalStateException business = new IllegalStateException("no");
        assertThatThrownBy(() -> in(
                        stage.acme,
                        () -> database.unitOfWork(() -> {
                            database.core(c -> Sql.run(c, "insert into alpha values (1, 'a')"));
                            database.tenant(stage.acme, c -> Sql.run(c, "insert into counters (name) values ('n')"));
                            stage.shop.entityManager().persist(new Item("lost" + IDS.incrementAndGet()));
                            throw business;
                        })))
                .isSameAs(business);
        assertThat(alphas()).isEqualTo("0");
        assertThat(outside("select count(*) from tenant_" + stage.acme + ".counters"))
                .isEqualTo("0");
        assertThat(outside("select count(*) from " + stage.shopSchema(stage.acme) + ".items where name like 'lost%'"))
                .isEqualTo("0");
    }

    @Test
    void checkedExceptionsRollBackToo() {
        assertThatThrownBy(() -> database.unitOfWork(() -> {
                    database.core(c -> Sql.run(c, "insert into alpha values (1, 'a')"));
                    throw new java.io.IOException("disk");
                }))
                .isInstanceOf(java.io.IOException.class);
        assertThat(alphas()).isEqualTo("0");
    }

    @Test
    void aFailedStatementOfThePlatformDoomsTheWholeEvenWhenCaught() {
        assertThatThrownBy(() -> database.unitOfWork(() -> {
                    database.core(c -> Sql.run(c, "insert into alpha values (1, 'a')"));
                    try {
                        database.tenant(stage.acme, c -> Sql.run(c, "select * from nowhere"));
                    } catch (PlexicaException e) {
                        assertThat(e.code()).isEqualTo(ErrorCode.INTERNAL_ERROR);
                    }
                    return 0;
                }))
                .isInstanceOf(PlexicaException.class)
                .hasMessageContaining("nothing of it was kept");
        assertThat(alphas()).isEqualTo("0");
    }

    @Test
    void aSwallowedFailureOfAPluginCommitsNothingSilently() {
        assertThatThrownBy(() -> in(
                        stage.acme,
                        () -> stage.shop.write(entities -> {
                            entities.persist(new Item("silent"));
                            entities.flush();
                            assertThatThrownBy(() -> Sql.ask(stage.shop.connection(), "select * from nowhere"))
                                    .isInstanceOf(SQLException.class);
                            return 0;
                        })))
                .isInstanceOf(PlexicaException.class)
                .hasMessageContaining("nothing of it was kept");
    }

    @Test
    void aSavepointLetsWorkGoOnAfterAFailure() {
        String outcome = database.core(c -> {
            Savepoint savepoint = c.setSavepoint();
            assertThatThrownBy(() -> Sql.run(c, "select * from nowhere")).isInstanceOf(SQLException.class);
            c.rollback(savepoint);
            Sql.run(c, "insert into alpha values (1, 'a')");
            return role(c);
        });
        assertThat(outcome).isEqualTo(" plexica_core core");
        assertThat(alphas()).isEqualTo("1");
    }

    @Test
    void uniqueViolationsStayRecognisable() {
        database.core(c -> Sql.run(c, "insert into alpha values (1, 'a')"));
        assertThatThrownBy(() -> database.core(c -> Sql.run(c, "insert into alpha values (1, 'a')")))
                .isInstanceOfSatisfying(DatabaseException.class, e -> {
                    assertThat(e.isUniqueViolation()).isTrue();
                    assertThat(e.code()).isEqualTo(ErrorCode.INTERNAL_ERROR);
                    assertThat(e.detail()).doesNotContain("alpha");
                });
    }

    @Test
    void workOfItsOwnCommitsWhateverBecomesOfTheOuter() {
        assertThatThrownBy(() -> database.unitOfWork(() -> {
                    database.core(c -> Sql.run(c, "insert into alpha values (1, 'outer')"));
                    database.newUnitOfWork(
                            () -> database.core(c -> Sql.run(c, "insert into alpha values (2, 'inner')")));
                    throw new IllegalStateException();
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(outside("select string_agg(name, ',') from core.alpha")).isEqualTo("inner");
    }

    @Test
    void workOfItsOwnFailsWithoutHarmToTheOuter() throws Exception {
        database.unitOfWork(() -> {
            database.core(c -> Sql.run(c, "insert into alpha values (1, 'outer')"));
            assertThatThrownBy(() -> database.newUnitOfWork(() -> database.core(c -> Sql.run(c, "select nonsense"))))
                    .isInstanceOf(PlexicaException.class);
            return 0;
        });
        assertThat(alphas()).isEqualTo("1");
    }

    @Test
    void aNestedCallOfThePlatformReturnsToThePluginsRole() throws Exception {
        in(
                stage.acme,
                () -> database.unitOfWork(() -> {
                    Connection mine = stage.shop.connection();
                    String shop = " " + stage.shopSchema(stage.acme) + " " + stage.shopSchema(stage.acme);
                    try (PreparedStatement prepared =
                            mine.prepareStatement("select current_user || ' ' || current_schema")) {
                        assertThat(role(mine)).isEqualTo(shop);
                        database.tenant(stage.acme, c -> Sql.run(c, "insert into counters (name) values ('nested')"));
                        // Prepared before the platform switched, run after.
                        try (var rows = prepared.executeQuery()) {
                            rows.next();
                            assertThat(" " + rows.getString(1)).isEqualTo(shop);
                        }
                    }
                    database.core(c -> {
                        assertThat(role(c)).isEqualTo(" plexica_core core");
                        assertThat(role(mine)).isEqualTo(shop);
                        assertThat(role(c)).isEqualTo(" plexica_core core");
                        return 0;
                    });
                    return 0;
                }));
    }

    @Test
    void nothingIsAskedOfThePoolBeforeTheDatabaseIsNeeded() throws Exception {
        // With two connections at most, a hundred nested units would starve.
        assertThat(nest(100)).isEqualTo("done");
    }

    @Test
    void afterCommitRunsOnlyThenAndInOrder() throws Exception {
        List<String> heard = new ArrayList<>();
        database.afterCommit(() -> heard.add("none open"));
        database.unitOfWork(() -> {
            database.afterCommit(() -> heard.add("first"));
            database.afterCommit(() -> {
                throw new IllegalStateException("goes to the log");
            });
            database.afterCommit(() -> heard.add("second, " + alphas()));
            database.core(c -> Sql.run(c, "insert into alpha values (1, 'a')"));
            assertThat(heard).hasSize(1);
            return 0;
        });
        assertThatThrownBy(() -> database.unitOfWork(() -> {
                    database.afterCommit(() -> heard.add("never"));
                    throw new IllegalStateException();
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(heard).containsExactly("none open", "first", "second, 1");
    }

    @Test
    void readingOpensWhatCannotWrite() throws Exception {
        assertThatThrownBy(() -> in(
                        stage.acme,
                        () -> stage.shop.read(entities -> {
                            entities.persist(new Item("read"));
                            return 0;
                        })))
                .hasStackTraceContaining("read-only transaction");
        assertThatThrownBy(() -> in(
                        stage.acme,
                        () -> stage.shop.read(
                                entities -> database.core(c -> Sql.run(c, "insert into alpha values (1, 'a')")))))
                .isInstanceOf(PlexicaException.class)
                .hasMessageContaining("only reads");
        in(
                stage.acme,
                () -> stage.shop.write(entities -> stage.shop.read(inner -> {
                    inner.persist(new Item("joined" + IDS.incrementAndGet()));
                    return 0;
                })));
        database.core(c -> Sql.run(c, "insert into alpha values (1, 'a')"));
    }

    @Test
    void whatIsHandedOutDiesWithTheUnitOfWork() throws Exception {
        Connection[] kept = new Connection[1];
        PreparedStatement[] statement = new PreparedStatement[1];
        database.core(c -> {
            kept[0] = c;
            statement[0] = c.prepareStatement("select 1");
            assertThat(c.isClosed()).isFalse();
            return 0;
        });
        assertThat(kept[0].isClosed()).isTrue();
        assertThatThrownBy(() -> kept[0].createStatement()).hasMessageContaining("over");
        assertThatThrownBy(() -> statement[0].executeQuery()).hasMessageContaining("over");
    }

    @Test
    void transactionAndSessionCannotBeTouchedThroughTheConnection() {
        database.core(c -> {
            for (SqlCall call : new SqlCall[] {
                Connection::commit,
                Connection::rollback,
                Connection::close,
                x -> x.setAutoCommit(true),
                x -> x.setReadOnly(true),
                x -> x.setSchema("core"),
                x -> x.setCatalog("x"),
                x -> x.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE),
                x -> x.abort(Runnable::run),
                x -> x.unwrap(org.postgresql.PGConnection.class),
                x -> x.createStatement().unwrap(java.sql.Statement.class),
                x -> x.createStatement().getConnection().commit(),
                x -> x.createStatement()
                        .executeQuery("select 1")
                        .getStatement()
                        .getConnection()
                        .commit(),
                x -> x.createStatement().executeQuery("select 1").unwrap(java.sql.ResultSet.class),
                x -> x.getMetaData().getConnection().commit()
            }) {
                assertThatThrownBy(() -> call.on(c))
                        .isInstanceOf(PlexicaException.class)
                        .hasMessageContaining("refused");
            }
            assertThat(c.getMetaData().getSchemas().getStatement()).isNull();
            return 0;
        });
    }

    @Test
    void settingsLocksAndCursorsDoNotReachTheNextUnitOfWork() throws Exception {
        String before = settings();
        in(
                stage.acme,
                () -> stage.shop.write(entities -> run(
                        "set statement_timeout = '1234ms'",
                        "set search_path to nowhere",
                        "select pg_advisory_lock(4711)",
                        "listen news",
                        "prepare p as select 1",
                        "declare c cursor with hold for select 1")));
        assertThatThrownBy(() -> in(
                        stage.acme,
                        () -> stage.shop.write(entities -> {
                            run("set work_mem = '1234kB'", "select pg_advisory_lock(4712)");
                            throw new IllegalStateException();
                        })))
                .isInstanceOf(IllegalStateException.class);
        assertThat(settings()).isEqualTo(before);
        assertThat(outside("select count(*) from pg_locks where locktype = 'advisory' and objid in (4711, 4712)"))
                .isEqualTo("0");
    }

    @Test
    void aConnectionIsCleanAfterAnExceptionAndAfterARollback() throws Exception {
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> in(
                            stage.acme,
                            () -> stage.shop.write(entities -> entities.createNativeQuery("select nonsense")
                                    .getResultList())))
                    .isInstanceOf(RuntimeException.class);
            assertThat((String) database.tenant(stage.globex, UnitOfWorkTest::role))
                    .isEqualTo(" tenant_G tenant_G".replace("G", stage.globex));
            assertThatThrownBy(() -> database.unitOfWork(() -> {
                        database.core(c -> Sql.run(c, "insert into alpha values (1, 'a')"));
                        throw new IllegalStateException();
                    }))
                    .isInstanceOf(IllegalStateException.class);
            assertThat((String) in(stage.acme, () -> database.plugin(Stage.SHOP, UnitOfWorkTest::role)))
                    .endsWith(stage.shopSchema(stage.acme));
        }
        assertThat(alphas()).isEqualTo("0");
    }

    private static int run(String... statements) {
        for (String sql : statements) {
            try {
                Sql.run(stage.shop.connection(), sql);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
        return 0;
    }

    private static String settings() {
        return database.core(c -> Sql.ask(
                c,
                "select string_agg(name || '=' || setting, ',' order by name) from pg_settings where name in"
                        + " ('statement_timeout', 'work_mem', 'search_path', 'role', 'transaction_read_only')"));
    }

    private static String nest(int depth) throws Exception {
        return depth == 0 ? "done" : database.newUnitOfWork(() -> nest(depth - 1));
    }

    private static String role(Connection connection) throws SQLException {
        return " " + Sql.ask(connection, "select current_user || ' ' || current_schema");
    }

    private static String alphas() {
        return outside("select count(*) from core.alpha");
    }

    private static String outside(String sql) {
        try {
            return stage.server.ask(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private interface SqlCall {
        void on(Connection connection) throws SQLException;
    }
}
