package io.plexica.plugins.internal.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plexica.plugins.internal.rollout.Rollout;
import io.plexica.plugins.internal.rollout.RolloutReport;
import io.plexica.plugins.internal.rollout.RolloutReport.Outcome;
import io.plexica.plugins.internal.rollout.RolloutWish;
import io.plexica.plugins.internal.rollout.Rollouts;
import io.plexica.plugins.internal.settings.RegistrySettings.Values;
import io.plexica.plugins.internal.testing.FakeCalls;
import io.plexica.plugins.internal.testing.PluginJar;
import io.plexica.plugins.internal.trust.Trust;
import io.plexica.spi.plugins.PluginCalls;
import io.plexica.spi.plugins.PluginRef;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Until when people can end a rollout, and what becomes of it while nobody can say whether they have. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RolloutCancellationTest extends PlatformCase {

    private static final RolloutWish ALL = new RolloutWish("2.0.0", null, null, null);

    private final ListeningCalls calls = new ListeningCalls();
    private Rollouts rollouts;

    @BeforeEach
    void twoTenantsOnTheFirstVersion() {
        rollouts = platform.rollouts(calls);
        publish(PluginJar.hello("notes", "1.0.0"));
        platform.plugins.install(acme, "notes", null, null);
        platform.plugins.install(platform.tenant("globex"), "notes", null, null);
        publish(PluginJar.hello("notes", "2.0.0"));
    }

    @AfterEach
    void stopRollouts() {
        rollouts.close();
    }

    @Test
    void one_that_goes_back_already_cannot_be_told_that_its_tenants_stay() {
        List<String> back = new ArrayList<>();

        RolloutReport report = rollouts.run(rollouts.begin("notes", ALL), (done, all, slug, sentence) -> {
            if (sentence.contains("moved back")) {
                back.add(slug);
                assertThatThrownBy(() -> rollouts.cancel("notes", true)).hasMessageStartingWith("no-rollout: ");
            } else if (done == 2) {
                calls.fake.counts = new PluginCalls.Counts(40, 3);
            }
        });

        assertThat(report.stopped()).contains("ended in errors");
        assertThat(back).hasSize(2).isEqualTo(report.movedBack());
        assertThat(cancellations()).isEmpty();
    }

    @Test
    void who_says_so_after_the_last_tenant_is_heard() {
        RolloutReport kept = cancelledAfterAll(true);

        assertThat(kept.outcome()).isEqualTo(Outcome.STOPPED);
        assertThat(kept.stopped()).contains("has cancelled it");
        assertThat(kept.moved()).hasSize(2);
        assertThat(kept.movedBack()).isEmpty();
        assertThat(hello("acme")).isEqualTo("2.0.0");
        assertThat(cancellations()).hasSize(1);
    }

    @Test
    void who_says_so_after_the_last_tenant_gets_all_of_them_back() {
        RolloutReport back = cancelledAfterAll(false);

        assertThat(back.outcome()).isEqualTo(Outcome.STOPPED);
        assertThat(back.movedBack()).hasSize(2);
        assertThat(hello("acme")).isEqualTo("1.0.0");
    }

    @Test
    void one_that_takes_the_place_of_one_whose_node_died_late_can_be_cancelled() {
        rollouts.begin("notes", ALL);
        database.admin("UPDATE core.plugin_rollouts SET closed = true");
        assertThatThrownBy(() -> rollouts.cancel("notes", false)).hasMessageStartingWith("no-rollout: ");
        database.admin("UPDATE core.plugin_rollouts SET seen_at = now() - interval '2 minutes'");

        Rollout next = rollouts.begin("notes", ALL);

        assertThat(rollouts.cancel("notes", false).version()).isEqualTo("2.0.0");
        assertThat(rollouts.run(next, (done, all, slug, sentence) -> {}).stopped())
                .contains("has cancelled it");
    }

    @Test
    void a_database_that_does_not_answer_for_a_moment_ends_no_watch_and_who_cancels_then_is_heard() {
        platform.registrySettings.change(new Values(List.of(), false, Trust.NOBODY, Duration.ofMinutes(2)));
        RolloutWish one = new RolloutWish("2.0.0", List.of("acme"), null, null);

        RolloutReport report = rollouts.run(
                rollouts.begin("notes", one),
                (done, all, slug, sentence) -> calls.next = () -> {
                    platform.database.setDown(true);
                    calls.next = () -> {
                        platform.database.setDown(false);
                        calls.next = () -> {};
                        rollouts.cancel("notes", true);
                    };
                });

        assertThat(report.stopped()).contains("has cancelled it");
        assertThat(report.moved()).containsExactly("acme");
        assertThat(database.query("SELECT outcome FROM core.audit_log WHERE action = 'core.plugin.rolled-out'"))
                .containsExactly("FAILURE");
    }

    @Test
    void a_database_that_does_not_answer_for_a_moment_between_two_tenants_keeps_nobody_from_being_moved() {
        ScheduledExecutorService later = Executors.newSingleThreadScheduledExecutor();

        RolloutReport report = rollouts.run(rollouts.begin("notes", ALL), (done, all, slug, sentence) -> {
            if (done == 1) {
                platform.database.setDown(true);
                later.schedule(() -> platform.database.setDown(false), 1, TimeUnit.SECONDS);
            }
        });

        later.shutdown();
        assertThat(report.outcome()).isEqualTo(Outcome.COMPLETED);
        assertThat(report.moved()).hasSize(2);
        assertThat(report.failed()).isEmpty();
    }

    private RolloutReport cancelledAfterAll(boolean keep) {
        return rollouts.run(rollouts.begin("notes", ALL), (done, all, slug, sentence) -> {
            if (done == all && sentence.contains("moved from")) {
                rollouts.cancel("notes", keep);
            }
        });
    }

    private List<String> cancellations() {
        return database.query("SELECT outcome FROM core.audit_log WHERE action = 'core.plugin.rollout-cancelled'");
    }

    /** Lets a test do something each time a rollout looks at the counts. */
    private static final class ListeningCalls implements PluginCalls {

        private final FakeCalls fake = new FakeCalls();
        private volatile Runnable next = () -> {};

        @Override
        public Counts counts(PluginRef plugin, @Nullable String tenantSlug) {
            next.run();
            return fake.counts(plugin, tenantSlug);
        }

        @Override
        public Figures figures(PluginRef plugin) {
            return fake.figures(plugin);
        }

        @Override
        public Map<String, Figures> byTenant(PluginRef plugin) {
            return fake.byTenant(plugin);
        }
    }
}
