package io.plexica.data.internal.work;

import static io.plexica.data.testing.TestContext.in;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plexica.api.problem.PlexicaException;
import io.plexica.data.testing.Sql;
import io.plexica.data.testing.Stage;
import io.plexica.data.testing.shop.Item;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class HandedOutConnectionTest extends WorkCase {

    private static final AtomicInteger IDS = new AtomicInteger();

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
            assertThat((String) database.tenant(stage.globex, HandedOutConnectionTest::role))
                    .isEqualTo(" tenant_G tenant_G".replace("G", stage.globex));
            assertThatThrownBy(() -> database.unitOfWork(() -> {
                        database.core(c -> Sql.run(c, "insert into alpha values (1, 'a')"));
                        throw new IllegalStateException();
                    }))
                    .isInstanceOf(IllegalStateException.class);
            assertThat((String) in(stage.acme, () -> database.plugin(Stage.SHOP, HandedOutConnectionTest::role)))
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

    private interface SqlCall {
        void on(Connection connection) throws SQLException;
    }
}
