package io.plexica.authorization.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class EnvironmentTest {

    private static final Clock NOW = Clock.fixed(Instant.parse("2026-11-20T23:30:00Z"), ZoneOffset.ofHours(5));

    @Test
    void policies_know_time_and_place_of_a_call() {
        assertThat(test("environment.time", "lessThan", "2026-11-21T00:30:00+01:00"))
                .isEqualTo(TruthValue.FALSE);
        assertThat(test("environment.time", "greaterThan", "2026-11-21T00:29:59+01:00"))
                .isEqualTo(TruthValue.TRUE);
        assertThat(test("environment.date", "equals", "2026-11-20")).isEqualTo(TruthValue.TRUE);
        assertThat(test("environment.hour", "greaterThan", 22)).isEqualTo(TruthValue.TRUE);
        assertThat(test("environment.dayOfWeek", "in", List.of("SATURDAY", "SUNDAY")))
                .isEqualTo(TruthValue.FALSE);
        assertThat(test("environment.ip", "startsWith", "10.")).isEqualTo(TruthValue.TRUE);
        assertThat(test("environment.ip", "exists", true)).isEqualTo(TruthValue.TRUE);
    }

    private static TruthValue test(String attribute, String operator, Object value) {
        Map<String, Object> leaf = Map.of("attribute", attribute, "operator", operator, "value", value);
        return ConditionReader.read(leaf, "", new ConditionErrors())
                .orElseThrow()
                .test(new EvaluationContext(Map.of(), Map.of(), new Environment(NOW, "10.1.2.3"), null));
    }
}
