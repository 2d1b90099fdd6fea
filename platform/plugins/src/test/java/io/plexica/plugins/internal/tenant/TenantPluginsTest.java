package io.plexica.plugins.internal.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.plugins.internal.store.Installation;
import io.plexica.plugins.internal.store.InstallationStatus;
import io.plexica.plugins.internal.testing.HookedJar;
import io.plexica.plugins.internal.testing.PluginJar;
import io.plexica.spi.plugins.PluginRef;
import io.plexica.spi.tenancy.Tenant;
import io.plexica.spi.tenancy.TenantStatus;
import io.plexica.spi.web.IfMatch;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TenantPluginsTest extends PlatformCase {

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
    }

    @Test
    void tables_are_read_by_the_version_before_which_can_be_gone_back_to_and_installed_over_them() {
        publish(PluginJar.hello("notes", "0.9.0"));
        publish(PluginJar.hello("notes", "1.0.0").migration("V1__notes.sql", V1));
        publish(PluginJar.hello("notes", "1.1.0").migration("V1__notes.sql", V1).migration("V2__text.sql", V2));
        platform.plugins.install(acme, "notes", "1.0.0", null);
        platform.plugins.upgrade(acme, "notes", "1.1.0");

        assertThatThrownBy(() -> platform.plugins.upgrade(acme, "notes", "0.9.0"))
                .hasMessageStartingWith("schema-newer: ");
        assertThat(platform.plugins.upgrade(acme, "notes", "1.0.0").plugin().version())
                .isEqualTo("1.0.0");
        assertThat(hello("acme")).isEqualTo("1.0.0");

        platform.plugins.uninstall(acme, "notes", false);
        assertThatThrownBy(() -> platform.plugins.install(acme, "notes", "0.9.0", null))
                .hasMessageStartingWith("schema-newer: ");
        assertThat(platform.plugins.install(acme, "notes", "1.0.0", null).enabled())
                .isTrue();
        assertThat(platform.plugins.upgrade(acme, "notes", "1.1.0").tablesFrom())
                .isEqualTo("1.0.0");
        platform.plugins.uninstall(acme, "notes", true);
        assertThat(platform.plugins.get(acme, "notes").tablesFrom()).isNull();
    }

    @Test
    void a_version_that_lacks_what_has_run_in_kept_tables_is_refused() {
        publish(PluginJar.hello("notes", "1.0.0").migration("V1__notes.sql", V1));
        publish(PluginJar.hello("notes", "1.1.0").migration("V1__notes.sql", V1).migration("V2__text.sql", V2));
        platform.plugins.install(acme, "notes", "1.1.0", null);
        platform.plugins.uninstall(acme, "notes", false);

        assertThat(platform.plugins
                        .preview(acme, platform.plugins.toInstall(acme, "notes", "1.0.0", null))
                        .problems())
                .hasSize(1);
        assertThatThrownBy(() -> platform.plugins.install(acme, "notes", "1.0.0", null))
                .hasMessageStartingWith("schema-newer: ")
                .hasMessageContaining("V2__text.sql");
        assertThat(platform.plugins.get(acme, "notes").status()).isEqualTo(InstallationStatus.UNINSTALLED);

        platform.plugins.uninstall(acme, "notes", true);
        assertThat(platform.plugins.install(acme, "notes", "1.0.0", null).enabled())
                .isTrue();
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
    void an_upgrade_to_no_version_in_particular_never_leads_back() {
        publish(PluginJar.hello("notes", "1.0.0"));
        publish(PluginJar.hello("notes", "1.1.0-rc.1").header("Bundle-Version", "1.1.0.rc_1"));
        platform.plugins.install(acme, "notes", "1.1.0-rc.1", null);
        PluginRef candidate = new PluginRef("notes", "1.1.0-rc.1");

        assertThat(platform.plugins.upgrade(acme, "notes", null).plugin()).isEqualTo(candidate);

        platform.lifecycle.quarantine(candidate, "a hole", IfMatch.ANY);
        assertThat(platform.plugins.upgrade(acme, "notes", null).plugin().version())
                .isEqualTo("1.0.0");
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
        platform.plugins.install(acme, "notes", null, null);
        assertThat(platform.plugins.get(acme, "billing").enabled()).isTrue();

        assertThatThrownBy(() -> platform.plugins.uninstall(acme, "billing", false))
                .isInstanceOfSatisfying(
                        PlexicaException.class,
                        e -> assertThat(e.extensions()).containsEntry("dependants", List.of("notes")));
        assertThatThrownBy(() -> platform.plugins.disable(acme, "billing")).hasMessageStartingWith("dependants: ");
        assertThat(platform.plugins.get(acme, "billing").operation()).isNull();
    }

    @Test
    void no_call_is_led_to_a_plugin_of_a_tenant_that_is_deleted() {
        publish(PluginJar.hello("notes", "1.0.0"));
        platform.plugins.install(acme, "notes", null, null);

        new TenantRemoval(platform.routes)
                .changed(new Tenant(acme.id(), "acme", "Acme", TenantStatus.DELETED, "free", acme.tokensNotBefore()));

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
}
