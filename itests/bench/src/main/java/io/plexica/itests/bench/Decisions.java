package io.plexica.itests.bench;

import io.plexica.authorization.internal.engine.ConditionErrors;
import io.plexica.authorization.internal.engine.ConditionReader;
import io.plexica.authorization.internal.engine.Effect;
import io.plexica.authorization.internal.engine.Policies;
import io.plexica.authorization.internal.engine.Policy;
import io.plexica.authorization.internal.engine.Rights;
import io.plexica.authorization.internal.grants.HeldGrants;
import io.plexica.spi.authorization.Grants;
import io.plexica.spi.authorization.Verdict;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.casbin.jcasbin.main.Enforcer;
import org.casbin.jcasbin.model.Model;

/**
 * What a decision costs, from 100 to 100,000 rules, beside a look-up in a hash map of as many keys, and beside jCasbin. Half of
 * the rules are keys of roles, half are policies that read the user; each key asked for is granted by one and narrowed by
 * another.
 */
public final class Decisions {

    private static final int[] RULES = {100, 1_000, 10_000, 100_000};
    private static final int ASKED = 50;
    private static final int ROUNDS = 21;
    private static final int CALLS = 400_000;
    private static final int CASBIN_MOST = 10_000;
    private static final String CASBIN = """
            [request_definition]
            r = sub, obj, act
            [policy_definition]
            p = sub, obj, act
            [policy_effect]
            e = some(where (p.eft == allow))
            [matchers]
            m = r.sub == p.sub && r.obj == p.obj && r.act == p.act
            """;

    private static int kept;

    private Decisions() {}

    /** Measures and prints a table. */
    public static void main(String[] arguments) {
        List<String[]> rows = new ArrayList<>();
        for (int rules : RULES) {
            rows.add(measure(rules));
        }
        Table.print(
                List.of(
                        "rules",
                        "hash map, ns",
                        "granted, no policy, ns",
                        "role and policy, ns",
                        "with a resource, ns",
                        "role and policy ÷ hash map",
                        "jCasbin (roles alone), µs"),
                rows);
        System.out.println("(" + kept + " answers)");
    }

    private static String[] measure(int rules) {
        List<String> keys = keys(rules / 2);
        List<String> asked = sample(keys);
        Map<String, Boolean> map = new HashMap<>();
        keys.forEach(key -> map.put(key, Boolean.TRUE));
        Grants plain = grants(keys, List.of());
        Grants narrowed = grants(keys, policies(keys, "user.email", "equals", "eve@example.org"));
        Grants reading = grants(keys, policies(keys, "resource.amount", "greaterThan", 10_000));
        Map<String, Object> deal = Map.of("amount", 5_000);
        Work[] works = {
            key -> map.containsKey(key),
            key -> plain.decide(key, null) == Verdict.ALLOW,
            key -> narrowed.decide(key, null) == Verdict.ALLOW,
            key -> reading.allows(key, deal, null)
        };
        List<List<Double>> times = new ArrayList<>();
        for (Work work : works) {
            times.add(new ArrayList<>());
            nanos(work, asked, CALLS);
        }
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = 0; i < works.length; i++) {
                int turn = (i + round) % works.length;
                times.get(turn).add(nanos(works[turn], asked, CALLS));
            }
        }
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            ratios.add(times.get(2).get(round) / times.get(0).get(round));
        }
        return new String[] {
            String.format(Locale.ROOT, "%,d", rules),
            Figures.of(times.get(0)).ratio(),
            Figures.of(times.get(1)).ratio(),
            Figures.of(times.get(2)).ratio(),
            Figures.of(times.get(3)).ratio(),
            Figures.of(ratios).ratio(),
            casbin(keys, asked)
        };
    }

    /** Slow enough to be asked less often; beyond some thousands of rules one call takes milliseconds. */
    private static String casbin(List<String> keys, List<String> asked) {
        if (keys.size() > CASBIN_MOST) {
            return "–";
        }
        Model model = new Model();
        model.loadModelFromText(CASBIN);
        Enforcer enforcer = new Enforcer(model);
        enforcer.enableLog(false);
        for (String key : keys) {
            String[] parts = key.split(":", 2);
            enforcer.addPolicy("ada", parts[0], parts[1]);
        }
        int calls = Math.max(20, 100_000 / keys.size());
        Work work = key -> {
            String[] parts = key.split(":", 2);
            return enforcer.enforce("ada", parts[0], parts[1]);
        };
        nanos(work, asked, calls);
        List<Double> times = new ArrayList<>();
        for (int round = 0; round < 5; round++) {
            times.add(nanos(work, asked, calls) / 1_000);
        }
        return Figures.of(times).ratio();
    }

    private static double nanos(Work work, List<String> asked, int calls) {
        int yes = 0;
        long begin = System.nanoTime();
        for (int i = 0; i < calls; i++) {
            yes += work.decides(asked.get(i % ASKED)) ? 1 : 0;
        }
        long took = System.nanoTime() - begin;
        kept += yes;
        return (double) took / calls;
    }

    private static List<String> keys(int count) {
        List<String> keys = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            keys.add("plugin-" + i % 50 + ":things-" + i / 4 + ":act-" + i % 4);
        }
        return keys;
    }

    /** New texts of the same words, spread over all keys: nobody asks with the very object that was stored. */
    private static List<String> sample(List<String> keys) {
        List<String> asked = new ArrayList<>();
        for (int i = 0; i < ASKED; i++) {
            asked.add(String.join(
                    ":", keys.get((int) ((long) i * keys.size() / ASKED)).split(":")));
        }
        return asked;
    }

    private static List<Policy> policies(List<String> keys, String attribute, String operator, Object value) {
        var condition = ConditionReader.read(
                        Map.of("all", List.of(Map.of("attribute", attribute, "operator", operator, "value", value))),
                        "",
                        new ConditionErrors())
                .orElseThrow();
        return keys.stream()
                .map(key -> new Policy(UUID.randomUUID(), key, key, Effect.DENY, condition, 0))
                .toList();
    }

    private static Grants grants(List<String> keys, List<Policy> policies) {
        return new HeldGrants(
                Set.of("member"),
                new Rights(new HashSet<>(keys), Policies.of(policies)),
                Map.of("email", "ada@example.org"),
                Map.of(),
                Clock.systemUTC());
    }

    @FunctionalInterface
    private interface Work {
        boolean decides(String key);
    }
}
