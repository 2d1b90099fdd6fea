package io.plexica.data.internal.sql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatementKindTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select * from items",
                "  SELECT role FROM members WHERE name = 'reset role; commit'",
                "update members set role = 'admin', other = 1",
                "insert into t values ('a;b', $$;commit$$)",
                "select 1;",
                "-- a note\nselect 1",
                "/* set role */ select 1",
                "with x as (select 1) select * from x",
                "(select 1) union (select 2)",
                "select pg_advisory_xact_lock(1)",
                "explain select 1",
                "select configuration, authorization_code from t",
                "merge into t using s on true when matched then do nothing"
            })
    void rowsAreAllThatPlainStatementsTouch(String sql) {
        assertThat(StatementKind.of(sql)).isEqualTo(StatementKind.PLAIN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "set statement_timeout = 0",
                "SET search_path TO tenant_x",
                "reset all",
                "select 1; select 2",
                "listen news",
                "prepare p as select 1",
                "declare c cursor with hold for select 1",
                "select pg_advisory_lock(1)",
                "select pg_try_advisory_lock(1)",
                "create temporary table t (id int)",
                "do $$ begin perform 1; end $$",
                "rollback to savepoint s",
                "savepoint s"
            })
    void whatMayStickToTheSessionIsNoted(String sql) {
        assertThat(StatementKind.of(sql)).isEqualTo(StatementKind.SESSION);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "reset role",
                "RESET/**/ROLE",
                "set role tenant_globex",
                "set local role tenant_globex",
                "set session role x",
                "set \"role\" to x",
                "-- x\nset\n role x",
                "set session authorization default",
                "reset session authorization",
                "set session_authorization to x",
                "select set_config('role', 'x', false)",
                "select pg_catalog.set_config ('search_path', 'x', true)",
                "select 1; reset role; select 2",
                "select 'it''s'; set role x",
                "select E'\\''; set role x --'",
                "do $$ begin reset role; end $$",
                "do $x$ begin execute 'set role x'; end $x$",
                "do 'begin set role x; end'",
                "create function f() returns void language sql set role = x as ''",
                "alter role current_user set role x",
                "commit",
                "COMMIT;",
                "rollback",
                "begin",
                "start transaction",
                "end",
                "abort",
                "prepare transaction 'x'",
                "select 1; commit",
                "set transaction read write"
            })
    void rolesAndTransactionsBelongToTheUnitOfWork(String sql) {
        assertThat(StatementKind.of(sql)).isEqualTo(StatementKind.REFUSED);
    }
}
