package io.plexica.plugins.internal.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import io.plexica.spi.plugins.PluginCalls.Counts;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RolloutJudgementTest {

    private static final Counts NOTHING = new Counts(0, 0);

    @Test
    void a_quiet_tenant_says_nothing() {
        assertThat(RolloutJudgement.of(NOTHING, NOTHING)).isEmpty();
        assertThat(RolloutJudgement.of(NOTHING, new Counts(19, 19))).isEmpty();
    }

    @Test
    void many_errors_among_enough_calls_speak_against_a_version() {
        assertThat(RolloutJudgement.of(NOTHING, new Counts(20, 1))).isEmpty();
        assertThat(RolloutJudgement.of(NOTHING, new Counts(20, 2)))
                .hasValue("2 of 20 calls of the tenants that were moved ended in errors");
        assertThat(RolloutJudgement.of(new Counts(1000, 10), new Counts(100, 6)))
                .isPresent();
    }

    @Test
    void errors_that_were_there_before_are_not_the_new_versions_fault() {
        assertThat(RolloutJudgement.of(new Counts(100, 10), new Counts(100, 20)))
                .isEmpty();
        assertThat(RolloutJudgement.of(new Counts(100, 10), new Counts(100, 21)))
                .isPresent();
        assertThat(RolloutJudgement.of(new Counts(19, 19), new Counts(100, 20)))
                .as("few calls on the version before say nothing of it")
                .isPresent();
    }

    @Test
    void counts_that_began_anew_count_from_there() {
        assertThat(RolloutJudgement.since(new Counts(10, 2), new Counts(15, 3))).isEqualTo(new Counts(5, 1));
        assertThat(RolloutJudgement.since(new Counts(10, 2), new Counts(4, 1))).isEqualTo(new Counts(4, 1));
    }
}
