package io.plexica.data.internal.sql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MigrationCheckTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create table t (role text); update t set role = 'x'",
                "insert into texts values ('Reset role'), ('commit; grant all')",
                "create function f() returns int language plpgsql as $$ begin return 1; end $$",
                "alter table t alter column c set default 'set role x'",
                "create index i on t (a); refresh materialized view concurrently v",
                "set search_path to x",
                "create view v as select 1",
                "cluster t using i; cluster verbose t; alter table t cluster on i",
                "alter table p detach partition c; alter table p detach partition c finalize",
                "reindex table notes; create table vacuum (id int)"
            })
    void ordinaryMigrationsPass(String sql) {
        assertThat(MigrationCheck.check("V1__x.sql", sql)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create table t (id int); reset role",
                "set role owner_globex__shop",
                "set session authorization postgres",
                "select set_config('role', 'x', false)",
                "do $$ begin execute 'set role x'; end $$",
                "create function f() returns void language plpgsql as 'begin reset role; end'",
                "commit",
                "begin; create table t (id int); end",
                "grant select on t to public",
                "revoke all on t from x",
                "alter default privileges grant select on tables to public",
                "drop owned by x",
                "create schema other",
                "create role r",
                "create extension pgcrypto",
                "create index concurrently i on t (a)",
                "vacuum",
                "cluster",
                "cluster verbose;",
                "CLUSTER (verbose)",
                "ALTER TABLE p DETACH PARTITION c CONCURRENTLY",
                "alter table only s.p detach partition s.c concurrently; select 1",
                "vacuum (analyze) t",
                "reindex (verbose) schema s",
                "alter system set work_mem = '1GB'",
                "create subscription s connection 'x' publication p",
                "discard all"
            })
    void whatReachesBeyondThePluginIsRefused(String sql) {
        assertThat(MigrationCheck.check("V1__x.sql", sql))
                .isNotEmpty()
                .allSatisfy(problem -> assertThat(problem).startsWith("V1__x.sql: "));
    }

    @Test
    void allProblemsAreNamed() {
        assertThat(MigrationCheck.check("V2__y.sql", "reset role; commit; grant all on t to x"))
                .hasSize(3);
    }
}
