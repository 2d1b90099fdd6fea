package io.plexica.plugins.internal.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.itests.rooms.RoomDatabase;
import io.plexica.plugins.internal.store.Installation;
import io.plexica.plugins.internal.store.InstallationStatus;
import io.plexica.plugins.internal.testing.HookedJar;
import io.plexica.plugins.internal.testing.PluginJar;
import io.plexica.plugins.internal.testing.TestFramework;
import io.plexica.plugins.internal.testing.TestPlatform;
import io.plexica.spi.tenancy.Tenant;
import io.plexica.spi.tenancy.TenantStatus;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TenantPluginsTest {

    private static final String V1 = "CREATE TABLE notes (id int)";
    private static final String V2 = "ALTER TABLE notes ADD COLUMN text text";
    private static TestFramework framework;
    private static RoomDatabase database;

    @TempDir
    Path folder;

    private TestPlatform platform;
    private Tenant acme;

    @BeforeAll
    static void startFramework() {
        framework = new TestFramework();
    }

    @AfterAll
    static void stopFramework() {
        framework.close();
    }

    @BeforeEach
    void startPlatform() {
        database = TestPlatform.newDatabase();
        platform = new TestPlatform(framework, database, folder.resolve("deploy"));
        acme = platform.tenant("acme");
    }

    @AfterEach
    void stopPlatform() {
        platform.close();
        database.close();
    }

    @Test
    void an_installation_brings_tables_permissions_a_route_and_an_audit_row() {
        publish(PluginJar.hello("notes", "1.0.0").migration("V1__notes.sql", V1));

        Installation done = platform.plugins.install(acme, "notes", null, null);

        assertThat(done.status()).isEqualTo(InstallationStatus.INSTALLED);
        assertThat(done.enabled()).isTrue();
        assertThat(done.operation()).isNull();
        assertThat(done.installedByEmail()).isEqualTo("system");
        assertThat(tables()).contains("notes");
        assertThat(platform.permissions.granted("acme", "notes")).containsExactly("notes:things:read");
        assertThat(platform.routes.find("notes", "acme").enabled()).isTrue();
        assertThat(platform.routes.find("notes", "globex").enabled()).isFalse();
        assertThat(audited("core.plugin.installed")).containsExactly("SUCCESS");
    }

    @Test
    void a_plugin_is_installed_once() {
        publish(PluginJar.hello("notes", "1.0.0"));
        platform.plugins.install(acme, "notes", null, null);

        assertThatThrownBy(() -> platform.plugins.install(acme, "notes", null, null))
                .hasMessageStartingWith("already-installed: ");
        platform.plugins.disable(acme, "notes");
        assertThatThrownBy(() -> platform.plugins.install(acme, "notes", null, null))
                .hasMessageStartingWith("already-installed: ");
    }

    @Test
    void what_was_never_installed_is_not_found() {
        assertThatThrownBy(() -> platform.plugins.get(acme, "notes"))
                .extracting("code")
                .isEqualTo(ErrorCode.NOT_FOUND);
        assertThatThrownBy(() -> platform.plugins.install(acme, "notes", null, null))
                .extracting("code")
                .isEqualTo(ErrorCode.PLUGIN_NOT_FOUND);
        assertThatThrownBy(() -> platform.plugins.enable(acme, "notes"))
                .extracting("code")
                .isEqualTo(ErrorCode.NOT_FOUND);
    }

    @Test
    void a_failed_migration_fails_the_installation_and_leaves_no_schema() {
        publish(PluginJar.hello("notes", "1.0.0")
                .migration("V1__notes.sql", V1)
                .migration("V2__bad.sql", "CREATE NONSENSE"));

        assertThatThrownBy(() -> platform.plugins.install(acme, "notes", null, null))
                .isInstanceOfSatisfying(PlexicaException.class, e -> {
                    assertThat(e.code()).isEqualTo(ErrorCode.PLUGIN_ERROR);
                    assertThat(e.extensions()).containsEntry("plugin", "notes");
                    assertThat(e.detail()).contains("V2__bad.sql");
                });

        Installation failed = platform.plugins.get(acme, "notes");
        assertThat(failed.status()).isEqualTo(InstallationStatus.FAILED);
        assertThat(failed.reason()).contains("V2__bad.sql");
        assertThat(platform.schemas.exists("acme", "notes")).isFalse();
        assertThat(platform.permissions.known("acme", "notes")).isEmpty();
        assertThat(platform.routes.find("notes", "acme").enabled()).isFalse();
        assertThat(audited("core.plugin.installed")).containsExactly("FAILURE");
    }

    @Test
    void after_a_failure_a_better_version_can_be_installed() {
        publish(PluginJar.hello("notes", "1.0.0").migration("V1__bad.sql", "CREATE NONSENSE"));
        assertThatThrownBy(() -> platform.plugins.install(acme, "notes", null, null))
                .isInstanceOf(PlexicaException.class);
        publish(PluginJar.hello("notes", "1.0.1").migration("V1__notes.sql", V1));

        assertThat(platform.plugins.install(acme, "notes", null, null).plugin().version())
                .isEqualTo("1.0.1");
    }

    @Test
    void a_hook_may_veto_fail_or_hang_and_the_installation_fails_with_its_reason() {
        publish(HookedJar.of(
                "vetoing",
                "beforeInstall",
                "throw io.plexica.api.problem.PlexicaException.conflict(" + "\"no-licence\", \"Buy one first\");"));
        publish(HookedJar.of("failing", "beforeInstall", "throw new IllegalStateException(\"oops\");"));
        publish(HookedJar.of(
                "hanging",
                "beforeInstall",
                "try { new java.util.concurrent.CountDownLatch(1).await(); }"
                        + " catch (InterruptedException e) { throw new IllegalStateException(e); }"));

        assertThatThrownBy(() -> platform.plugins.install(acme, "vetoing", null, null))
                .hasMessage("no-licence: Buy one first")
                .extracting("code")
                .isEqualTo(ErrorCode.CONFLICT);
        assertThatThrownBy(() -> platform.plugins.install(acme, "failing", null, null))
                .hasMessageContaining("oops")
                .extracting("code")
                .isEqualTo(ErrorCode.PLUGIN_ERROR);
        assertThatThrownBy(() -> platform.plugins.install(acme, "hanging", null, null))
                .hasMessageContaining("did not end within 1 s")
                .extracting("code")
                .isEqualTo(ErrorCode.PLUGIN_ERROR);

        assertThat(platform.plugins.list(acme))
                .extracting(Installation::status)
                .containsOnly(InstallationStatus.FAILED);
        assertThat(platform.plugins.list(acme)).extracting(Installation::reason).doesNotContainNull();
    }

    @Test
    void hooks_run_in_the_tenant_and_an_after_hook_undoes_nothing() {
        publish(HookedJar.of("hooked", "afterInstall", "throw new IllegalStateException(\"too late\");"));

        assertThat(platform.plugins.install(acme, "hooked", null, null).status())
                .isEqualTo(InstallationStatus.INSTALLED);
    }

    @Test
    void disabling_shuts_requests_out_and_enabling_lets_them_in() {
        publish(PluginJar.hello("notes", "1.0.0"));
        platform.plugins.install(acme, "notes", null, null);

        Installation disabled = platform.plugins.disable(acme, "notes");
        assertThat(disabled.status()).isEqualTo(InstallationStatus.DISABLED);
        assertThat(disabled.disabledAt()).isNotNull();
        assertThat(platform.routes.find("notes", "acme").enabled()).isFalse();
        assertThat(platform.plugins.disable(acme, "notes").status()).isEqualTo(InstallationStatus.DISABLED);

        assertThat(platform.plugins.enable(acme, "notes").disabledAt()).isNull();
        assertThat(platform.routes.find("notes", "acme").enabled()).isTrue();
        assertThat(audited("core.plugin.disabled")).containsExactly("SUCCESS");
    }

    @Test
    void an_upgrade_moves_the_tenant_and_the_old_version_goes_on_for_others() {
        Tenant globex = platform.tenant("globex");
        publish(PluginJar.hello("notes", "1.0.0").migration("V1__notes.sql", V1));
        platform.plugins.install(acme, "notes", null, null);
        platform.plugins.install(globex, "notes", null, null);
        publish(PluginJar.hello("notes", "1.1.0").migration("V1__notes.sql", V1).migration("V2__text.sql", V2));

        Installation moved = platform.plugins.upgrade(acme, "notes", "1.1.0");

        assertThat(moved.status()).isEqualTo(InstallationStatus.INSTALLED);
        assertThat(hello("acme")).isEqualTo("1.1.0");
        assertThat(hello("globex")).isEqualTo("1.0.0");
        assertThat(database.query("SELECT column_name FROM information_schema.columns WHERE table_name = 'notes'"
                        + " AND table_schema = 'tenant_globex__notes' AND column_name = 'text'"))
                .isEmpty();
        assertThatThrownBy(() -> platform.plugins.upgrade(acme, "notes", "1.0.0"))
                .hasMessageStartingWith("schema-newer: ");
        assertThat(hello("acme")).isEqualTo("1.1.0");
    }

    @Test
    void a_version_with_the_same_tables_can_be_gone_back_to() {
        publish(PluginJar.hello("notes", "1.0.0"));
        publish(PluginJar.hello("notes", "1.1.0"));
        platform.plugins.install(acme, "notes", null, null);

        platform.plugins.upgrade(acme, "notes", "1.0.0");

        assertThat(hello("acme")).isEqualTo("1.0.0");
        platform.plugins.upgrade(acme, "notes", null);
        assertThat(hello("acme")).isEqualTo("1.1.0");
    }

    @Test
    void a_failed_upgrade_leaves_the_tenant_where_it_was() {
        publish(PluginJar.hello("notes", "1.0.0").migration("V1__notes.sql", V1));
        platform.plugins.install(acme, "notes", null, null);
        publish(PluginJar.hello("notes", "1.1.0")
                .migration("V1__notes.sql", V1)
                .migration("V2__bad.sql", "CREATE NONSENSE"));

        assertThatThrownBy(() -> platform.plugins.upgrade(acme, "notes", "1.1.0"))
                .extracting("code")
                .isEqualTo(ErrorCode.PLUGIN_ERROR);

        Installation still = platform.plugins.get(acme, "notes");
        assertThat(still.plugin().version()).isEqualTo("1.0.0");
        assertThat(still.operation()).isNull();
        assertThat(hello("acme")).isEqualTo("1.0.0");
    }

    @Test
    void an_uninstallation_keeps_data_unless_it_is_to_go() {
        publish(PluginJar.hello("notes", "1.0.0").migration("V1__notes.sql", V1));
        platform.plugins.install(acme, "notes", null, null);

        platform.plugins.uninstall(acme, "notes", false);

        Installation gone = platform.plugins.get(acme, "notes");
        assertThat(gone.status()).isEqualTo(InstallationStatus.UNINSTALLED);
        assertThat(gone.uninstalledAt()).isNotNull();
        assertThat(tables()).contains("notes");
        assertThat(platform.permissions.known("acme", "notes")).isEmpty();
        assertThatThrownBy(() -> platform.plugins.uninstall(acme, "notes", false))
                .extracting("code")
                .isEqualTo(ErrorCode.NOT_FOUND);

        platform.plugins.uninstall(acme, "notes", true);
        assertThat(platform.schemas.exists("acme", "notes")).isFalse();
    }

    @Test
    void a_reinstallation_finds_its_data_and_grants_no_defaults_again() {
        publish(PluginJar.hello("notes", "1.0.0").migration("V1__notes.sql", V1));
        platform.plugins.install(acme, "notes", null, null);
        platform.plugins.uninstall(acme, "notes", false);

        platform.plugins.install(acme, "notes", null, null);
        assertThat(platform.permissions.known("acme", "notes")).isNotEmpty();
        assertThat(platform.permissions.granted("acme", "notes")).isEmpty();

        platform.plugins.uninstall(acme, "notes", false);
        platform.plugins.install(acme, "notes", null, true);
        assertThat(platform.permissions.granted("acme", "notes")).isNotEmpty();
    }

    @Test
    void what_others_need_stays() {
        publish(PluginJar.hello("billing", "1.0.0"));
        publish(PluginJar.hello("notes", "1.0.0")
                .member("dependencies", "[{\"plugin\":\"billing\",\"version\":\"[1.0,2)\"}]"));
        assertThatThrownBy(() -> platform.plugins.install(acme, "notes", null, null))
                .hasMessageStartingWith("dependencies-missing: ");
        platform.plugins.install(acme, "billing", null, null);
        platform.plugins.install(acme, "notes", null, null);

        assertThatThrownBy(() -> platform.plugins.uninstall(acme, "billing", false))
                .isInstanceOfSatisfying(
                        PlexicaException.class,
                        e -> assertThat(e.extensions()).containsEntry("dependants", List.of("notes")));
        assertThatThrownBy(() -> platform.plugins.disable(acme, "billing")).hasMessageStartingWith("dependants: ");
        assertThat(platform.plugins.get(acme, "billing").operation()).isNull();
    }

    @Test
    void of_two_operators_at_once_one_is_told_to_wait() throws Exception {
        publish(PluginJar.hello("notes", "1.0.0").migration("V1__notes.sql", V1));
        CountDownLatch start = new CountDownLatch(1);
        ExecutorService operators = Executors.newFixedThreadPool(4);
        var context = io.plexica.spi.context.Contexts.require();
        List<Future<Boolean>> all = java.util.stream.Stream.generate(() -> operators.submit(() -> {
                    start.await();
                    try (var scope = io.plexica.spi.context.Contexts.open(context)) {
                        platform.plugins.install(acme, "notes", null, null);
                        return true;
                    } catch (PlexicaException e) {
                        assertThat(e.code()).isEqualTo(ErrorCode.CONFLICT);
                        return false;
                    }
                }))
                .limit(4)
                .toList();

        start.countDown();
        int succeeded = 0;
        for (Future<Boolean> one : all) {
            succeeded += one.get() ? 1 : 0;
        }
        operators.shutdown();

        assertThat(succeeded).isEqualTo(1);
        assertThat(platform.plugins.get(acme, "notes").status()).isEqualTo(InstallationStatus.INSTALLED);
        assertThat(tables()).contains("notes");
    }

    @Test
    void an_installation_that_was_broken_off_is_undone_with_a_reason() {
        publish(PluginJar.hello("notes", "1.0.0").migration("V1__notes.sql", V1));
        platform.installations.begin(
                "acme", new io.plexica.spi.plugins.PluginRef("notes", "1.0.0"), UUID.randomUUID(), true);
        platform.schemas.create("acme", "notes");

        try (AutoCloseable recovery = platform.recovery()::close) {
            await().until(() -> platform.plugins.get(acme, "notes").status() == InstallationStatus.FAILED);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }

        assertThat(platform.plugins.get(acme, "notes").reason()).contains("stopped in the middle");
        assertThat(platform.schemas.exists("acme", "notes")).isFalse();
        assertThat(platform.plugins.install(acme, "notes", null, null).enabled())
                .isTrue();
    }

    @Test
    void a_tenant_that_is_deleted_is_forgotten() {
        publish(PluginJar.hello("notes", "1.0.0"));
        platform.plugins.install(acme, "notes", null, null);

        new TenantRemoval(platform.worker, platform.routes, platform.installations)
                .changed(new Tenant(acme.id(), "acme", "Acme", TenantStatus.DELETED, "free", acme.tokensNotBefore()));

        await().until(() -> platform.installations.ofTenant("acme").isEmpty());
        assertThat(platform.routes.enabled("acme")).isEmpty();
    }

    @Test
    void ensuring_installs_a_pre_release_where_there_is_nothing_else_and_nothing_twice() {
        publish(PluginJar.hello("notes", "1.0.0-SNAPSHOT"));

        platform.plugins.ensureInstalled(acme, "notes");
        platform.plugins.disable(acme, "notes");
        platform.plugins.ensureInstalled(acme, "notes");

        assertThat(platform.plugins.get(acme, "notes").status()).isEqualTo(InstallationStatus.DISABLED);
    }

    private String hello(String slug) {
        return platform.servers.hello(platform.routes.find("notes", slug).plugin());
    }

    private List<String> tables() {
        return database.query("SELECT tablename FROM pg_tables WHERE schemaname = 'tenant_acme__notes'");
    }

    private List<String> audited(String action) {
        return database.query(
                "SELECT outcome FROM core.audit_log WHERE tenant_slug = 'acme' AND action = '" + action + "'");
    }

    private void publish(PluginJar jar) {
        platform.publisher.publish(jar.in(folder), "upload");
    }
}
