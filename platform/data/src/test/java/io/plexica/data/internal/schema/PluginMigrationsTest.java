package io.plexica.data.internal.schema;

import static io.plexica.data.testing.TestContext.in;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.data.internal.DataPlatform;
import io.plexica.data.testing.Folder;
import io.plexica.data.testing.Room;
import io.plexica.data.testing.Sql;
import io.plexica.data.testing.TestServer;
import io.plexica.spi.data.PluginSchemas.Difference;
import io.plexica.spi.data.PluginSchemas.TableRows;
import io.plexica.spi.plugins.PluginRef;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginMigrationsTest {

    private static final ClassLoader LOADER = PluginMigrationsTest.class.getClassLoader();

    private final TestServer server = TestServer.shared();
    private final DataPlatform platform = server.platform(3);

    @TempDir
    Path files;

    @BeforeEach
    void open() {
        platform.rooms().add(Room.named("alpha"));
    }

    @AfterEach
    void close() {
        List.of("mig-one", "mig-two", "mig-late").forEach(platform.tenantSchemas()::drop);
        platform.close();
    }

    @Test
    void aPluginsMigrationsRunOnceAndGoOnWhereTheyStopped() throws Exception {
        platform.tenantSchemas().create("mig-one");
        assertThat(platform.pluginSchemas().exists("mig-one", "shop")).isFalse();
        assertThat(migrate("shop")).isEqualTo(1);
        assertThat(migrate("shop")).isZero();
        assertThat(migrateAs("shop", "shop2")).isEqualTo(1);
        // The former version, after a rollback of the code, finds a newer schema and leaves it alone.
        assertThat(migrateAs("shop", "shop")).isZero();
        assertThat(platform.pluginSchemas().exists("mig-one", "shop")).isTrue();
        assertThat(server.ask("select tableowner from pg_tables where schemaname = 'tenant_mig_one__shop' and tablename"
                        + " = 'items'"))
                .isEqualTo("owner_mig_one__shop");
        assertThat((String) in(
                        "mig-one",
                        () -> platform.database()
                                .plugin(new PluginRef("shop", "2"), c -> Sql.ask(c, "select count(price) from items"))))
                .isEqualTo("0");
    }

    @Test
    void whatIsPendingIsToldWithoutRunningIt() throws Exception {
        platform.tenantSchemas().create("mig-one");
        ClassLoader two = new Folder(files, "db")
                .with("V1__items.sql", read("plugins/shop/db/V1__items.sql"))
                .with("V10__late.sql", "create table late (id int);")
                .with("V2__next.sql", "create table next (id int);")
                .loader();
        assertThat(platform.pluginSchemas().pending("mig-one", "shop", "db", two))
                .containsExactly("V1__items.sql", "V2__next.sql", "V10__late.sql");
        assertThat(platform.pluginSchemas().exists("mig-one", "shop")).isFalse();
        assertThat(platform.pluginSchemas().tables("mig-one", "shop")).isEmpty();
        migrate("shop");
        assertThat(platform.pluginSchemas().pending("mig-one", "shop", "db", two))
                .containsExactly("V2__next.sql", "V10__late.sql");
        platform.pluginSchemas().create("mig-one", "bare");
        assertThat(platform.pluginSchemas().pending("mig-one", "bare", "db", two))
                .hasSize(3);
        platform.pluginSchemas().migrate("mig-one", "shop", "db", two);
        assertThat(platform.pluginSchemas().pending("mig-one", "shop", "db", two))
                .isEmpty();
    }

    @Test
    void aPluginsTablesAreCountedWithAllTheirRows() throws Exception {
        platform.tenantSchemas().create("mig-one");
        migrate("shop");
        server.run("insert into tenant_mig_one__shop.lines (text) values ('a'), ('b')");
        assertThat(platform.pluginSchemas().tables("mig-one", "shop"))
                .containsExactly(new TableRows("items", 0), new TableRows("lines", 2));
    }

    @Test
    void aFailedFirstInstallLeavesNothingBehind() throws Exception {
        platform.tenantSchemas().create("mig-one");
        assertThatThrownBy(() -> migrate("bad")).isInstanceOfSatisfying(PlexicaException.class, e -> {
            assertThat(e.code()).isEqualTo(ErrorCode.PLUGIN_ERROR);
            assertThat(e.detail()).contains("V2__broken.sql").contains("relation \"nowhere\" does not exist");
            assertThat(e.extensions()).containsEntry("plugin", "bad");
        });
        assertThat(leftovers("bad")).isEqualTo("0");
        platform.pluginSchemas().drop("mig-one", "bad");
    }

    @Test
    void aFailedUpgradeChangesNothing() throws Exception {
        platform.tenantSchemas().create("mig-one");
        migrate("shop");
        ClassLoader upgrade = new Folder(files, "db")
                .with("V1__items.sql", read("plugins/shop/db/V1__items.sql"))
                .with("V2__good.sql", "create table good (id int);")
                .with("V3__bad.sql", "create table also (id int);\nalter table good add column id int;")
                .loader();
        assertThatThrownBy(() -> platform.pluginSchemas().migrate("mig-one", "shop", "db", upgrade))
                .hasMessageContaining("V3__bad.sql, line 2")
                .hasMessageContaining("already exists");
        assertThat(tables("tenant_mig_one__shop")).isEqualTo("flyway_history,items,lines");
    }

    @Test
    void aMigrationThatWasChangedAfterItRanIsRefused() {
        platform.tenantSchemas().create("mig-one");
        migrate("shop");
        ClassLoader changed = new Folder(files, "db")
                .with("V1__items.sql", "create table other (id int);")
                .loader();
        assertThatThrownBy(() -> platform.pluginSchemas().migrate("mig-one", "shop", "db", changed))
                .isInstanceOfSatisfying(
                        PlexicaException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.CONFLICT))
                .hasMessageStartingWith("migration-changed: V1__items.sql was changed after it had run");
        assertThat(platform.pluginSchemas()
                        .compare("mig-one", "shop", "db", changed)
                        .problems())
                .hasSize(1);
    }

    @Test
    void whatHasRunBeyondAVersionIsTold() {
        platform.tenantSchemas().create("mig-one");
        assertThat(compare("plugins/shop/db")).isEqualTo(Difference.NONE);
        migrateAs("shop", "shop2");
        assertThat(compare("plugins/shop2/db")).isEqualTo(Difference.NONE);
        assertThat(compare("plugins/shop/db").newer()).hasSize(1);
        assertThat(compare("plugins/shop/db").problems()).isEmpty();
        assertThat(compare(null).newer()).hasSize(2);
        platform.pluginSchemas().create("mig-one", "bare");
        assertThat(platform.pluginSchemas().compare("mig-one", "bare", "plugins/shop/db", LOADER))
                .isEqualTo(Difference.NONE);
    }

    @Test
    void aMigrationThatSaysResetRoleIsRefusedBeforeAnythingIsMade() throws Exception {
        platform.tenantSchemas().create("mig-one");
        assertThatThrownBy(() -> migrate("reset"))
                .isInstanceOfSatisfying(
                        PlexicaException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.PLUGIN_ERROR))
                .hasMessageContaining("V1__reset.sql")
                .hasMessageContaining("changes the role");
        assertThat(leftovers("reset")).isEqualTo("0");
        assertThat(platform.pluginSchemas().check("plugins/reset/db", LOADER)).hasSize(1);
        assertThat(platform.pluginSchemas().check("plugins/shop/db", LOADER)).isEmpty();
        assertThat(platform.pluginSchemas().check("plugins/none/db", LOADER)).hasSize(1);
    }

    @Test
    void aMigrationThatHidesItsResetIsRolledBack() throws Exception {
        platform.tenantSchemas().create("mig-one");
        ClassLoader sly = new Folder(files, "db")
                .with("V1__sly.sql", "create table t (id int);\ndo $$ begin execute 're' || 'set role'; end $$;")
                .loader();
        assertThatThrownBy(() -> platform.pluginSchemas().migrate("mig-one", "sly", "db", sly))
                .isInstanceOf(PlexicaException.class);
        assertThat(leftovers("sly")).isEqualTo("0");
    }

    @Test
    void aMigrationCannotReachAnotherSchema() throws Exception {
        platform.tenantSchemas().create("mig-one");
        platform.tenantSchemas().create("mig-two");
        migrate("shop");
        platform.pluginSchemas().migrate("mig-two", "shop", "plugins/shop/db", LOADER);
        for (String sql : new String[] {
            "create table tenant_mig_two__shop.x (id int);",
            "insert into tenant_mig_two__shop.lines (text) values ('x');",
            "create table x as select * from core.alpha;",
            "create table x as select * from tenant_mig_one.notes;",
            "create table x (id int references tenant_mig_one.notes);",
            "create temporary table x (id int);",
            "create table public.x (id int);"
        }) {
            ClassLoader thief =
                    new Folder(files, "thief").with("V1__x.sql", sql).loader();
            assertThatThrownBy(() -> platform.pluginSchemas().migrate("mig-one", "thief", "thief", thief))
                    .as(sql)
                    .isInstanceOf(PlexicaException.class)
                    .hasMessageContaining("permission denied");
        }
        assertThat(leftovers("thief")).isEqualTo("0");
    }

    @Test
    void filesThatAreNamedOutOfFormAreNamed() {
        ClassLoader odd = new Folder(files, "db")
                .with("V1__fine.sql", "select 1;")
                .with("R__again.sql", "select 1;")
                .with("v2__small.sql", "select 1;")
                .loader();
        assertThat(platform.pluginSchemas().check("db", odd))
                .containsExactlyInAnyOrder(
                        "R__again.sql: must be named like V1__tables.sql",
                        "v2__small.sql: must be named like V1__tables.sql");
    }

    @Test
    void aMigrationWaitsForALockNoLongerThanAllowed() throws Exception {
        platform.tenantSchemas().create("mig-one");
        migrate("shop");
        ClassLoader upgrade = new Folder(files, "db")
                .with("V1__items.sql", read("plugins/shop/db/V1__items.sql"))
                .with("V2__alter.sql", "alter table items add column x int;")
                .loader();
        try (var holder = server.superuser()) {
            holder.setAutoCommit(false);
            Sql.run(holder, "lock table tenant_mig_one__shop.items");
            assertThatThrownBy(() -> platform.pluginSchemas().migrate("mig-one", "shop", "db", upgrade))
                    .hasMessageContaining("lock timeout");
        }
    }

    private Difference compare(@Nullable String folder) {
        return platform.pluginSchemas().compare("mig-one", "shop", folder, LOADER);
    }

    private int migrate(String plugin) {
        return migrateAs(plugin, plugin);
    }

    private int migrateAs(String plugin, String folder) {
        return platform.pluginSchemas().migrate("mig-one", plugin, "plugins/" + folder + "/db", LOADER);
    }

    private String tables(String schema) throws Exception {
        return server.ask("select string_agg(tablename, ',' order by tablename) from pg_tables where schemaname = '"
                + schema + "'");
    }

    private String leftovers(String plugin) throws Exception {
        return server.ask("select (select count(*) from pg_roles where rolname ~ '__" + plugin
                + "$') + (select count(*) from pg_namespace where nspname ~ '__" + plugin
                + "$') + (select count(*) from core.data_roles where plugin_id = '" + plugin + "')");
    }

    private static String read(String resource) throws Exception {
        try (var in = LOADER.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        }
    }
}
