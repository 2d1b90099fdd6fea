package io.plexica.plugins.internal.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.plugins.internal.preview.Preview;
import io.plexica.plugins.internal.preview.Preview.ProblemView;
import io.plexica.plugins.internal.testing.PluginJar;
import io.plexica.spi.tenancy.Tenant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Other bytes of a snapshot, and the tenants that are on it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ReplacedSnapshotTest extends PlatformCase {

    private static final String VERSION = "1.0.0-SNAPSHOT";

    private Tenant globex;

    @BeforeEach
    void installForTwo() {
        globex = platform.tenant("globex");
        publish(snapshot());
        platform.plugins.install(acme, "notes", VERSION, null);
        platform.plugins.install(globex, "notes", VERSION, null);
    }

    @Test
    void what_an_upgrade_would_refuse_is_previewed_for_each_tenant_and_refused_before_anything_changes() {
        publish(PluginJar.hello("billing", "1.0.0"));
        platform.plugins.install(acme, "billing", null, null);
        PluginJar unfit = snapshot()
                .migration("V2__text.sql", V2)
                .member("dependencies", "[{\"plugin\":\"billing\",\"version\":\"[1.0,2)\"}]")
                .member("visibility", "{\"tenants\":[\"acme\"]}");

        assertThat(preview(unfit).problems())
                .extracting(ProblemView::code, ProblemView::message)
                .allSatisfy(problem ->
                        assertThat(problem.toList().get(1).toString()).endsWith("(in the tenant globex)"))
                .extracting(problem -> problem.toList().get(0))
                .containsExactlyInAnyOrder("plugin-not-found", "conflict");
        assertThatThrownBy(() -> publish(unfit)).isInstanceOfSatisfying(PlexicaException.class, e -> {
            assertThat(e.code()).isEqualTo(ErrorCode.CONFLICT);
            assertThat(e.detail()).contains("dependencies-missing: ", "plugin-not-found: ", "(in the tenant globex)");
            assertThat(e.extensions()).containsEntry("tenants", List.of("globex"));
        });
        assertThat(columns("acme")).as("nobody's tables have changed").doesNotContain("text");
        assertThat(hello("globex")).isEqualTo(VERSION);

        platform.plugins.uninstall(globex, "notes", false);
        publish(unfit);
        assertThat(columns("acme")).contains("text");
    }

    @Test
    void settings_and_company_count_too() {
        publish(PluginJar.hello("rival", "1.0.0"));
        platform.plugins.install(globex, "rival", null, null);

        assertThat(preview(snapshot().member("conflicts", "[\"rival\"]")).problems())
                .extracting(ProblemView::message)
                .containsExactly("conflicting-plugins: notes cannot be enabled beside rival (in the tenant globex)");

        database.admin("INSERT INTO core.plugin_settings (tenant_slug, plugin_id, settings)"
                + " VALUES ('acme', 'notes', '{\"times\": 2}')");
        PluginJar stricter = snapshot()
                .member(
                        "configuration",
                        "{\"schema\": {\"type\": \"object\", \"properties\": {\"times\": {\"type\": \"string\"}}}}");
        assertThat(preview(stricter).problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.message())
                        .startsWith("settings-unfit: ")
                        .endsWith("(in the tenant acme)"));
        assertThatThrownBy(() -> publish(stricter)).hasMessageStartingWith("settings-unfit: ");
    }

    @Test
    void migrations_that_fail_in_one_tenant_name_it_and_say_where_they_have_run() {
        String notThere =
                "CREATE TABLE once AS SELECT 1 / (CASE WHEN current_schema() LIKE '%globex%' THEN 0 ELSE 1 END) n";

        assertThatThrownBy(() -> publish(snapshot().migration("V2__once.sql", notThere)))
                .isInstanceOfSatisfying(PlexicaException.class, e -> {
                    assertThat(e.code()).isEqualTo(ErrorCode.PLUGIN_ERROR);
                    assertThat(e.detail())
                            .contains("V2__once.sql", "(in the tenant globex)", "they have run in acme", "deleteData");
                    assertThat(e.extensions())
                            .containsEntry("tenant", "globex")
                            .containsEntry("migrated", List.of("acme"));
                });

        assertThat(preview(snapshot().migration("V2__once.sql", "SELECT 1")).problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.message())
                        .startsWith("migration-changed: ")
                        .contains("uninstall it with deleteData=true", "(in the tenant acme)"));
    }

    private static PluginJar snapshot() {
        return PluginJar.hello("notes", VERSION).migration("V1__notes.sql", V1);
    }

    private List<String> columns(String slug) {
        return database.query(
                "SELECT attname FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n"
                        + " ON n.oid = c.relnamespace WHERE a.attnum > 0 AND c.relname = 'notes' AND n.nspname = 'tenant_"
                        + slug + "__notes'");
    }

    private Preview preview(PluginJar jar) {
        return platform.publications.of(jar.to(folder.resolve("preview.jar")));
    }
}
