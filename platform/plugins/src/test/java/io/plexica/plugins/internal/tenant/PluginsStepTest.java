package io.plexica.plugins.internal.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plexica.api.problem.ErrorCode;
import io.plexica.plugins.internal.settings.DefaultPlugins;
import io.plexica.plugins.internal.settings.PluginsSettings;
import io.plexica.plugins.internal.store.ArtifactStore;
import io.plexica.plugins.internal.store.InstallationPages;
import io.plexica.plugins.internal.testing.PluginJar;
import io.plexica.spi.data.SchemaReady;
import io.plexica.spi.tenancy.TenantSpec;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PluginsStepTest extends PlatformCase {

    @Test
    void a_new_tenant_gets_what_its_plan_brings_along_and_only_once() {
        publish(PluginJar.hello("notes", "1.0.0"));
        publish(PluginJar.hello("extra", "1.0.0"));
        PluginsStep step = step("notes, never:extra");

        step.apply(spec());
        step.apply(spec());

        assertThat(installed()).containsExactly("notes");
        assertThat(platform.routes.find("notes", "acme").enabled()).isTrue();
    }

    @Test
    void a_plugin_that_nobody_published_stops_the_step_with_its_name() {
        assertThatThrownBy(() -> step("missing").apply(spec()))
                .hasMessageContaining("missing")
                .extracting("code")
                .isEqualTo(ErrorCode.PLUGIN_NOT_FOUND);
    }

    @Test
    void undoing_forgets_the_installations_also_twice() {
        publish(PluginJar.hello("notes", "1.0.0"));
        PluginsStep step = step("notes");
        step.apply(spec());

        step.undo(spec());
        step.undo(spec());

        assertThat(installed()).isEmpty();
        assertThat(platform.routes.find("notes", "acme").enabled()).isFalse();
    }

    private List<String> installed() {
        return platform.plugins.list(acme).stream()
                .map(one -> one.plugin().id())
                .toList();
    }

    private TenantSpec spec() {
        return new TenantSpec(acme.id(), acme.slug(), acme.name(), acme.plan(), null);
    }

    private PluginsStep step(String defaults) {
        PluginsSettings usual = platform.settings;
        PluginsSettings settings = new PluginsSettings(
                usual.deploy(),
                usual.deployInterval(),
                usual.dev(),
                usual.startTimeout(),
                usual.hookTimeout(),
                usual.drainTimeout(),
                DefaultPlugins.of(defaults),
                java.util.Set.of());
        PluginsService service = new PluginsService(
                platform.publisher,
                platform.runtime,
                new ArtifactStore(platform.database, new SchemaReady() {}),
                platform.plugins,
                platform.tenants,
                new InstallationPages(platform.database, new SchemaReady() {}));
        return new PluginsStep(settings, service, platform.routes, platform.installations);
    }
}
