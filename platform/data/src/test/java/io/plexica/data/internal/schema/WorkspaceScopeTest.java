package io.plexica.data.internal.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.data.internal.DataPlatform;
import io.plexica.data.testing.Folder;
import io.plexica.data.testing.TestServer;
import io.plexica.data.testing.desk.Memo;
import io.plexica.data.testing.desk.Room;
import io.plexica.spi.plugins.PluginRef;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules of workspaces come, stay and go with the entities of the version that migrates. */
class WorkspaceScopeTest {

    private static final String SLUG = "scopes";
    private static final String SCHEMA = "tenant_scopes__desk";
    private static final PluginRef DESK = new PluginRef("desk", "1.0.0");
    private static final String MEMOS =
            "CREATE TABLE memos (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, workspace_id uuid NOT NULL, text"
                    + " text NOT NULL);";
    private static final String ROOMS = "CREATE TABLE rooms (name text PRIMARY KEY);";

    private final TestServer server = TestServer.shared();
    private final DataPlatform platform = server.platform(2);

    @TempDir
    Path folder;

    @BeforeEach
    void tenant() {
        platform.defaultWorkspaces(slug -> Optional.of(new UUID(0, 1)));
        platform.tenantSchemas().create(SLUG);
    }

    @AfterEach
    void close() {
        platform.tenantSchemas().drop(SLUG);
        platform.close();
    }

    @ParameterizedTest
    @CsvSource({
        "'CREATE TABLE memos (id bigint, text text)', table memos has no column workspace_id",
        "'CREATE TABLE memos (id bigint, workspace_id uuid)', must be uuid NOT NULL",
        "'CREATE TABLE memos (id bigint, workspace_id text NOT NULL)', must be uuid NOT NULL",
        "'CREATE TABLE other (id bigint)', table memos of a @WorkspaceScoped entity is made by none",
        "'CREATE VIEW memos AS SELECT 1 AS workspace_id', table memos of a @WorkspaceScoped entity is made by none",
        "'CREATE TABLE memos (id bigint, workspace_id uuid NOT NULL)', column text of table memos, which an entity has"
    })
    void tablesThatWillNotDoAreRefusedAndNothingIsKept(String sql, String reason) {
        ClassLoader files =
                new Folder(folder, "db").with("V1__x.sql", sql + ";").loader();
        assertThatThrownBy(() -> migrate(files, Memo.class)).isInstanceOfSatisfying(PlexicaException.class, e -> {
            assertThat(e.code()).isEqualTo(ErrorCode.PLUGIN_ERROR);
            assertThat(e.detail()).contains(reason);
        });
        assertThat(platform.pluginSchemas().exists(SLUG, DESK.id())).isFalse();
    }

    @Test
    void anEntityNeedsItsTableAndAViewWillDo() throws SQLException {
        Folder db = new Folder(folder, "db").with("V1__x.sql", MEMOS);
        assertThatThrownBy(() -> migrate(db.loader(), Memo.class, Room.class))
                .hasMessageContaining("table rooms of an entity is made by none of the migrations");
        db.with("V1__x.sql", MEMOS + "CREATE VIEW rooms AS SELECT 'one' AS name;");
        migrate(db.loader(), Memo.class, Room.class);
        assertThat(rules("memos")).isEqualTo("t/t/3");
    }

    @Test
    void anUpgradeThatWillNotDoLeavesTheTablesAsTheyWere() throws SQLException {
        Folder db = new Folder(folder, "db").with("V1__x.sql", MEMOS);
        migrate(db.loader(), Memo.class);
        db.with("V2__y.sql", "ALTER TABLE memos DROP COLUMN workspace_id CASCADE;");
        assertThatThrownBy(() -> migrate(db.loader(), Memo.class)).hasMessageContaining("has no column workspace_id");
        assertThat(rules("memos")).isEqualTo("t/t/3");
        assertThat(server.ask("SELECT count(*) FROM " + SCHEMA + ".flyway_history WHERE version = '2'"))
                .isEqualTo("0");
    }

