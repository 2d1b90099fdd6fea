package io.plexica.plugins.internal.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.plexica.plugins.internal.plan.MoveOrigin;
import io.plexica.plugins.internal.rollout.RolloutGuard;
import io.plexica.plugins.internal.rollout.RolloutMove;
import io.plexica.plugins.internal.rollout.RolloutReport;
import io.plexica.plugins.internal.rollout.RolloutWish;
import io.plexica.plugins.internal.rollout.Rollouts;
import io.plexica.plugins.internal.testing.FakeCalls;
import io.plexica.plugins.internal.testing.PluginJar;
import io.plexica.spi.plugins.PluginCalls.Counts;
import io.plexica.spi.plugins.PluginRef;
import io.plexica.spi.tenancy.Tenant;
import io.plexica.spi.web.IfMatch;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What becomes of tenants after a rollout has moved them and gone. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RolloutGuardTest extends PlatformCase {

    private static final PluginRef ONE = new PluginRef("notes", "1.0.0");
    private static final PluginRef TWO = new PluginRef("notes", "2.0.0");

    /** Well until the property says otherwise; after a rollout's own question, that is. */
    private static final String MOODY = """
            package test.notes;
            import io.plexica.api.rest.PlexicaResource;
            import io.plexica.api.security.RequiresPermission;
            import javax.ws.rs.*;
            @Path("/hello") @PlexicaResource
            public class HelloResource {
              @GET @RequiresPermission("notes:things:read")
              public String hello() {
                if (Boolean.getBoolean("plexica.test.unwell")) throw new IllegalStateException("unwell");
                return "2.0.0";
              }
            }
            """;

    private final FakeCalls calls = new FakeCalls();
    private Rollouts rollouts;
    private RolloutGuard guard;

    @BeforeEach
    void tenantsOnTheFirstVersion() {
        System.clearProperty("plexica.test.unwell");
        rollouts = platform.rollouts(calls);
        guard = platform.guard(calls);
        publish(PluginJar.hello("notes", "1.0.0"));
        platform.plugins.install(acme, "notes", null, null);
        platform.plugins.install(platform.tenant("globex"), "notes", null, null);
        publish(PluginJar.hello("notes", "2.0.0")
                .source("test.notes.HelloResource", MOODY)
                .member("api", "{\"healthCheck\":\"/hello\"}"));
    }

    @AfterEach
    void watchNoMore() {
        System.clearProperty("plexica.test.unwell");
        guard.close();
        rollouts.close();
    }

    @Test
    void who_is_well_for_long_enough_stays_and_is_watched_no_more() {
        RolloutReport report = rollOut();
        assertThat(report.watchedUntil()).isNotNull();
        assertThat(watched()).containsExactlyInAnyOrder("acme", "globex");
        assertThat(rollouts.watched("notes")).extracting(RolloutMove::from).containsOnly("1.0.0");

        database.admin("UPDATE core.plugin_rollout_moves SET until = now()");

        await().untilAsserted(() -> assertThat(watched()).isEmpty());
        assertThat(versions()).containsOnly("2.0.0");
    }

    @Test
    void errors_that_come_afterwards_move_everybody_back() {
        rollOut();
        calls.ofVersions.put(TWO, new Counts(0, 0));
        awaitALook();

        calls.ofVersions.put(TWO, new Counts(30, 10));

        await().untilAsserted(() -> assertThat(versions()).containsOnly("1.0.0"));
        await().untilAsserted(() -> assertThat(watched()).isEmpty());
        assertThat(database.query("SELECT reason FROM core.audit_log WHERE outcome = 'FAILURE'"
                        + " AND action = 'core.plugin.rolled-out'"))
                .containsExactly(
                        "The rollout of notes@2.0.0 is to be taken back in 2 tenants: 20 of 60 calls of the tenants"
                                + " that were moved ended in errors");
        assertThat(platform.plugins.get(acme, "notes").reason())
                .isEqualTo(
                        "The rollout of 2.0.0 was taken back: 20 of 60 calls of the tenants that were moved ended in errors");
        assertThat(hello("acme")).isEqualTo("1.0.0");
    }

    @Test
    void a_quiet_tenant_and_one_that_had_errors_before_stay() {
        rollOut();
        calls.ofVersions.put(TWO, new Counts(0, 0));
        calls.ofVersions.put(ONE, new Counts(100, 30));
        awaitALook();
        calls.ofVersions.put(TWO, new Counts(30, 9));
        awaitALook();
        calls.ofVersions.put(TWO, new Counts(9, 9));
        calls.ofVersions.put(ONE, new Counts(0, 0));
        awaitALook();

        assertThat(versions()).containsOnly("2.0.0");
    }

    @Test
    void a_version_that_turns_unwell_goes_back() {
        rollOut();

        System.setProperty("plexica.test.unwell", "true");

        await().untilAsserted(() -> assertThat(versions()).containsOnly("1.0.0"));
    }

    @Test
    void a_version_that_is_stopped_for_all_goes_back() {
        rollOut();

        platform.lifecycle.quarantine(TWO, "it leaks", IfMatch.ANY);

        await().untilAsserted(() -> assertThat(versions()).containsOnly("1.0.0"));
    }

    @Test
    void what_a_node_began_to_take_back_another_one_finishes() {
        guard.close();
        rollOut();
        database.admin("UPDATE core.plugin_rollout_moves SET back_reason = 'errors'");
        platform.plugins.moveBack(acme, ONE);
        assertThat(versions()).containsExactlyInAnyOrder("1.0.0", "2.0.0");

        guard = platform.guard(calls);

        await().untilAsserted(() -> assertThat(versions()).containsOnly("1.0.0"));
        await().untilAsserted(() -> assertThat(watched()).isEmpty());
    }

    @Test
    void whom_people_have_moved_on_nobody_moves_back() {
        rollOut();
        publish(PluginJar.hello("notes", "3.0.0"));
        platform.plugins.upgrade(acme, "notes", "3.0.0");

        platform.lifecycle.quarantine(TWO, "it leaks", IfMatch.ANY);

        await().untilAsserted(() -> assertThat(versions()).containsExactlyInAnyOrder("3.0.0", "1.0.0"));
        await().untilAsserted(() -> assertThat(watched()).isEmpty());
    }

    @Test
    void where_people_have_put_a_tenant_since_it_stays_even_on_the_same_version() {
        rollOut();
        platform.plugins.uninstall(acme, "notes", true);
        platform.plugins.install(acme, "notes", "2.0.0", null);
        Tenant globex = platform.tenants.find("globex").orElseThrow();
        platform.plugins.upgrade(globex, "notes", "1.0.0");
        assertThat(watched()).isEmpty();
        platform.plugins.upgrade(globex, "notes", "2.0.0");

        platform.lifecycle.quarantine(TWO, "it leaks", IfMatch.ANY);

        assertThat(watched()).isEmpty();
        assertThat(versions()).containsOnly("2.0.0");
    }

    @Test
    void whose_move_was_taken_for_a_rollouts_a_moment_ago_is_left_alone_at_the_last_moment() {
        rollOut();
        RolloutMove move = rollouts.watched("notes").get(0);
        Tenant tenant = platform.tenants.find(move.tenant()).orElseThrow();
        platform.plugins.upgrade(tenant, "notes", "1.0.0");
        platform.plugins.upgrade(tenant, "notes", "2.0.0");

        assertThatThrownBy(() -> platform.plugins.moveBack(tenant, ONE, MoveOrigin.back(move.rollout(), "late")))
                .hasMessageStartingWith("moved-on: ");
    }

    @Test
    void who_cannot_go_back_says_why_and_stays_for_good_after_a_while() {
        rollOut();
        platform.lifecycle.quarantine(ONE, "a hole", IfMatch.ANY);
        database.admin("UPDATE core.plugin_rollout_moves SET back_reason = 'errors'");
        await().untilAsserted(() -> assertThat(rollouts.watched("notes"))
                .extracting(RolloutMove::backFailure)
                .allSatisfy(why -> assertThat(why).contains("is stopped for everybody: a hole")));

        database.admin("UPDATE core.plugin_rollout_moves SET until = now() - interval '11 minutes'");

        await().untilAsserted(() -> assertThat(watched()).isEmpty());
        platform.lifecycle.release(ONE, IfMatch.ANY);
        assertThat(versions()).containsOnly("2.0.0");
        assertThat(platform.plugins.get(acme, "notes").reason())
                .startsWith("The rollout of 2.0.0 could not be taken back (errors), and is not any more: ")
                .contains("a hole");
        await().untilAsserted(() -> assertThat(audited("core.plugin.upgraded")).containsOnlyOnce("FAILURE"));
    }

    @Test
    void errors_of_the_first_seconds_count_and_those_of_an_earlier_time_do_not() {
        calls.ofVersions.put(TWO, new Counts(100, 50));
        rollOut();
        awaitALook();
        assertThat(versions()).containsOnly("2.0.0");
        guard.close();
        calls.ofVersions.put(TWO, new Counts(130, 60));

        guard = platform.guard(calls);

        await().untilAsserted(() -> assertThat(versions()).containsOnly("1.0.0"));
    }

    @Test
    void what_they_may_go_back_to_is_not_withdrawn_while_they_are_watched() {
        rollOut();

        assertThatThrownBy(() -> platform.withdrawal.byHand(ONE))
                .hasMessageStartingWith("version-in-use: notes@1.0.0 is needed for acme, globex,");

        database.admin("UPDATE core.plugin_rollout_moves SET until = now()");
        await().untilAsserted(() -> assertThat(watched()).isEmpty());
        platform.withdrawal.byHand(ONE);
    }

    private RolloutReport rollOut() {
        RolloutReport report = rollouts.run(
                rollouts.begin("notes", new RolloutWish("2.0.0", null, null, null)), (done, all, slug, sentence) -> {});
        assertThat(report.moved()).hasSize(2);
        return report;
    }

    /** Returns when the guard has looked twice at two tenants, on two versions each, and more. */
    private void awaitALook() {
        int before = calls.asked.get();
        await().until(() -> calls.asked.get() > before + 12);
    }

    private List<String> watched() {
        return database.query("SELECT tenant_slug FROM core.plugin_rollout_moves");
    }

    private List<String> versions() {
        return database.query("SELECT version FROM core.installations WHERE plugin_id = 'notes'");
    }
}
