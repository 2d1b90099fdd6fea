package io.plexica.data.internal;

import static io.plexica.data.testing.TestContext.in;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plexica.api.problem.PlexicaException;
import io.plexica.data.testing.Sql;
import io.plexica.data.testing.Stage;
import io.plexica.data.testing.TestServer;
import java.sql.Connection;
import java.sql.SQLException;
import javax.persistence.PersistenceException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a plugin's code tries in a tenant, by mistake or because somebody smuggled SQL into it. */
class WallsTest {

    private static final String DENIED = "42501";
    private static Stage stage;

    @BeforeAll
    static void raise() throws Exception {
        stage = Stage.inhabited();
    }

    @AfterAll
    static void lower() {
        stage.close();
    }

    @Test
    void plainSqlReachesTheTenantsOwnRowsAlone() throws Exception {
        assertThat(ask(stage.acme, "select string_agg(name, ',') from items")).isEqualTo("of " + stage.acme);
        assertThat(ask(stage.globex, "select string_agg(name, ',') from items")).isEqualTo("of " + stage.globex);
    }

    @Test
    void jpqlReachesTheTenantsOwnRowsAlone() throws Exception {
        for (String slug : new String[] {stage.acme, stage.globex, stage.acme}) {
            String name = in(
                    slug,
                    () -> stage.shop.read(entities -> entities.createQuery("select i.name from Item i", String.class)
                            .getSingleResult()));
            assertThat(name).isEqualTo("of " + slug);
        }
    }

    @Test
    void sqlNamingAnotherTenantsSchemaIsRefusedByTheDatabase() {
        assertDenied("select * from " + stage.shopSchema(stage.globex) + ".items");
        assertDenied("insert into " + stage.shopSchema(stage.globex) + ".lines (text) values ('x')");
    }

    @Test
    void nativeQueriesNamingAnotherTenantsSchemaAreRefusedByTheDatabase() {
        assertThatThrownBy(() -> in(
                        stage.acme,
                        () -> stage.shop.read(entities -> entities.createNativeQuery(
                                        "select * from " + stage.shopSchema(stage.globex) + ".items")
                                .getResultList())))
                .isInstanceOf(PersistenceException.class)
                .hasStackTraceContaining("permission denied for schema");
    }

    @Test
    void sqlNamingThePlatformsSchemasIsRefusedByTheDatabase() {
        assertDenied("select * from tenant_" + stage.acme + ".notes");
        assertDenied("select * from core.alpha");
        assertDenied("select * from core.data_roles");
        assertDenied("select * from core.flyway_alpha");
    }

    @Test
    void twoPluginsOfOneTenantDoNotSeeEachOther() {
        assertDenied("select * from tenant_" + stage.acme + "__depot.items");
    }

