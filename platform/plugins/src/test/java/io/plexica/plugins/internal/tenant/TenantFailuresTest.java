package io.plexica.plugins.internal.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.plugins.internal.store.Installation;
import io.plexica.plugins.internal.store.InstallationStatus;
import io.plexica.plugins.internal.testing.HookedJar;
import io.plexica.plugins.internal.testing.PluginJar;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TenantFailuresTest extends PlatformCase {

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
                .hasMessage("beforeInstall of failing@1.0.0 failed; the log says why")
                .extracting("code")
                .isEqualTo(ErrorCode.PLUGIN_ERROR);
        assertThatThrownBy(() -> platform.plugins.install(acme, "hanging", null, null))
                .hasMessageContaining("did not end within 1 s")
                .extracting("code")
                .isEqualTo(ErrorCode.PLUGIN_ERROR);

        assertThat(platform.plugins.list(acme))
                .extracting(Installation::status)
                .containsOnly(InstallationStatus.FAILED);
        assertThat(platform.plugins.list(acme))
                .extracting(Installation::reason)
                .doesNotContainNull()
                .noneMatch(reason -> reason.contains("oops"));
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
    void a_veto_comes_before_anything_has_changed() {
        publish(PluginJar.hello("notes", "1.0.0").migration("V1__notes.sql", V1));
        publish(vetoing("1.1.0", "beforeUpgrade"));
        publish(vetoing("1.2.0", "beforeInstall"));
        platform.plugins.install(acme, "notes", "1.0.0", null);

        assertThatThrownBy(() -> platform.plugins.upgrade(acme, "notes", "1.1.0"))
                .hasMessage("no-licence: Buy one first");
        assertThat(columns()).containsExactly("id");
        platform.plugins.uninstall(acme, "notes", false);
        assertThatThrownBy(() -> platform.plugins.install(acme, "notes", "1.2.0", null))
                .hasMessage("no-licence: Buy one first");
        assertThat(columns()).containsExactly("id");
        assertThat(platform.plugins.install(acme, "notes", "1.0.0", null).tablesFrom())
                .isNull();
    }

    @Test
    void a_migration_that_fails_leaves_noted_what_was() {
        publish(PluginJar.hello("notes", "1.0.0").migration("V1__notes.sql", V1));
        publish(PluginJar.hello("notes", "1.1.0")
                .migration("V1__notes.sql", V1)
                .migration("V2__bad.sql", "CREATE NONSENSE"));
        platform.plugins.install(acme, "notes", "1.0.0", null);

        assertThatThrownBy(() -> platform.plugins.upgrade(acme, "notes", "1.1.0"))
                .isInstanceOf(PlexicaException.class);

        assertThat(platform.plugins.get(acme, "notes").tablesFrom()).isNull();
    }

    @Test
    void what_failed_is_no_plugin_to_work_with_and_can_be_removed() {
        publish(PluginJar.hello("notes", "1.0.0").migration("V1__bad.sql", "CREATE NONSENSE"));
        assertThatThrownBy(() -> platform.plugins.install(acme, "notes", null, null))
                .isInstanceOf(PlexicaException.class);

        assertThatThrownBy(() -> platform.plugins.enable(acme, "notes"))
                .hasMessageStartingWith("install-failed: ")
                .hasMessageContaining("V1__bad.sql")
                .extracting("code")
                .isEqualTo(ErrorCode.CONFLICT);
        platform.plugins.uninstall(acme, "notes", false);

        assertThat(platform.plugins.get(acme, "notes").status()).isEqualTo(InstallationStatus.UNINSTALLED);
        assertThat(audited("core.plugin.uninstalled")).containsExactly("SUCCESS");
    }

    private static PluginJar vetoing(String version, String method) {
        return HookedJar.of(
                        "notes",
                        method,
                        "throw io.plexica.api.problem.PlexicaException.conflict(\"no-licence\", \"Buy one first\");")
                .member("version", "\"" + version + "\"")
                .header("Bundle-Version", version)
                .migration("V1__notes.sql", V1)
                .migration("V2__text.sql", V2);
    }

    private List<String> columns() {
        return database.query(
                "SELECT attname FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n"
                        + " ON n.oid = c.relnamespace WHERE a.attnum > 0 AND c.relname = 'notes' AND n.nspname = 'tenant_acme__notes'");
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
                "acme",
                new io.plexica.spi.plugins.PluginRef("notes", "1.0.0"),
                "install",
                UUID.randomUUID(),
                platform.node,
                true);
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
}
