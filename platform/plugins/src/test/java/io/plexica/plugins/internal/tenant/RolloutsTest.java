package io.plexica.plugins.internal.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plexica.api.problem.ErrorCode;
import io.plexica.plugins.internal.rollout.Rollout;
import io.plexica.plugins.internal.rollout.RolloutReport;
import io.plexica.plugins.internal.rollout.RolloutReport.Failure;
import io.plexica.plugins.internal.rollout.RolloutReport.Outcome;
import io.plexica.plugins.internal.rollout.RolloutWish;
import io.plexica.plugins.internal.rollout.Rollouts;
import io.plexica.plugins.internal.testing.FakeCalls;
import io.plexica.plugins.internal.testing.HookedJar;
import io.plexica.plugins.internal.testing.PluginJar;
import io.plexica.spi.plugins.PluginCalls.Counts;
import io.plexica.spi.plugins.PluginRef;
import io.plexica.spi.tenancy.Tenant;
import io.plexica.spi.web.IfMatch;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RolloutsTest extends PlatformCase {

    private static final RolloutWish ALL = new RolloutWish("2.0.0", null, null, null);
    private static final List<String> SLUGS = List.of("acme", "globex", "initech", "umbrella");

    private final List<String> told = new ArrayList<>();
    private final FakeCalls calls = new FakeCalls();
    private Rollouts rollouts;

    @BeforeEach
    void tenantsOnTheFirstVersion() {
        rollouts = platform.rollouts(calls);
        publish(PluginJar.hello("notes", "1.0.0").migration("V1__notes.sql", V1));
        platform.plugins.install(acme, "notes", null, null);
        SLUGS.stream().skip(1).forEach(slug -> platform.plugins.install(platform.tenant(slug), "notes", null, null));
    }

    @AfterEach
    void stopRollouts() {
        rollouts.close();
    }

    @Test
    void all_tenants_are_moved_and_told_of_one_by_one() {
        publishTwo();
        platform.plugins.upgrade(acme, "notes", "2.0.0");

        RolloutReport report = run(ALL);

        assertThat(report.outcome()).isEqualTo(Outcome.COMPLETED);
        assertThat(report.moved()).containsExactlyInAnyOrder("globex", "initech", "umbrella");
        assertThat(report.unchanged()).containsExactly("acme");
        assertThat(report.failed()).isEmpty();
        assertThat(told).hasSize(4).last().asString().startsWith("4/4 ");
        assertThat(SLUGS).allSatisfy(slug -> assertThat(hello(slug)).isEqualTo("2.0.0"));
        assertThat(database.query("SELECT outcome FROM core.audit_log WHERE action = 'core.plugin.rolled-out'"))
                .containsExactly("SUCCESS");
        assertThat(database.query("SELECT version FROM core.plugin_rollouts")).isEmpty();
    }

    @Test
    void some_tenants_are_moved_and_more_follow() {
        publishTwo();

        RolloutReport half = run(new RolloutWish("2.0.0", null, 50, null));
        assertThat(half.moved()).hasSize(2);

        RolloutReport named = run(new RolloutWish("2.0.0", half.moved(), null, null));
        assertThat(named.unchanged()).containsExactlyElementsOf(half.moved());
        assertThat(run(new RolloutWish("2.0.0", null, null, "free")).moved()).hasSize(2);
    }

    @Test
    void one_that_is_cancelled_ends_before_its_next_tenant_and_those_that_were_moved_go_back() {
        publishTwo();
        assertThatThrownBy(() -> rollouts.cancel("notes", false)).hasMessageStartingWith("no-rollout: ");
        assertThatThrownBy(() -> rollouts.cancel("nothing", false))
                .extracting("code")
                .isEqualTo(ErrorCode.PLUGIN_NOT_FOUND);

        RolloutReport report = cancelledAfter(2, false);

        assertThat(report.outcome()).isEqualTo(Outcome.STOPPED);
        assertThat(report.stopped()).contains("has cancelled it");
        assertThat(report.moved()).isEmpty();
        assertThat(report.movedBack()).hasSize(2);
        assertThat(SLUGS).allSatisfy(slug -> assertThat(hello(slug)).isEqualTo("1.0.0"));
        assertThat(database.query("SELECT resource_id FROM core.audit_log"
                        + " WHERE action = 'core.plugin.rollout-cancelled' AND outcome = 'SUCCESS'"))
                .containsExactly("notes@2.0.0");
        assertThat(run(ALL).outcome()).as("the next one is not cancelled").isEqualTo(Outcome.COMPLETED);
    }

    @Test
    void one_that_is_cancelled_may_keep_what_it_has_moved() {
        publishTwo();

        RolloutReport report = cancelledAfter(2, true);

        assertThat(report.outcome()).isEqualTo(Outcome.STOPPED);
        assertThat(report.moved()).hasSize(2);
        assertThat(report.movedBack()).isEmpty();
        assertThat(report.moved()).allSatisfy(slug -> assertThat(hello(slug)).isEqualTo("2.0.0"));
        assertThat(rollouts.watched("notes")).hasSize(2);
    }

    @Test
    void one_tenant_that_cannot_be_moved_stops_no_other() {
        publishTwo();
        Tenant initech = platform.tenants.find("initech").orElseThrow();
        database.admin("UPDATE core.installations SET operation = 'disable', operation_id = gen_random_uuid()"
                + " WHERE tenant_slug = 'initech'");

        RolloutReport report = run(ALL);

        assertThat(report.outcome()).isEqualTo(Outcome.COMPLETED);
        assertThat(report.moved()).hasSize(3);
        assertThat(report.failed()).extracting(Failure::tenant).containsExactly("initech");
        assertThat(report.failed().get(0).reason()).contains("is being worked on (disable)");
        assertThat(report.failure()).isEmpty();
        assertThat(platform.plugins.get(initech, "notes").plugin().version()).isEqualTo("1.0.0");
    }

    @Test
    void one_that_moves_nobody_is_a_failure() {
        publishTwo();
        database.admin("UPDATE core.installations SET operation = 'disable', operation_id = gen_random_uuid()"
                + " WHERE tenant_slug = 'initech'");

        RolloutReport report = run(new RolloutWish("2.0.0", List.of("initech"), null, null));

        assertThat(report.outcome()).isEqualTo(Outcome.COMPLETED);
        assertThat(report.failure())
                .hasValueSatisfying(failure -> assertThat(failure.detail())
                        .startsWith(
                                "rollout-stopped: notes 2.0.0: 0 moved, 0 there already, 1 failed, the first since"));
        assertThat(database.query("SELECT outcome FROM core.audit_log WHERE action = 'core.plugin.rolled-out'"))
                .containsExactly("FAILURE");
    }

    @Test
    void a_plan_that_there_is_not_is_refused() {
        publishTwo();

        assertThatThrownBy(() -> rollouts.begin("notes", new RolloutWish("2.0.0", null, null, "gold")))
                .hasMessageContaining("'gold' is no plan");
        assertThat(database.query("SELECT version FROM core.plugin_rollouts")).isEmpty();
    }

    @Test
    void three_failures_in_a_row_stop_it_and_nobody_stays() {
        publish(HookedJar.of("notes", "beforeUpgrade", "throw new IllegalStateException(\"no\");")
                .member("version", "\"2.0.0\"")
                .header("Bundle-Version", "2.0.0"));

        RolloutReport report = run(ALL);

        assertThat(report.outcome()).isEqualTo(Outcome.STOPPED);
        assertThat(report.stopped()).startsWith("3 tenants in a row could not be moved");
        assertThat(report.moved()).isEmpty();
        assertThat(report.failed()).hasSize(3);
        assertThat(report.failure())
                .hasValueSatisfying(failure -> assertThat(failure.detail())
                        .startsWith("rollout-stopped: The rollout of notes 2.0.0 was stopped: 3 tenants in a row"));
        assertThat(SLUGS).allSatisfy(slug -> assertThat(hello(slug)).isEqualTo("1.0.0"));
    }

    @Test
    void errors_of_the_new_version_move_everybody_back_over_its_tables_and_to_a_retired_version() {
        publishTwo();
        platform.lifecycle.retire(new PluginRef("notes", "1.0.0"), IfMatch.ANY);
        Rollout rollout = rollouts.begin("notes", ALL);
        List<String> order = rollout.tenants().stream().map(Tenant::slug).toList();

        RolloutReport report = rollouts.run(rollout, (done, all, slug, sentence) -> {
            told.add(slug + " " + sentence);
            if (done == 2) {
                calls.counts = new Counts(40, 3);
            }
        });

        assertThat(report.outcome()).isEqualTo(Outcome.STOPPED);
        assertThat(report.stopped()).isEqualTo("6 of 80 calls of the tenants that were moved ended in errors");
        assertThat(report.movedBack()).containsExactly(order.get(1), order.get(0));
        assertThat(report.moved()).isEmpty();
        assertThat(report.summary()).contains("was stopped", "2 moved back");
        assertThat(SLUGS).allSatisfy(slug -> assertThat(hello(slug)).isEqualTo("1.0.0"));
        assertThat(database.query("SELECT outcome FROM core.audit_log WHERE action = 'core.plugin.rolled-out'"))
                .containsExactly("FAILURE");
    }

    @Test
    void whom_somebody_has_moved_on_meanwhile_is_not_dragged_back() {
        publishTwo();
        publish(PluginJar.hello("notes", "3.0.0").migration("V1__notes.sql", V1).migration("V2__text.sql", V2));
        Rollout rollout = rollouts.begin("notes", ALL);
        Tenant first = rollout.tenants().get(0);

        RolloutReport report = rollouts.run(rollout, (done, all, slug, sentence) -> {
            if (done == 2 && calls.counts.calls() == 0) {
                platform.plugins.upgrade(first, "notes", "3.0.0");
                calls.counts = new Counts(40, 3);
            }
        });

        assertThat(report.movedBack()).containsExactly(rollout.tenants().get(1).slug());
        assertThat(report.moved()).isEmpty();
        assertThat(report.failed()).extracting(Failure::tenant).containsExactly(first.slug());
        assertThat(report.failed().get(0).reason()).contains("moved-on: ");
        assertThat(hello(first.slug())).isEqualTo("3.0.0");
    }

    @Test
    void a_tenant_that_may_not_see_the_version_is_said_to_be_the_reason() {
        publish(PluginJar.hello("notes", "2.0.0")
                .migration("V1__notes.sql", V1)
                .member("visibility", "{\"tenants\":[\"globex\"]}"));

        RolloutReport report = run(new RolloutWish("2.0.0", List.of("acme", "globex"), null, null));

        assertThat(report.moved()).containsExactly("globex");
        assertThat(report.failed())
                .singleElement()
                .satisfies(failure -> assertThat(failure.reason())
                        .startsWith("not-visible: notes@2.0.0 is there, but its manifest keeps it from acme"));
    }

    @Test
    void few_errors_and_few_calls_stop_nothing() {
        publishTwo();
        Rollout rollout = rollouts.begin("notes", ALL);

        RolloutReport report = rollouts.run(
                rollout,
                (done, all, slug, sentence) -> calls.counts = done == 1 ? new Counts(19, 19) : new Counts(1000, 19));

        assertThat(report.outcome()).isEqualTo(Outcome.COMPLETED);
    }

    @Test
    void what_cannot_be_rolled_out_is_refused_at_once() {
        assertThatThrownBy(() -> rollouts.begin("notes", ALL))
                .extracting("code")
                .isEqualTo(ErrorCode.PLUGIN_NOT_FOUND);
        publishTwo();
        platform.lifecycle.retire(new PluginRef("notes", "2.0.0"), IfMatch.ANY);
        assertThatThrownBy(() -> rollouts.begin("notes", ALL)).hasMessageStartingWith("version-status: ");
        platform.lifecycle.quarantine(new PluginRef("notes", "2.0.0"), null, IfMatch.ANY);
        assertThatThrownBy(() -> rollouts.begin("notes", ALL)).hasMessageStartingWith("version-status: ");
    }

    private void publishTwo() {
        publish(PluginJar.hello("notes", "2.0.0").migration("V1__notes.sql", V1).migration("V2__text.sql", V2));
    }

    /** Somebody cancels it once so many tenants are done; what they say after that changes nothing. */
    private RolloutReport cancelledAfter(int tenants, boolean keep) {
        return rollouts.run(rollouts.begin("notes", ALL), (done, all, slug, sentence) -> {
            if (done == tenants && sentence.contains("moved from")) {
                assertThat(rollouts.cancel("notes", keep).keep()).isEqualTo(keep);
                assertThat(rollouts.cancel("notes", !keep).keep()).isEqualTo(keep);
            }
        });
    }

    private RolloutReport run(RolloutWish wish) {
        return rollouts.run(
                rollouts.begin("notes", wish),
                (done, all, slug, sentence) -> told.add(done + "/" + all + " " + slug + " " + sentence));
    }
}
