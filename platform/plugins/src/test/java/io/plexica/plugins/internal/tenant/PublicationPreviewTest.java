package io.plexica.plugins.internal.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plexica.api.problem.ErrorCode;
import io.plexica.plugins.internal.preview.Preview;
import io.plexica.plugins.internal.preview.Preview.TenantChange;
import io.plexica.plugins.internal.testing.HookedJar;
import io.plexica.plugins.internal.testing.PluginJar;
import io.plexica.spi.plugins.PluginRef;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What a jar would mean for the platform and its tenants, before it is published. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PublicationPreviewTest extends PlatformCase {

    @Test
    void each_tenant_that_has_the_plugin_is_told_and_nothing_is_published() {
        publish(PluginJar.hello("notes", "1.0.0").migration("V1__notes.sql", V1));
        platform.tenant("globex");
        platform.plugins.install(acme, "notes", null, null);
        int bundles = bundles();

        Preview preview = preview(PluginJar.empty("notes", "1.1.0")
                .migration("V1__notes.sql", V1)
                .migration("V2__text.sql", V2)
                .member("plans", "[\"pro\"]")
                .member(
                        "permissions",
                        "[{\"key\":\"notes:others:read\",\"name\":\"Other\",\"defaultRoles\":[\"member\"]}]"));

        assertThat(preview.steps()).extracting(Preview.StepView::action).containsExactly("publish");
        TenantChange change = preview.tenants().get(0);
        assertThat(preview.tenants()).hasSize(1);
        assertThat(change.tenant()).isEqualTo("acme");
        assertThat(change.from()).isEqualTo("1.0.0");
        assertThat(change.moves()).isFalse();
        assertThat(change.migrations()).containsExactly("notes/V2__text.sql");
        assertThat(change.permissions().gained())
                .extracting(Preview.Change::key)
                .containsExactly("notes:others:read");
        assertThat(change.permissions().lost()).extracting(Preview.Change::key).containsExactly("notes:things:read");
        assertThat(change.problems()).extracting(Preview.ProblemView::code).containsExactly("plan-required");
        assertThat(platform.runtime.registry().versions("notes")).hasSize(1);
        assertThat(bundles()).isEqualTo(bundles);
        assertThat(platform.servers.hello(new PluginRef("notes", "1.1.0"))).isNull();
    }

    @Test
    void where_the_plugin_is_disabled_nobody_gains_or_loses_anything() {
        publish(PluginJar.hello("notes", "1.0.0"));
        platform.plugins.install(acme, "notes", null, null);
        platform.plugins.disable(acme, "notes");

        Preview preview = preview(PluginJar.empty("notes", "1.1.0")
                .member(
                        "permissions",
                        "[{\"key\":\"notes:others:read\",\"name\":\"Other\",\"defaultRoles\":[\"member\"]}]"));

        assertThat(preview.tenants()).singleElement().satisfies(change -> {
            assertThat(change.permissions().gained()).isEmpty();
            assertThat(change.permissions().lost()).isEmpty();
        });
    }

    @Test
    void all_problems_are_told_and_no_code_runs() {
        Preview unresolved = preview(PluginJar.hello("notes", "1.0.0").imports("io.plexica.api.nowhere"));
        assertThat(unresolved.problems())
                .extracting(Preview.ProblemView::code)
                .containsOnly("plugin-invalid")
                .isNotEmpty();
        assertThat(preview(HookedJar.of("hooked", "afterInstall", "")).problems())
                .isEmpty();

        publish(PluginJar.hello("notes", "1.0.0"));
        Preview taken = preview(PluginJar.hello("notes", "1.0.0").entry("other.txt", "other"));
        assertThat(taken.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).startsWith("version-exists: "));
        assertThat(preview(PluginJar.hello("notes", "1.0.0")).steps())
                .as("the same bytes again")
                .isEmpty();
    }

    @Test
    void a_snapshot_that_is_replaced_moves_its_tenants_at_once() {
        publish(PluginJar.hello("notes", "1.0.0-SNAPSHOT"));
        platform.plugins.install(acme, "notes", "1.0.0-SNAPSHOT", null);

        Preview preview = preview(PluginJar.hello("notes", "1.0.0-SNAPSHOT").migration("V1__notes.sql", V1));

        assertThat(preview.steps()).extracting(Preview.StepView::action).containsExactly("replace");
        assertThat(preview.tenants()).extracting(TenantChange::moves).containsExactly(true);
        assertThat(preview.migrations()).isEqualTo(List.of("notes/V1__notes.sql"));
        assertThat(hello("acme")).isEqualTo("1.0.0-SNAPSHOT");
    }

    @Test
    void a_snapshot_with_a_changed_migration_is_not_published_over_the_tables_of_its_tenants() {
        publish(PluginJar.hello("notes", "1.0.0-SNAPSHOT").migration("V1__notes.sql", V1));
        platform.plugins.install(acme, "notes", "1.0.0-SNAPSHOT", null);
        PluginJar changed = PluginJar.hello("notes", "1.0.0-SNAPSHOT").migration("V1__notes.sql", V1 + ";" + V2);

        Preview preview = preview(changed);

        assertThat(preview.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).contains("migration-changed: ", "V1__notes.sql"));
        assertThatThrownBy(() -> publish(changed))
                .hasMessageStartingWith("migration-changed: ")
                .extracting("code")
                .isEqualTo(ErrorCode.CONFLICT);
    }

    private Preview preview(PluginJar jar) {
        return platform.publications.of(jar.to(folder.resolve("preview.jar")));
    }

    private static int bundles() {
        return framework().context().getBundles().length;
    }
}
