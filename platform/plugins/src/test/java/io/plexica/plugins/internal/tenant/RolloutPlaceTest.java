package io.plexica.plugins.internal.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.plugins.internal.rollout.Rollout;
import io.plexica.plugins.internal.rollout.RolloutReport;
import io.plexica.plugins.internal.rollout.RolloutWish;
import io.plexica.plugins.internal.rollout.Rollouts;
import io.plexica.plugins.internal.testing.FakeCalls;
import io.plexica.plugins.internal.testing.PluginJar;
import io.plexica.spi.plugins.PluginCalls.Counts;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Of all that would roll out a plugin one does. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RolloutPlaceTest extends PlatformCase {

    private static final RolloutWish ALL = new RolloutWish("2.0.0", null, null, null);

    private final FakeCalls calls = new FakeCalls();
    private Rollouts rollouts;

    @BeforeEach
    void tenantsOnTheFirstVersion() {
        rollouts = platform.rollouts(calls);
        publish(PluginJar.hello("notes", "1.0.0"));
        platform.plugins.install(acme, "notes", null, null);
        List.of("globex", "initech")
                .forEach(slug -> platform.plugins.install(platform.tenant(slug), "notes", null, null));
        publish(PluginJar.hello("notes", "2.0.0"));
    }

    @AfterEach
    void stopRollouts() {
        rollouts.close();
    }

    @Test
    void a_plugin_is_rolled_out_once_at_a_time_and_one_whose_node_died_makes_room() {
        Rollout first = rollouts.begin("notes", ALL);

        assertThatThrownBy(() -> rollouts.begin("notes", ALL)).isInstanceOfSatisfying(PlexicaException.class, e -> {
            assertThat(e.code()).isEqualTo(ErrorCode.CONFLICT);
            assertThat(e.detail())
                    .startsWith("rollout-in-progress: notes is being rolled out already (2.0.0 by system)");
        });
        database.admin("UPDATE core.plugin_rollouts SET seen_at = now() - interval '2 minutes'");
        Rollout second = rollouts.begin("notes", ALL);

        RolloutReport late = rollouts.run(first, (done, all, slug, sentence) -> {});
        assertThat(late.stopped()).startsWith("somebody else took its place");
        rollouts.abandon(second);
        assertThat(rollouts.run(rollouts.begin("notes", ALL), (done, all, slug, sentence) -> {})
                        .moved())
                .hasSize(3);
    }

    @Test
    void one_that_has_lost_its_place_moves_nobody_back() {
        Rollout first = rollouts.begin("notes", ALL);
        List<Rollout> takers = new ArrayList<>();

        RolloutReport late = rollouts.run(first, (done, all, slug, sentence) -> {
            if (done == 2 && calls.counts.calls() == 0) {
                database.admin("UPDATE core.plugin_rollouts SET seen_at = now() - interval '2 minutes'");
                takers.add(rollouts.begin("notes", ALL));
                calls.counts = new Counts(40, 3);
            }
        });

        assertThat(late.stopped()).contains("ended in errors", "somebody else took its place");
        assertThat(late.moved()).hasSize(2);
        assertThat(late.movedBack()).isEmpty();
        takers.forEach(rollouts::abandon);
    }
}
