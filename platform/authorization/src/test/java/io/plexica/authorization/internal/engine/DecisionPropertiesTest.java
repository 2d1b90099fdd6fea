package io.plexica.authorization.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.plexica.authorization.internal.engine.NaiveEngine.Rule;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** A failure names its seed; put it into {@link #SEED} to see it again. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class DecisionPropertiesTest {

    private static final long SEED = Long.getLong("plexica.seed", System.nanoTime());
    private static final int WORLDS = 60_000;
    private static final int QUESTIONS = 20;
    private static final Clock NOW = Clock.fixed(Instant.parse("2026-11-20T08:00:00Z"), ZoneOffset.UTC);

    @Test
    void more_than_a_million_decisions_are_those_of_the_naive_engine() {
        int allowed = 0;
        for (int world = 0; world < WORLDS; world++) {
            long seed = SEED + world;
            RandomCases cases = new RandomCases(seed);
            List<String> held = cases.some(3, cases::pattern);
            List<Rule> rules = cases.some(4, cases::rule);
            Rights rights = rights(held, rules, 0);
            for (int question = 0; question < QUESTIONS; question++) {
                String key = cases.key();
                Map<String, Object> facts = cases.facts();
                boolean expected = NaiveEngine.allowed(held, rules, key, facts);
                Ruling ruling = rights.of(key);

                assertThat(ruling.allows(facts(facts)))
                        .as("seed %s: %s holds %s under %s with %s", seed, key, held, rules, facts)
                        .isEqualTo(expected);
                allowed += expected ? 1 : 0;
                if (question == 0) {
                    explained(seed, ruling, facts(facts), expected);
                    outlined(seed, ruling, held, rules, key, facts);
                }
            }
        }
        assertThat(allowed).as("cases of both kinds").isBetween(WORLDS, WORLDS * QUESTIONS / 2);
    }

    @Test
    void priorities_and_order_change_nothing() {
        for (int world = 0; world < WORLDS / 4; world++) {
            RandomCases cases = new RandomCases(SEED + world);
            List<String> held = cases.some(3, cases::pattern);
            List<Rule> rules = cases.some(5, cases::rule);
            String key = cases.key();
            EvaluationContext facts = facts(cases.facts());
            List<Rule> turned = new ArrayList<>(rules);
            java.util.Collections.reverse(turned);

            assertThat(rights(held, turned, world).of(key).allows(facts))
                    .as("seed %s", SEED + world)
                    .isEqualTo(rights(held, rules, 0).of(key).allows(facts));
        }
    }

    @Test
    void another_deny_never_allows_and_another_key_never_denies() {
        for (int world = 0; world < WORLDS / 4; world++) {
            RandomCases cases = new RandomCases(SEED + world);
            List<String> held = cases.some(3, cases::pattern);
            List<Rule> rules = cases.some(4, cases::rule);
            String key = cases.key();
            EvaluationContext facts = facts(cases.facts());
            boolean before = rights(held, rules, 0).of(key).allows(facts);
            List<Rule> more = new ArrayList<>(rules);
            more.add(new Rule(cases.pattern(), "DENY", cases.condition(3)));
            List<String> wider = new ArrayList<>(held);
            wider.add(cases.pattern());

            assertThat(before || !rights(held, more, 0).of(key).allows(facts))
                    .as("seed %s", SEED + world)
                    .isTrue();
            assertThat(!before || rights(wider, rules, 0).of(key).allows(facts))
                    .as("seed %s", SEED + world)
                    .isTrue();
        }
    }

    @Test
    void not_not_is_nothing_and_de_morgan_holds_in_three_values() {
        for (int world = 0; world < WORLDS / 4; world++) {
            RandomCases cases = new RandomCases(SEED + world);
            Map<String, Object> one = cases.condition(3);
            Map<String, Object> other = cases.condition(3);
            EvaluationContext facts = facts(cases.facts());
            TruthValue plain = read(one).test(facts);

            assertThat(read(Map.of("not", Map.of("not", one))).test(facts))
                    .as("seed %s", SEED + world)
                    .isEqualTo(plain);
            assertThat(read(Map.of("not", Map.of("all", List.of(one, other)))).test(facts))
                    .as("seed %s", SEED + world)
                    .isEqualTo(read(Map.of("any", List.of(Map.of("not", one), Map.of("not", other))))
                            .test(facts));
        }
    }

    @Test
    void what_is_known_of_no_resource_holds_for_every_resource() {
        for (int world = 0; world < WORLDS; world++) {
            RandomCases cases = new RandomCases(SEED + world);
            Condition condition = read(cases.condition(3));
            Map<String, Object> known = cases.facts();
            Map<String, Object> unknown = new HashMap<>(known);
            unknown.remove("resource");
            TruthValue before = condition.test(facts(unknown));

            if (before != TruthValue.UNKNOWN && known.containsKey("resource")) {
                assertThat(condition.test(facts(known)))
                        .as("seed %s", SEED + world)
                        .isEqualTo(before);
            }
        }
    }

    @Test
    void writing_and_reading_a_condition_changes_nothing() {
        for (int world = 0; world < WORLDS / 10; world++) {
            Condition condition = read(new RandomCases(SEED + world).condition(3));

            assertThat(read(ConditionWriter.tree(condition)))
                    .as("seed %s", SEED + world)
                    .isEqualTo(condition);
        }
    }

    private static void explained(long seed, Ruling ruling, EvaluationContext facts, boolean expected) {
        ReasonedDecision finding = ruling.explain(facts);
        assertThat(finding.allowed()).as("seed %s", seed).isEqualTo(expected);
        if (finding.policy() != null && finding.condition() != null) {
            assertThat(finding.policy().condition().test(facts))
                    .as("seed %s", seed)
                    .isEqualTo(finding.truth());
        }
    }

    /** What the outline settles must come out whatever the resource; only policies that read one may leave it open. */
    private static void outlined(
            long seed, Ruling ruling, List<String> held, List<Rule> rules, String key, Map<String, Object> facts) {
        Map<String, Object> without = new HashMap<>(facts);
        without.remove("resource");
        Outcome outline = ruling.outline(facts(without));
        if (outline != Outcome.OPEN) {
            assertThat(NaiveEngine.allowed(held, rules, key, facts))
                    .as("seed %s: outline %s", seed, outline)
                    .isEqualTo(outline == Outcome.ALLOW);
        } else {
            assertThat(rules.toString()).as("seed %s", seed).contains("resource.");
        }
    }

    private static Rights rights(List<String> held, List<Rule> rules, int salt) {
        List<Policy> policies = new ArrayList<>();
        for (Rule rule : rules) {
            int priority = salt == 0 ? 0 : (policies.size() * 31 + salt) % 7;
            policies.add(new Policy(
                    new UUID(salt, policies.size()),
                    "policy",
                    rule.permission(),
                    Effect.valueOf(rule.effect()),
                    read(rule.conditions()),
                    priority));
        }
        return new Rights(new HashSet<>(held), Policies.of(policies));
    }

    private static Condition read(Map<String, Object> tree) {
        ConditionErrors flaws = new ConditionErrors();
        return ConditionReader.read(tree, "", flaws).orElseThrow(() -> new AssertionError(tree + ": " + flaws.found()));
    }

    @SuppressWarnings("unchecked")
    private static EvaluationContext facts(Map<String, Object> facts) {
        return new EvaluationContext(
                (Map<String, ?>) java.util.Objects.requireNonNull(facts.get("user")),
                (Map<String, ?>) java.util.Objects.requireNonNull(facts.get("workspace")),
                new Environment(NOW, null),
                (@Nullable Map<String, ?>) facts.get("resource"));
    }
}