    @Test
    void aPluginCannotTouchTheHistoryOfItsMigrations() {
        assertDenied("delete from flyway_history");
        assertDenied("select * from flyway_history");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create temporary table t (id int)",
                "create temp view v as select 1",
                "create table t (id int)",
                "create function f() returns int language sql as 'select 1'",
                "create function pg_temp.f() returns int language sql as 'select 1'",
                "create schema s",
                "alter table items add column x int",
                "drop table items",
                "truncate items",
                "select lo_creat(-1)",
                "select lo_create(4711)",
                "select lo_from_bytea(0, 'x')",
                "select pg_read_file('/etc/passwd')",
                "copy items to '/tmp/items'",
                "create role r",
                "grant select on items to public"
            })
    void nothingButRowsCanBeMadeOrChanged(String sql) throws Exception {
        String state = stateOf(sql);
        // A grant without the right to grant is a warning and no effect.
        assertThat(state).isEqualTo(sql.startsWith("grant") ? "00000" : DENIED);
        if (sql.startsWith("grant")) {
            assertThat(stage.server.ask(
                            "select count(*) from information_schema.role_table_grants where grantee = 'PUBLIC'"
                                    + " and table_schema = '" + stage.shopSchema(stage.acme) + "'"))
                    .isEqualTo("0");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "reset role",
                "set role tenant_other",
                "set local role none",
                "set session authorization default",
                "select set_config('role', 'none', false)",
                "select 1; reset role",
                "do $$ begin execute 'reset role'; end $$",
                "commit",
                "rollback"
            })
    void switchingTheRoleOrEndingTheTransactionIsRefused(String sql) {
        assertThatThrownBy(() -> ask(stage.acme, sql))
                .isInstanceOf(PlexicaException.class)
                .hasMessageContaining("refused");
        assertThatThrownBy(() -> in(
                        stage.acme,
                        () -> stage.shop.write(entities -> {
                            run(stage.shop.connection(), sql);
                            return 0;
                        })))
                .isInstanceOf(PlexicaException.class);
        assertThatThrownBy(() -> in(
                        stage.acme,
                        () -> stage.shop.write(
                                entities -> entities.createNativeQuery(sql).executeUpdate())))
                .hasStackTraceContaining("refused");
    }

    /** A function body can hide the switch from everybody but PostgreSQL; what it reaches then is the powerless login. */
    @Test
    void aHiddenResetReachesNothing() throws Exception {
        String schema = stage.shopSchema(stage.acme);
        stage.server.run("create function " + schema + ".hidden() returns text language plpgsql as $$"
                + " declare n text; begin execute 're' || 'set role'; return current_user; end $$");
        assertThatThrownBy(() -> in(
                        stage.acme,
                        () -> stage.shop.write(entities -> {
                            assertThat(Sql.askQuietly(stage.shop.connection(), "select hidden()"))
                                    .isEqualTo(TestServer.POOL);
                            assertThatThrownBy(
                                            () -> Sql.ask(stage.shop.connection(), "select count(*) from core.alpha"))
                                    .isInstanceOf(SQLException.class);
                            throw new IllegalStateException("enough");
                        })))
                .hasMessage("enough");
    }

    @Test
    void theNextUnitOfWorkBeginsWithItsOwnRoleWhateverWasLeftBehind() throws Exception {
        String schema = stage.shopSchema(stage.acme);
        stage.server.run("create or replace function " + schema + ".poison() returns text language plpgsql as $$"
                + " begin execute 'select set_con' || 'fig(''search_path'', ''core'', false)'; return 'done'; end $$");
        for (int i = 0; i < 6; i++) {
            assertThat(ask(stage.acme, "select poison()")).isEqualTo("done");
            assertThat(ask(stage.globex, "select current_user || ' ' || current_schema"))
                    .isEqualTo(stage.shopSchema(stage.globex) + " " + stage.shopSchema(stage.globex));
        }
    }

    private static void assertDenied(String sql) {
        assertThatThrownBy(() -> ask(stage.acme, sql))
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo(DENIED));
    }

    private static String ask(String slug, String sql) throws Exception {
        Object[] failure = new Object[1];
        String answer = in(slug, () -> {
            try {
                return stage.shop.write(entities -> {
                    try {
                        return Sql.ask(stage.shop.connection(), sql);
                    } catch (SQLException e) {
                        failure[0] = e;
                        throw new IllegalStateException(e);
                    }
                });
            } catch (IllegalStateException e) {
                return "";
            }
        });
        if (failure[0] instanceof SQLException e) {
            throw e;
        }
        return answer;
    }

    private static String stateOf(String sql) throws Exception {
        try {
            in(
                    stage.acme,
                    () -> stage.platform.database().newUnitOfWork(() -> {
                        run(stage.shop.connection(), sql);
                        return 0;
                    }));
            return "00000";
        } catch (IllegalStateException e) {
            return ((SQLException) e.getCause()).getSQLState();
        }
    }

    private static void run(Connection connection, String sql) {
        try {
            Sql.run(connection, sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
