package io.plexica.plugins.internal.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.plugins.internal.plan.InstallationRequest;
import io.plexica.plugins.internal.preview.ExpectedState;
import io.plexica.plugins.internal.preview.Preview;
import io.plexica.plugins.internal.store.Installation;
import io.plexica.plugins.internal.testing.PluginJar;
import io.plexica.spi.context.Contexts;
import io.plexica.spi.data.PluginSchemas.TableRows;
import io.plexica.spi.plugins.PluginRef;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What is told before anything is done, and what is done only if that still holds. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PreviewsTest extends PlatformCase {

    private static final String EVERYTHING = "SELECT md5(string_agg(t::text, '|' ORDER BY t::text)) FROM"
            + " (SELECT i::text FROM core.installations i UNION ALL SELECT a::text FROM core.audit_log a UNION ALL"
            + " SELECT schemaname || tablename FROM pg_tables) t(t)";

    @Test
    void an_installation_is_told_with_all_that_follows_and_nothing_is_done() {
        publish(PluginJar.hello("billing", "1.0.0").migration("V1__bills.sql", V1));
        publish(PluginJar.hello("notes", "1.0.0")
                .migration("V1__notes.sql", V1)
                .migration("V2__text.sql", V2)
                .member("dependencies", "[{\"plugin\":\"billing\",\"version\":\"1\"}]")
                .member("events", "{\"publishes\":[\"notes.note.created\"],\"subscribes\":[\"billing.bill.paid\"]}"));
        List<String> before = database.query(EVERYTHING);

        Preview preview = platform.plugins.preview(acme, install());

        assertThat(preview.dryRun()).isTrue();
        assertThat(preview.steps())
                .extracting(step -> step.action() + " " + step.target())
                .containsExactly("install billing@1.0.0", "install notes@1.0.0");
        assertThat(preview.migrations())
                .containsExactly("billing/V1__bills.sql", "notes/V1__notes.sql", "notes/V2__text.sql");
        assertThat(preview.permissions().gained())
                .extracting(Preview.Change::key)
                .containsExactly("billing:things:read", "notes:things:read");
        assertThat(preview.permissions().gained())
                .extracting(Preview.Change::roles)
                .containsOnly(List.of("member"));
        assertThat(preview.events().publishes()).containsExactly("notes.note.created");
        assertThat(preview.events().subscribes()).containsExactly("billing.bill.paid");
        assertThat(preview.problems()).isEmpty();
        assertThat(database.query(EVERYTHING)).isEqualTo(before);
        assertThat(platform.routes.enabled("acme")).isEmpty();
    }

    @Test
    void an_upgrade_tells_only_what_is_new_and_an_uninstallation_what_is_lost() {
        publish(PluginJar.hello("notes", "1.0.0").migration("V1__notes.sql", V1));
        platform.plugins.install(acme, "notes", null, null);
        publish(PluginJar.hello("notes", "1.1.0").migration("V1__notes.sql", V1).migration("V2__text.sql", V2));
        insert("INSERT INTO notes (id) VALUES (1), (2)");

        Preview upgrade = platform.plugins.preview(acme, platform.plugins.toUpgrade(acme, "notes", null));
        Preview uninstall = platform.plugins.preview(acme, InstallationRequest.uninstall("notes", true));

        assertThat(upgrade.migrations()).containsExactly("notes/V2__text.sql");
        assertThat(upgrade.permissions().gained()).isEmpty();
        assertThat(uninstall.steps()).extracting(Preview.StepView::action).containsExactly("uninstall", "delete-data");
        assertThat(uninstall.data()).containsExactly(new TableRows("notes", 2));
        assertThat(uninstall.permissions().lost())
                .extracting(Preview.Change::key)
                .containsExactly("notes:things:read");
        assertThat(platform.plugins
                        .preview(acme, InstallationRequest.uninstall("notes", false))
                        .data())
                .isEmpty();
        assertThat(hello("acme")).isEqualTo("1.0.0");
    }

    @Test
    void who_disables_a_plugin_is_told_what_people_cannot_do_meanwhile() {
        publish(PluginJar.hello("notes", "1.0.0")
                .entry("ui/main.js", "export {}")
                .entry("ui/list.js", "export {}")
                .member(
                        "web",
                        "{\"remoteEntry\":\"ui/main.js\",\"routePrefix\":\"/notes\",\"contributions\":"
                                + "[{\"point\":\"page\",\"module\":\"./list\"}]}"));
        platform.plugins.install(acme, "notes", null, null);

        Preview disable = platform.plugins.preview(acme, InstallationRequest.disable("notes"));
        Preview uninstall = platform.plugins.preview(acme, InstallationRequest.uninstall("notes", false));

        assertThat(disable.permissions().gained()).isEmpty();
        assertThat(disable.permissions().lost())
                .isEqualTo(uninstall.permissions().lost())
                .extracting(Preview.Change::key, Preview.Change::people)
                .containsExactly(tuple("notes:things:read", 1));
        assertThat(disable.contributionsLost())
                .isEqualTo(uninstall.contributionsLost())
                .extracting(Preview.ContributionView::module)
                .containsExactly("./list");

        platform.plugins.disable(acme, "notes");
        Preview enable = platform.plugins.preview(acme, InstallationRequest.enable("notes"));
        assertThat(enable.permissions())
                .isEqualTo(new Preview.Permissions(disable.permissions().lost(), List.of()));
        assertThat(enable.contributions()).isEqualTo(disable.contributionsLost());
        assertThat(platform.plugins
                        .preview(acme, InstallationRequest.disable("notes"))
                        .permissions()
                        .lost())
                .as("it is disabled already")
                .isEmpty();
        Preview gone = platform.plugins.preview(acme, InstallationRequest.uninstall("notes", false));
        assertThat(gone.contributionsLost()).as("its pages are gone already").isEmpty();
        assertThat(gone.permissions().lost()).as("nobody could use it").isEmpty();

        publish(
                PluginJar.hello("notes", "1.1.0")
                        .member(
                                "permissions",
                                "[{\"key\":\"notes:things:read\",\"name\":\"Read\",\"defaultRoles\":[\"member\"]},"
                                        + "{\"key\":\"notes:things:write\",\"name\":\"Write\",\"defaultRoles\":[\"member\"]}]"));
        assertThat(platform.plugins
                        .preview(acme, platform.plugins.toUpgrade(acme, "notes", null))
                        .permissions()
                        .gained())
                .as("nobody can use it")
                .isEmpty();
    }

    @Test
    void a_migration_that_was_changed_after_it_had_run_is_told_and_refused() {
        publish(PluginJar.hello("notes", "1.0.0").migration("V1__notes.sql", V1));
        platform.plugins.install(acme, "notes", null, null);
        publish(PluginJar.hello("notes", "1.1.0").migration("V1__notes.sql", V1 + ";" + V2));

        Preview preview = platform.plugins.preview(acme, platform.plugins.toUpgrade(acme, "notes", null));

        assertThat(preview.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.message())
                        .startsWith("migration-changed: notes@1.1.0: V1__notes.sql was changed after it had run"));
        assertThatThrownBy(() -> platform.plugins.upgrade(acme, "notes", null))
                .hasMessageStartingWith("migration-changed: ")
                .extracting("code")
                .isEqualTo(ErrorCode.CONFLICT);
        assertThat(hello("acme")).isEqualTo("1.0.0");
    }

    @Test
    void what_would_be_refused_is_told_with_its_reasons() {
        publish(PluginJar.hello("notes", "1.0.0")
                .member("plans", "[\"pro\"]")
                .member("dependencies", "[{\"plugin\":\"billing\",\"version\":\"1\"}]"));

        Preview preview = platform.plugins.preview(acme, install());

        assertThat(preview.problems())
                .extracting(Preview.ProblemView::code)
                .containsExactly("plan-required", "conflict");
        assertThatThrownBy(() -> platform.plugins.install(acme, "notes", null, null))
                .hasMessageContaining("plan")
                .hasMessageContaining("dependencies-missing");
    }

    @Test
    void what_is_done_is_what_was_told_or_nothing() {
        publish(PluginJar.hello("notes", "1.0.0"));
        InstallationRequest wish = install();
        String state = platform.plugins.preview(acme, wish).state();
        assertThat(platform.plugins.preview(acme, install()).state()).isEqualTo(state);
        assertThat(platform.plugins
                        .preview(acme, platform.plugins.toInstall(acme, "notes", null, false))
                        .state())
                .as("another wish")
                .isNotEqualTo(state);

        publish(PluginJar.hello("books", "1.0.0"));
        assertThat(platform.plugins.preview(acme, wish).state())
                .as("something else was published")
                .isEqualTo(state);
        publish(PluginJar.hello("notes", "1.1.0"));
        refused(state);
        platform.plugins.install(acme, "books", null, null);
        platform.plugins.uninstall(acme, "books", true);

        String moved = platform.plugins.preview(acme, install()).state();
        Installation done = platform.plugins.apply(acme, install(), ExpectedState.of('"' + moved + '"'), Progress.NONE);
        assertThat(done.plugin().version()).isEqualTo("1.1.0");
        refused(moved);
    }

    private void insert(String sql) {
        try (Contexts.Scope scope = Contexts.open(Contexts.require().inTenant(acme))) {
            platform.database.plugin(
                    new PluginRef("notes", "1.0.0"),
                    connection -> connection.createStatement().executeUpdate(sql));
        }
    }

    private void refused(String state) {
        assertThatThrownBy(() -> platform.plugins.apply(acme, install(), ExpectedState.of(state), Progress.NONE))
                .isInstanceOf(PlexicaException.class)
                .hasMessageStartingWith("state-moved: ");
    }

    private InstallationRequest install() {
        return platform.plugins.toInstall(acme, "notes", null, null);
    }
}
