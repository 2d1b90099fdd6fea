package io.plexica.plugins.internal.plan;

import static io.plexica.plugins.internal.store.InstallationStatus.DISABLED;
import static io.plexica.plugins.internal.store.InstallationStatus.INSTALLED;
import static io.plexica.plugins.internal.store.InstallationStatus.IN_PROGRESS;
import static io.plexica.plugins.internal.store.InstallationStatus.UNINSTALLED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.plugins.internal.plan.Snapshot.Rights;
import io.plexica.spi.data.PluginSchemas.Difference;
import io.plexica.spi.tenancy.TenantStatus;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PlannerTest {

    private final World world = new World();

    @Test
    void what_is_needed_comes_first_and_disabled_dependencies_are_enabled() {
        world.publish("crm", "1.0.0", "billing", "[1,2)", "mail", "[1,2)", "?loyalty", "[1,2)")
                .publish("billing", "1.0.0", "tax", "[1,2)")
                .publish("billing", "1.4.0", "tax", "[1,2)")
                .publish("billing", "2.0.0")
                .publish("billing", "1.5.0-rc.1")
                .publish("tax", "1.0.0")
                .publish("mail", "1.1.0")
                .publish("loyalty", "1.0.0")
                .has("mail", "1.1.0", DISABLED);

        Plan plan = world.install("crm", "1.0.0");

        assertThat(plan.problems()).isEmpty();
        assertThat(steps(plan))
                .containsExactly(
                        "install tax@1.0.0", "install billing@1.4.0", "enable mail@1.1.0", "install crm@1.0.0");
    }

    @Test
    void the_newest_version_that_suits_everybody_is_found_even_if_the_newest_of_all_does_not_get_along() {
        world.publish("crm", "1.0.0", "billing", "[1,3)", "tax", "[1,2)")
                .publish("billing", "2.0.0", "tax", "[2,3)")
                .publish("billing", "1.9.0", "tax", "[1,2)")
                .publish("tax", "1.0.0")
                .publish("tax", "2.0.0");

        assertThat(steps(world.install("crm", "1.0.0")))
                .containsExactly("install tax@1.0.0", "install billing@1.9.0", "install crm@1.0.0");
    }

    @Test
    void all_that_is_missing_is_explained_at_once() {
        world.publish("crm", "1.0.0", "billing", "[1,2)", "analytics", "[2,3)", "mail", "[3,4)")
                .publish("billing", "2.0.0")
                .publish("billing", "1.7.0")
                .publish("mail", "1.0.0")
                .has("billing", "2.0.0", INSTALLED);

        assertThat(world.install("crm", "1.0.0").problems())
                .extracting(Problem::message)
                .containsExactly(
                        "dependencies-missing: crm@1.0.0 needs billing [1,2), but this tenant is on billing 2.0.0; move it"
                                + " to 1.7.0 first",
                        "dependencies-missing: crm@1.0.0 needs analytics [2,3), and there is no plugin 'analytics' for"
                                + " this tenant",
                        "dependencies-missing: crm@1.0.0 needs mail [3,4), and only 1.0.0 is there");
    }

    @Test
    void dependants_that_want_different_versions_are_named() {
        world.publish("crm", "1.0.0", "billing", "[1,2)", "shop", "[1,2)")
                .publish("shop", "1.0.0", "billing", "[2,3)")
                .publish("billing", "1.0.0")
                .publish("billing", "2.0.0");

        assertThat(world.install("crm", "1.0.0").problems())
                .extracting(Problem::message)
                .containsExactly(
                        "dependencies-missing: crm@1.0.0 needs billing [1,2) and shop@1.0.0 needs billing [2,3),"
                                + " and none of 2.0.0, 1.0.0 suits all of them");
    }

    @Test
    void circles_are_explained() {
        world.publish("one", "1.0.0", "two", "1")
                .publish("two", "1.0.0", "tri", "1")
                .publish("tri", "1.0.0", "one", "1");

        assertThat(world.install("one", "1.0.0").problems())
                .extracting(Problem::message)
                .containsExactly("dependency-cycle: one needs two, which needs tri, which needs one");
    }

    @Test
    void conflicts_hold_in_both_directions_and_for_what_comes_along() {
        world.publish("crm", "1.0.0", "billing", "1")
                .publishWith("billing", "1.0.0", "\"conflicts\":[\"ledger\"]")
                .publish("ledger", "1.0.0")
                .has("ledger", "1.0.0", INSTALLED);
        assertThat(world.install("crm", "1.0.0").problems())
                .extracting(Problem::message)
                .containsExactly("conflicting-plugins: billing cannot be enabled beside ledger");

        World other = new World()
                .publishWith("enemy", "1.0.0", "\"conflicts\":[\"crm\"]")
                .publish("crm", "1.0.0")
                .has("enemy", "1.0.0", INSTALLED);
        assertThat(other.install("crm", "1.0.0").problems())
                .extracting(Problem::message)
                .containsExactly("conflicting-plugins: crm cannot be enabled beside enemy");
    }

    @Test
    void plan_platform_visibility_and_versions_that_do_not_run_stand_in_the_way() {
        world.publishWith(
                        "crm",
                        "1.0.0",
                        "\"plans\":[\"pro\"],\"platform\":\"[9,10)\",\"dependencies\":[{\"plugin\":\"secret\","
                                + "\"version\":\"1\"}]")
                .publishWith("secret", "1.0.0", "\"visibility\":{\"tenants\":[\"globex\"]}")
                .idle("crm", "1.0.0", "it was killed");

        List<Problem> problems = world.install("crm", "1.0.0").problems();

        assertThat(problems)
                .extracting(Problem::code)
                .containsExactly(
                        ErrorCode.PLAN_REQUIRED, ErrorCode.CONFLICT, ErrorCode.CONFLICT, ErrorCode.PLUGIN_UNAVAILABLE);
        assertThat(problems.get(0).members()).containsEntry("plans", List.of("pro"));
        assertThat(problems.get(1).message()).startsWith("platform-range: ");
        assertThat(problems.get(2).message()).contains("there is no plugin 'secret' for this tenant");
        assertThat(problems.get(3).message()).isEqualTo("crm@1.0.0 does not run: it was killed");
    }

    @Test
    void a_dependency_that_the_plan_lacks_says_so() {
        world.publish("crm", "1.0.0", "billing", "1").publishWith("billing", "1.0.0", "\"plans\":[\"pro\"]");

        assertThat(world.install("crm", "1.0.0").problems()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(ErrorCode.PLAN_REQUIRED);
            assertThat(problem.message()).startsWith("crm@1.0.0 needs billing 1, but billing is for tenants");
        });
    }

    @Test
    void who_may_only_enable_brings_nothing_new() {
        world.publish("crm", "1.0.0", "billing", "1")
                .publish("billing", "1.0.0")
                .has("crm", "1.0.0", DISABLED)
                .rights(new Rights(false, true));

        assertThat(world.plan(InstallationRequest.enable("crm")).problems())
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.code()).isEqualTo(ErrorCode.PERMISSION_DENIED);
                    assertThat(problem.members()).containsEntry("requiredPermissions", List.of("core:plugins:install"));
                });
    }

    @Test
    void what_others_need_stays() {
        world.publish("billing", "1.0.0")
                .publish("crm", "1.0.0", "billing", "1")
                .publish("mail", "1.0.0", "?billing", "1")
                .has("billing", "1.0.0", INSTALLED)
                .has("crm", "1.0.0", DISABLED)
                .has("mail", "1.0.0", INSTALLED);

        Plan uninstall = world.plan(InstallationRequest.uninstall("billing", false));
        assertThat(uninstall.dependants()).containsExactly("crm");
        assertThatThrownBy(uninstall::demandFeasible).isInstanceOfSatisfying(PlexicaException.class, e -> {
            assertThat(e.detail()).isEqualTo("dependants: billing is needed by crm");
            assertThat(e.extensions()).containsEntry("dependants", List.of("crm"));
        });
        assertThat(world.plan(InstallationRequest.disable("billing")).problems())
                .as("a disabled dependant")
                .isEmpty();
    }

    @Test
    void a_move_suits_those_who_stay_and_the_tables() {
        world.publish("billing", "1.0.0")
                .publish("billing", "1.1.0")
                .publish("billing", "2.0.0")
                .differs("billing", "1.0.0", new Difference(List.of("V2__more.sql"), List.of()))
                .publish("crm", "1.0.0", "billing", "[1,2)")
                .has("billing", "1.1.0", INSTALLED)
                .has("crm", "1.0.0", INSTALLED);

        assertThat(world.upgrade("billing", "2.0.0").problems())
                .extracting(Problem::message)
                .containsExactly("dependants: billing 2.0.0 does not suit crm");
        assertThat(world.upgrade("billing", "1.0.0").problems())
                .extracting(Problem::reason)
                .containsExactly("schema-newer");
        assertThat(steps(world.upgrade("billing", "1.0.0"))).containsExactly("downgrade billing@1.0.0");
        assertThat(world.upgrade("billing", "1.1.0").steps()).isEmpty();
    }

    @Test
    void kept_tables_do_not_go_back_and_files_that_have_run_do_not_change() {
        world.publish("billing", "1.0.0")
                .publish("crm", "1.0.0", "billing", "1")
                .has("billing", "1.0.0", UNINSTALLED)
                .differs(
                        "billing",
                        "1.0.0",
                        new Difference(List.of("V2__more.sql"), List.of("V1__bills.sql was changed after it had run")));

        for (String id : List.of("billing", "crm")) {
            assertThat(world.install(id, "1.0.0").problems())
                    .as("installed as %s", id)
                    .extracting(Problem::message)
                    .containsExactly(
                            "schema-newer: the tables of billing in this tenant are newer than billing@1.0.0,"
                                    + " which lacks V2__more.sql, and tables do not go back; take a newer version, or"
                                    + " delete the data first",
                            "migration-changed: billing@1.0.0: V1__bills.sql was changed after it had run");
        }
    }

    @Test
    void a_disabled_plugin_moves_without_company() {
        world.publish("crm", "1.0.0").publish("crm", "2.0.0", "billing", "1").has("crm", "1.0.0", DISABLED);

        Plan plan = world.upgrade("crm", "2.0.0");

        assertThat(plan.problems()).isEmpty();
        assertThat(steps(plan)).containsExactly("upgrade crm@2.0.0");
        assertThat(plan.steps().get(0).detail()).endsWith("it stays disabled");
    }

    @Test
    void what_has_to_do_with_each_other_waits_and_what_has_not_does_not() {
        world.publish("billing", "1.0.0")
                .publish("crm", "1.0.0", "billing", "1")
                .publish("mail", "1.0.0")
                .has("billing", "1.0.0", INSTALLED, "upgrade")
                .has("mail", "1.0.0", INSTALLED);

        assertThat(world.install("crm", "1.0.0").problems())
                .extracting(Problem::message)
                .containsExactly(
                        "operation-in-progress: billing is being worked on (upgrade), and crm depends on it; try"
                                + " again when that is done");
        assertThat(world.plan(InstallationRequest.disable("mail")).problems()).isEmpty();
        world.has("billing", "1.0.0", INSTALLED).has("crm", "1.0.0", IN_PROGRESS, "install");
        assertThat(world.plan(InstallationRequest.uninstall("billing", false)).problems())
                .extracting(Problem::reason)
                .containsExactly("operation-in-progress");
    }

    @Test
    void what_is_there_or_not_there_is_told() {
        world.publish("crm", "1.0.0").has("crm", "1.0.0", DISABLED);
        assertThat(world.install("crm", "1.0.0").problems())
                .extracting(Problem::reason)
                .containsExactly("already-installed");
        world.has("crm", "1.0.0", UNINSTALLED);
        for (InstallationRequest wish : List.of(
                InstallationRequest.enable("crm"),
                InstallationRequest.disable("crm"),
                InstallationRequest.uninstall("crm", true),
                InstallationRequest.upgrade(world.version("crm", "1.0.0")))) {
            assertThatThrownBy(() -> world.plan(wish)).extracting("code").isEqualTo(ErrorCode.NOT_FOUND);
        }
        world.status(TenantStatus.PENDING_DELETION);
        assertThat(world.install("crm", "1.0.0").problems())
                .extracting(Problem::reason)
                .containsExactly("tenant-busy");
    }

    static List<String> steps(Plan plan) {
        return plan.steps().stream().map(Step::toString).toList();
    }
}
