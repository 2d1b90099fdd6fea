package io.plexica.data.internal.pool;

import static io.plexica.data.testing.TestContext.in;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.data.internal.DataPlatform;
import io.plexica.data.internal.settings.DataSettings;
import io.plexica.data.internal.settings.TenantLimits;
import io.plexica.data.testing.Sql;
import io.plexica.data.testing.Stage;
import io.plexica.data.testing.TestServer;
import io.plexica.data.testing.shop.Item;
import io.plexica.spi.data.DatabaseAccess;
import io.plexica.spi.data.DatabaseAccess.Login;
import io.plexica.spi.data.SchemaNames;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DedicatedPoolTest {

    private static final DataSettings SETTINGS =
            TestServer.settings(4).with(new TenantLimits(50, Duration.ofMillis(200), 2, 7, Duration.ofMinutes(1)));

    private Stage stage;
    private DataPlatform platform;
    private String acme;

    @BeforeEach
    void raise() {
        stage = new Stage(4);
        platform = stage.platform;
        acme = stage.acme;
    }

    @AfterEach
    void lower() {
        stage.close();
    }

    @Test
    void workOfATenantWithALoginOfItsOwnUsesItUnderAllItsRoles() throws Exception {
        platform.tenantPools().dedicate(acme);
        platform.tenantPools().dedicate(acme);
        assertThat(platform.tenantPools().isDedicated(acme)).isTrue();
        String seen = in(acme, () -> platform.database().unitOfWork(() -> who("core") + who(acme) + whoInShop()));
        assertThat(seen)
                .isEqualTo("login_A plexica_core, login_A tenant_A, login_A tenant_A__shop, ".replace("A", acme));
        String items = in(
                acme,
                () -> stage.shop.write(entities -> {
                    entities.persist(new Item("mine"));
                    return entities.createQuery("select i.name from Item i")
                            .getResultList()
                            .toString();
                }));
        assertThat(items).isEqualTo("[mine]");
        assertThat(in(stage.globex, () -> who(stage.globex))).startsWith("plexica_pool ");
        assertThat(who("core") + who(acme)).isEqualTo("plexica_pool plexica_core, plexica_pool tenant_" + acme + ", ");
    }

    @Test
    void itsLoginBecomesNobodyElse() throws Exception {
        platform.tenantPools().dedicate(acme);
        try (Connection connection =
                new Logins(stage.server.access(), SETTINGS).tenant(acme).getConnection()) {
            Sql.run(connection, "set role " + SchemaNames.tenant(acme));
            Sql.run(connection, "reset role");
            for (String other : List.of(
                    SchemaNames.tenant(stage.globex),
                    SchemaNames.plugin(stage.globex, "shop"),
                    SchemaNames.pluginOwner(acme, "shop"),
                    TestServer.ADMIN,
                    TestServer.POOL,
                    TestServer.MIGRATOR)) {
                refused(connection, "set role " + other);
            }
            refused(connection, "select * from core.data_roles");
            refused(connection, "select * from " + SchemaNames.tenant(acme) + ".notes");
            refused(connection, "create temporary table mine (id int)");
            refused(connection, "create schema mine");
        }
        assertThat(stage.server.ask(
                        "select rolinherit::text || rolcreaterole || rolcreatedb || rolconnlimit from pg_roles"
                                + " where rolname = 'login_" + acme + "'"))
                .isEqualTo("falsefalsefalse50");
    }

    @Test
    void aPluginThatComesLaterIsReachedToo() throws Exception {
        platform.tenantPools().dedicate(acme);
        platform.pluginSchemas().drop(acme, "shop");
        platform.pluginSchemas().migrate(acme, "shop", "plugins/shop/db", Stage.class.getClassLoader());
        assertThat(in(acme, this::whoInShop)).startsWith("login_" + acme);
    }

    @Test
    void goingBackToWhatAllShareRemovesTheLoginOnEveryNode() throws Exception {
        try (DataPlatform there = stage.server.platform(2)) {
            platform.tenantPools().dedicate(acme);
            await().until(() -> there.tenantPools().isDedicated(acme));
            assertThat(in(acme, () -> who(there, acme))).startsWith("login_" + acme);
            platform.tenantPools().share(acme);
            platform.tenantPools().share(acme);
            assertThat(in(acme, () -> who(acme))).startsWith("plexica_pool ");
            await().until(() -> !there.tenantPools().isDedicated(acme));
            assertThat(in(acme, () -> who(there, acme))).startsWith("plexica_pool ");
            assertThat(logins()).isEqualTo("0");
        }
    }

    @Test
    void theLoginGoesWithTheTenant() throws Exception {
        platform.tenantPools().dedicate(acme);
        assertThat(in(acme, () -> who(acme))).startsWith("login_" + acme);
        platform.tenantSchemas().drop(acme);
        assertThat(logins()).isEqualTo("0");
        await().until(() -> !platform.tenantPools().isDedicated(acme));
        assertThatThrownBy(() -> platform.tenantPools().dedicate(acme))
                .isInstanceOfSatisfying(
                        PlexicaException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.NOT_FOUND));
        platform.tenantPools().share(acme);
    }

    @Test
    void aTenantUsesItsOwnPoolUpWithoutHarmToOthers() throws Exception {
        try (DataPlatform small = new DataPlatform(stage.server.access(), SETTINGS)) {
            small.start();
            small.tenantPools().dedicate(acme);
            CountDownLatch taken = new CountDownLatch(2);
            CountDownLatch enough = new CountDownLatch(1);
            ExecutorService threads = Executors.newFixedThreadPool(2);
            List<Future<String>> held = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                held.add(threads.submit(() -> in(
                        acme,
                        () -> small.database().unitOfWork(() -> {
                            String me = who(small, acme);
                            taken.countDown();
                            enough.await(20, TimeUnit.SECONDS);
                            return me + small.database().newUnitOfWork(() -> who(small, acme));
                        }))));
            }
            taken.await(10, TimeUnit.SECONDS);
            assertThatThrownBy(() -> in(acme, () -> who(small, acme)))
                    .isInstanceOfSatisfying(
                            PlexicaException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.RATE_LIMITED));
            assertThat(in(stage.globex, () -> who(small, stage.globex))).startsWith("plexica_pool");
            enough.countDown();
            for (Future<String> one : held) {
                assertThat(one.get()).hasSize(2 * ("login_" + acme + " tenant_" + acme + ", ").length());
            }
            threads.shutdown();
        }
    }

    @Test
    void aPoolThatNobodyUsesIsClosedAndOpenedAgain() {
        Logins logins = new Logins(stage.server.access(), SETTINGS);
        ServerWatch watch = new ServerWatch(logins.pool(), Executors.newSingleThreadScheduledExecutor());
        platform.tenantPools().dedicate(acme);
        try (DedicatedPools pools = new DedicatedPools(
                logins::tenant, SETTINGS.with(new TenantLimits(50, Duration.ZERO, 2, 7, Duration.ZERO)), watch)) {
            pools.set(java.util.Set.of(acme));
            assertThat(pools.size()).isZero();
            for (int i = 0; i < 2; i++) {
                Lease lease = pools.acquire(acme, false);
                pools.closeIdle();
                assertThat(pools.size()).isOne();
                lease.giveBack(ConnectionPool.Fate.CLEAN);
                pools.closeIdle();
                assertThat(pools.size()).isZero();
            }
        }
    }

    @Test
    void anotherSecretGivesLoginsAnotherPassword() throws Exception {
        platform.tenantPools().dedicate(acme);
        DatabaseAccess access = stage.server.access();
        stage.server.run("alter role plexica_admin password 'changed'");
        DatabaseAccess changed = new DatabaseAccess(
                access.url(),
                access.directUrl(),
                new Login(TestServer.ADMIN, "changed"),
                access.migrator(),
                access.pool());
        try (DataPlatform after = new DataPlatform(changed, SETTINGS)) {
            after.start();
            assertThat(in(acme, () -> who(after, acme))).startsWith("login_" + acme);
        } finally {
            stage.server.run("alter role plexica_admin password '"
                    + access.admin().password().replace("'", "''") + "'");
        }
    }

    private String who(String slug) {
        return who(platform, slug);
    }

    private static String who(DataPlatform node, String slug) {
        String sql = "select session_user || ' ' || current_user || ', '";
        return slug.equals("core")
                ? node.database().core(c -> Sql.ask(c, sql))
                : node.database().tenant(slug, c -> Sql.ask(c, sql));
    }

    private String whoInShop() {
        return platform.database()
                .plugin(Stage.SHOP, c -> Sql.ask(c, "select session_user || ' ' || current_user || ', '"));
    }

    private String logins() throws SQLException {
        return stage.server.ask("select count(*) from pg_roles where rolname = 'login_" + acme + "'");
    }

    private static void refused(Connection connection, String sql) {
        assertThatThrownBy(() -> Sql.run(connection, sql))
                .as(sql)
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("42501"));
    }
}
