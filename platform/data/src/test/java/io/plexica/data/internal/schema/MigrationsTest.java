package io.plexica.data.internal.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.data.internal.DataPlatform;
import io.plexica.data.testing.Folder;
import io.plexica.data.testing.Room;
import io.plexica.data.testing.Sql;
import io.plexica.data.testing.TestServer;
import io.plexica.spi.data.RoomMigrations;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrationsTest {

    private static final ClassLoader LOADER = MigrationsTest.class.getClassLoader();

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
    void aTenantGetsTheTablesOfEveryRoomAndMayNotTouchTheirHistory() throws Exception {
        platform.tenantSchemas().create("mig-one");
        platform.tenantSchemas().create("mig-one");
        assertThat(tables("tenant_mig_one")).isEqualTo("counters,flyway_alpha,notes");
        assertThatThrownBy(() -> platform.database().tenant("mig-one", c -> Sql.run(c, "delete from flyway_alpha")))
                .hasStackTraceContaining("permission denied");
        assertThatThrownBy(() -> platform.database().core(c -> Sql.run(c, "delete from core.flyway_alpha")))
                .hasStackTraceContaining("permission denied");
        assertThatThrownBy(() -> platform.database().core(c -> Sql.run(c, "delete from core.data_roles")))
                .hasStackTraceContaining("permission denied");
        assertThat((String) platform.database()
                        .core(c ->
                                Sql.ask(c, "select plugin_id from core.data_roles where role_name = 'tenant_mig_one'")))
                .isEqualTo("null");
    }

    @Test
    void aRoomThatArrivesLateMigratesTheTenantsThatExist() throws Exception {
        platform.tenantSchemas().create("mig-one");
        platform.tenantSchemas().create("mig-two");
        RoomMigrations late = room("late", "create table late (id int);");
        platform.rooms().add(late);
        assertThat(tables("tenant_mig_one")).contains("late");
        assertThat(tables("tenant_mig_two")).contains("late");
        platform.tenantSchemas().create("mig-late");
        assertThat(tables("tenant_mig_late")).contains("late");
        platform.rooms().remove(late);
        platform.rooms().add(room("late", "create table late (id int);"));
    }

    @Test
    void oneTenantsFailureStopsOnlyThatTenant() throws Exception {
        platform.tenantSchemas().create("mig-one");
        platform.tenantSchemas().create("mig-two");
        server.run("create table tenant_mig_one.clash (id int)");
        RoomMigrations room = room("clash", "create table before_clash (id int); create table clash (id int);");
        platform.rooms().add(room);
        assertThat(tables("tenant_mig_two")).contains("before_clash");
        assertThat(tables("tenant_mig_one")).doesNotContain("before_clash");
        // Code that expects the tables must not run there.
        assertThat(platform.rooms().failed()).containsExactly("mig-one");
        assertThatThrownBy(() -> platform.database().tenant("mig-one", c -> Sql.ask(c, "select 1")))
                .isInstanceOfSatisfying(
                        PlexicaException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.UNAVAILABLE));
        assertThat((String) platform.database().tenant("mig-two", c -> Sql.ask(c, "select 1")))
                .isEqualTo("1");
        assertThatThrownBy(() -> platform.rooms().retry("mig-one")).hasMessageContaining("clash");
        assertThat(platform.rooms().retryFailed()).isTrue();
        // Once the cause is gone the next try succeeds.
        server.run("drop table tenant_mig_one.clash");
        platform.rooms().retry("mig-one");
        assertThat(platform.rooms().retryFailed()).isFalse();
        assertThat((String) platform.database().tenant("mig-one", c -> Sql.ask(c, "select 1")))
                .isEqualTo("1");
        assertThat(tables("tenant_mig_one")).contains("before_clash");
    }

    @Test
    void aRoomThatFailsInCoreSaysInWhichFileAndWhy() {
        assertThatThrownBy(() -> platform.rooms()
                        .add(new Room(
                                "faulty",
                                List.of(),
                                "faulty",
                                null,
                                new Folder(files, "faulty")
                                        .with("V1__bad.sql", "create nonsense;")
                                        .loader())))
                .isInstanceOf(PlexicaException.class)
                .hasMessageContaining("room faulty")
                .hasMessageContaining("V1__bad.sql")
                .hasMessageContaining("syntax error");
        assertThatThrownBy(() -> platform.rooms().add(new Room("empty", List.of(), "no/such/folder", null, LOADER)))
                .hasMessageContaining("no migrations in no/such/folder");
    }

    @Test
    void tablesThatOtherMigrationsMadeAreRefusedWithWhatToDo() {
        platform.rooms().add(made("changing", new Folder(files, "was").with("V1__a.sql", "select 1;")));
        assertThatThrownBy(() ->
                        platform.rooms().add(made("changing", new Folder(files, "is").with("V1__a.sql", "select 2;"))))
                .hasMessageContaining(
                        "Migration checksum mismatch for migration version 1. Migrations that have run must")
                .hasMessageContaining("restore a backup");
        Folder both = new Folder(files, "both").with("V2__b.sql", "select 1;");
        assertThatThrownBy(() -> platform.rooms().add(made("changing", both)))
                .hasMessageContaining("Detected applied migration not resolved locally: 1")
                .hasMessageNotContaining("repair");
    }

    @Test
    void droppingRemovesEverythingHoweverOftenAndHoweverHalfMade() throws Exception {
        platform.tenantSchemas().create("mig-one");
        migrate("shop");
        platform.pluginSchemas().create("mig-one", "bare");
        platform.pluginSchemas().create("mig-one", "bare");
        server.run("drop schema tenant_mig_one__bare cascade");
        server.run(
                "create role owner_mig_one__ghost nologin; grant owner_mig_one__ghost to plexica_admin with admin option");
        platform.pluginSchemas().drop("mig-one", "shop");
        platform.pluginSchemas().drop("mig-one", "shop");
        assertThat(leftovers("shop")).isEqualTo("0");
        migrate("shop");
        platform.tenantSchemas().drop("mig-one");
        platform.tenantSchemas().drop("mig-one");
        assertThat(server.ask("select count(*) from pg_roles where rolname ~ 'mig_one'"))
                .isEqualTo("0");
        assertThat(server.ask("select count(*) from pg_namespace where nspname ~ 'mig_one'"))
                .isEqualTo("0");
        assertThat(server.ask("select count(*) from core.data_roles where tenant_slug = 'mig-one'"))
                .isEqualTo("0");
        assertThat(server.ask("select count(*) from core.data_levels where schema_name ~ 'mig_one'"))
                .isEqualTo("0");
        platform.tenantSchemas().create("mig-one");
        assertThat(tables("tenant_mig_one")).contains("notes");
    }

    @Test
    void droppingOneTenantLeavesOneWithALongerNameAlone() throws Exception {
        platform.tenantSchemas().create("mig-one");
        platform.tenantSchemas().create("mig-one-b");
        platform.pluginSchemas().migrate("mig-one-b", "shop", "plugins/shop/db", LOADER);
        platform.tenantSchemas().drop("mig-one");
        assertThat(tables("tenant_mig_one_b__shop")).contains("items");
        platform.tenantSchemas().drop("mig-one-b");
    }

    private int migrate(String plugin) {
        return migrateAs(plugin, plugin);
    }

    private int migrateAs(String plugin, String folder) {
        return platform.pluginSchemas().migrate("mig-one", plugin, "plugins/" + folder + "/db", LOADER);
    }

    private static RoomMigrations made(String name, Folder folder) {
        return new Room(name, List.of(), folder.name(), null, folder.loader());
    }

    private RoomMigrations room(String name, String tenantSql) {
        ClassLoader loader =
                new Folder(files, name).with("V1__" + name + ".sql", tenantSql).loader();
        return new Room(name, List.of("alpha"), null, name, loader);
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
}