    @Test
    void rulesComeAndGoWithTheEntityWithoutAnyMigration() throws SQLException {
        ClassLoader files =
                new Folder(folder, "db").with("V1__x.sql", MEMOS + ROOMS).loader();
        migrate(files, Room.class);
        assertThat(rules("memos")).isEqualTo("f/f/0");
        migrate(files, Room.class, Memo.class);
        assertThat(rules("memos")).isEqualTo("t/t/3");
        assertThat(rules("rooms")).isEqualTo("f/f/0");
        migrate(files, Room.class);
        assertThat(rules("memos")).isEqualTo("f/f/0");
    }

    @Test
    void whatIsAsItShouldBeIsLeftAlone() throws SQLException {
        ClassLoader files = new Folder(folder, "db").with("V1__x.sql", MEMOS).loader();
        migrate(files, Memo.class);
        String before = policies();
        migrate(files, Memo.class);
        assertThat(policies()).isEqualTo(before);
    }

    @Test
    void aMigrationThatLiftsTheRulesDoesNotEndSo() throws SQLException {
        Folder db = new Folder(folder, "db").with("V1__x.sql", MEMOS);
        migrate(db.loader(), Memo.class);
        db.with(
                "V2__y.sql",
                "DROP POLICY plexica_workspace ON memos; ALTER TABLE memos DISABLE ROW LEVEL SECURITY;"
                        + " ALTER TABLE memos ALTER COLUMN workspace_id DROP DEFAULT;");
        migrate(db.loader(), Memo.class);
        assertThat(rules("memos")).isEqualTo("t/t/3");
        assertThat(server.ask("SELECT column_default LIKE '%plexica.workspace%' FROM information_schema.columns WHERE"
                        + " table_schema = '" + SCHEMA + "' AND column_name = 'workspace_id'"))
                .isEqualTo("t");
    }

    @Test
    void aMigrationOfRowsReachesAllWorkspaces() throws SQLException {
        Folder db = new Folder(folder, "db").with("V1__x.sql", MEMOS);
        migrate(db.loader(), Memo.class);
        server.run("INSERT INTO " + SCHEMA + ".memos (workspace_id, text) SELECT gen_random_uuid(), 'x' FROM"
                + " generate_series(1, 5)");
        db.with(
                "V2__y.sql",
                "UPDATE memos SET text = 'y'; INSERT INTO memos (workspace_id, text) VALUES"
                        + " (current_setting('plexica.default_workspace')::uuid, 'y');");
        migrate(db.loader(), Memo.class);
        assertThat(server.ask("SELECT count(*) FROM " + SCHEMA + ".memos WHERE text = 'y'"))
                .isEqualTo("6");
    }

    @Test
    void partitionsAreRuledLikeTheirTable() throws SQLException {
        String parts = MEMOS.replace("GENERATED ALWAYS AS IDENTITY PRIMARY KEY", "NOT NULL")
                        .replace(");", ") PARTITION BY HASH (id);")
                + "CREATE TABLE memos_1 PARTITION OF memos FOR VALUES WITH (MODULUS 1, REMAINDER 0);";
        migrate(new Folder(folder, "db").with("V1__x.sql", parts).loader(), Memo.class);
        assertThat(rules("memos_1")).isEqualTo("t/t/3");
    }

    private void migrate(ClassLoader files, Class<?>... entities) {
        platform.pluginUnits()
                .open(DESK, List.of(entities).stream().map(Class::getName).toList(), both(files));
        try {
            platform.pluginSchemas().migrate(SLUG, DESK.id(), "db", loader);
        } finally {
            platform.pluginUnits().close(DESK, loader);
        }
    }

    private ClassLoader loader;

    private ClassLoader both(ClassLoader files) {
        loader = new ClassLoader(WorkspaceScopeTest.class.getClassLoader()) {
            @Override
            public java.util.Enumeration<java.net.URL> getResources(String name) throws java.io.IOException {
                return name.equals("db") ? files.getResources(name) : super.getResources(name);
            }
        };
        return loader;
    }

    private String rules(String table) throws SQLException {
        return server.ask("SELECT concat_ws('/', relrowsecurity, relforcerowsecurity, (SELECT count(*) FROM pg_policy"
                + " WHERE polrelid = c.oid)) FROM pg_class c WHERE oid = '" + SCHEMA + "." + table + "'::regclass");
    }

    private String policies() throws SQLException {
        return server.ask("SELECT string_agg(oid || '/' || xmin, ' ' ORDER BY oid) FROM pg_policy");
    }
}
