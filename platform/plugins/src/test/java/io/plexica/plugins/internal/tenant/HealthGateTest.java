package io.plexica.plugins.internal.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.FieldError;
import io.plexica.api.problem.PlexicaException;
import io.plexica.plugins.internal.store.Installation;
import io.plexica.plugins.internal.store.InstallationStatus;
import io.plexica.plugins.internal.testing.PluginJar;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** A version that is not well in a tenant does not stay there. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class HealthGateTest extends PlatformCase {

    private static final String NOWHERE = "{\"healthCheck\":\"/unanswered\"}";

    @Test
    void who_is_well_stays() {
        publish(PluginJar.hello("notes", "1.0.0"));
        platform.plugins.install(acme, "notes", null, null);
        publish(PluginJar.hello("notes", "1.1.0").member("api", "{\"healthCheck\":\"/hello\"}"));

        Installation moved = platform.plugins.upgrade(acme, "notes", null);

        assertThat(moved.plugin().version()).isEqualTo("1.1.0");
        assertThat(moved.operation()).isNull();
        assertThat(hello("acme")).isEqualTo("1.1.0");
    }

    @Test
    void who_is_not_well_goes_and_the_old_version_serves_again_with_its_permissions_and_the_new_tables() {
        publish(PluginJar.hello("notes", "1.0.0").migration("V1__notes.sql", V1));
        platform.plugins.install(acme, "notes", null, null);
        publish(PluginJar.hello("notes", "1.1.0")
                .migration("V1__notes.sql", V1)
                .migration("V2__text.sql", V2)
                .member(
                        "permissions",
                        "[{\"key\":\"notes:others:read\",\"name\":\"Other\",\"defaultRoles\":[]},"
                                + "{\"key\":\"notes:things:read\",\"name\":\"Read\",\"defaultRoles\":[\"member\"]}]")
                .member("api", "{\"healthCheck\":\"/no-such-thing\"}"));

        assertThatThrownBy(() -> platform.plugins.upgrade(acme, "notes", null))
                .hasMessageContaining("The health check /no-such-thing of notes@1.1.0 answered 404")
                .extracting("code")
                .isEqualTo(ErrorCode.PLUGIN_ERROR);

        Installation still = platform.plugins.get(acme, "notes");
        assertThat(still.plugin().version()).isEqualTo("1.0.0");
        assertThat(still.status()).isEqualTo(InstallationStatus.INSTALLED);
        assertThat(still.reason()).startsWith("The upgrade to 1.1.0 was taken back: ");
        assertThat(still.operation()).isNull();
        assertThat(hello("acme")).isEqualTo("1.0.0");
        assertThat(platform.permissions.known("acme", "notes")).containsExactly("notes:things:read");
        assertThat(audited("core.plugin.upgraded")).containsExactlyInAnyOrder("SUCCESS", "SUCCESS", "FAILURE");
        assertThat(database.query("SELECT attname FROM pg_attribute WHERE attname = 'text' AND attrelid ="
                        + " (SELECT c.oid FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
                        + " WHERE n.nspname = 'tenant_acme__notes' AND c.relname = 'notes')"))
                .as("code goes back, tables do not")
                .hasSize(1);
    }

    @Test
    void one_that_names_a_path_which_nobody_answers_is_refused_and_another_is_taken() {
        assertThatThrownBy(() -> publish(PluginJar.hello("notes", "1.0.0").member("api", NOWHERE)))
                .isInstanceOfSatisfying(
                        PlexicaException.class,
                        e -> assertThat(e.errors())
                                .containsExactly(
                                        new FieldError("/api/healthCheck", "no GET method answers at '/unanswered'")));
        assertThat(platform.runtime.registry().ids()).isEmpty();

        publish(PluginJar.hello("notes", "1.0.0").member("api", "{\"healthCheck\":\"/hello\"}"));
        platform.plugins.install(acme, "notes", null, null);
        assertThat(hello("acme")).isEqualTo("1.0.0");
    }

    @Test
    void a_disabled_plugin_is_not_asked() {
        publish(PluginJar.hello("notes", "1.0.0"));
        platform.plugins.install(acme, "notes", null, null);
        platform.plugins.disable(acme, "notes");
        publish(PluginJar.hello("notes", "1.1.0").member("api", "{\"healthCheck\":\"/no-such-thing\"}"));

        Installation moved = platform.plugins.upgrade(acme, "notes", null);

        assertThat(moved.plugin().version()).isEqualTo("1.1.0");
        assertThat(moved.status()).isEqualTo(InstallationStatus.DISABLED);
        assertThat(platform.routes.find("notes", "acme").enabled()).isFalse();
    }
}
