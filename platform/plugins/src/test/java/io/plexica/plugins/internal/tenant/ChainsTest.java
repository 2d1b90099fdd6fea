package io.plexica.plugins.internal.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.plexica.api.problem.ErrorCode;
import io.plexica.plugins.internal.store.Installation;
import io.plexica.plugins.internal.store.InstallationStatus;
import io.plexica.plugins.internal.testing.HookedJar;
import io.plexica.plugins.internal.testing.PluginJar;
import io.plexica.spi.plugins.PluginRef;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Plugins that bring others along. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ChainsTest extends PlatformCase {

    private static final String NEEDS_BILLING = "[{\"plugin\":\"billing\",\"version\":\"[1.0,2)\"}]";

    @Test
    void an_installation_brings_what_it_needs_first_and_nothing_stays_marked() {
        publish(PluginJar.hello("billing", "1.0.0").migration("V1__bills.sql", V1));
        publish(PluginJar.hello("notes", "1.0.0").member("dependencies", NEEDS_BILLING));

        platform.plugins.install(acme, "notes", null, null);

        assertThat(platform.plugins.list(acme))
                .extracting(Installation::status)
                .containsExactly(InstallationStatus.INSTALLED, InstallationStatus.INSTALLED);
        assertThat(platform.plugins.list(acme))
                .extracting(Installation::operation)
                .containsOnlyNulls();
        assertThat(platform.plugins.list(acme))
                .extracting(Installation::granted)
                .containsOnly(true);
        assertThat(platform.plugins.list(acme)).extracting(Installation::fresh).containsOnly(false);
        assertThat(platform.routes.enabled("acme")).hasSize(2);
    }

    @Test
    void what_came_along_is_taken_back_when_the_wish_itself_fails() {
        publish(PluginJar.hello("billing", "1.0.0").migration("V1__bills.sql", V1));
        publish(PluginJar.hello("mail", "1.0.0"));
        publish(PluginJar.hello("notes", "1.0.0")
                .member(
                        "dependencies",
                        "[{\"plugin\":\"billing\",\"version\":\"1\"},{\"plugin\":\"mail\",\"version\":\"1\"}]")
                .migration("V1__bad.sql", "CREATE NONSENSE"));
        platform.plugins.install(acme, "mail", null, null);
        platform.plugins.disable(acme, "mail");

        assertThatThrownBy(() -> platform.plugins.install(acme, "notes", null, null))
                .extracting("code")
                .isEqualTo(ErrorCode.PLUGIN_ERROR);

        Installation billing = platform.plugins.get(acme, "billing");
        assertThat(billing.status()).isEqualTo(InstallationStatus.FAILED);
        assertThat(billing.reason()).startsWith("Taken back").contains("V1__bad.sql");
        assertThat(billing.operation()).isNull();
        assertThat(billing.granted()).isFalse();
        assertThat(platform.schemas.exists("acme", "billing")).isFalse();
        assertThat(platform.permissions.known("acme", "billing")).isEmpty();
        assertThat(platform.plugins.get(acme, "mail").status()).isEqualTo(InstallationStatus.DISABLED);
        assertThat(platform.plugins.get(acme, "mail").operation()).isNull();
        assertThat(platform.plugins.get(acme, "notes").status()).isEqualTo(InstallationStatus.FAILED);
        assertThat(platform.routes.enabled("acme")).isEmpty();
    }

    @Test
    void what_was_not_begun_is_let_go_when_something_before_it_fails() {
        publish(HookedJar.of("billing", "beforeInstall", "throw new IllegalStateException(\"no bills today\");"));
        publish(PluginJar.hello("notes", "1.0.0").member("dependencies", NEEDS_BILLING));

        assertThatThrownBy(() -> platform.plugins.install(acme, "notes", null, null))
                .hasMessage("beforeInstall of billing@1.0.0 failed; the log says why");

        Installation notes = platform.plugins.get(acme, "notes");
        assertThat(notes.status()).isEqualTo(InstallationStatus.FAILED);
        assertThat(notes.reason()).startsWith("billing@1.0.0, which it needs, failed: ");
        assertThat(notes.operation()).isNull();
        assertThat(platform.plugins.get(acme, "billing").operation()).isNull();
        assertThat(audited("core.plugin.installed")).containsExactly("FAILURE", "FAILURE");
    }

    @Test
    void what_came_along_with_something_that_was_broken_off_is_taken_back() throws Exception {
        publish(PluginJar.hello("billing", "1.0.0").migration("V1__bills.sql", V1));
        publish(PluginJar.hello("mail", "1.0.0"));
        publish(PluginJar.hello("notes", "1.0.0"));
        platform.plugins.install(acme, "billing", null, null);
        platform.plugins.install(acme, "mail", null, null);
        platform.plugins.disable(acme, "mail");
        UUID enabling = UUID.randomUUID();
        platform.installations.claim("acme", "mail", "enable for notes", enabling, platform.node);
        platform.installations.enabledAlong(enabling);
        database.admin("UPDATE core.installations SET operation = 'install for notes', fresh = true, operation_id ="
                + " gen_random_uuid() WHERE plugin_id = 'billing'");
        platform.installations.begin(
                "acme", new PluginRef("notes", "1.0.0"), "install", UUID.randomUUID(), platform.node, true);

        try (AutoCloseable recovery = platform.recovery()::close) {
            await().until(() -> database.query("SELECT 1 FROM core.installations WHERE operation IS NOT NULL")
                    .isEmpty());
        }

        assertThat(platform.plugins.get(acme, "billing").status()).isEqualTo(InstallationStatus.FAILED);
        assertThat(platform.schemas.exists("acme", "billing")).isFalse();
        assertThat(platform.plugins.get(acme, "mail").status()).isEqualTo(InstallationStatus.DISABLED);
        assertThat(platform.plugins.get(acme, "notes").status()).isEqualTo(InstallationStatus.FAILED);
    }
}
