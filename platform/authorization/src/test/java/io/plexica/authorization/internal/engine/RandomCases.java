package io.plexica.authorization.internal.engine;

import io.plexica.authorization.internal.engine.NaiveEngine.Rule;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes up roles, policies and facts from few words, so that they often meet. The same seed gives the same cases. */
final class RandomCases {

    private static final String[] SEGMENTS = {"crm", "crmx", "deals", "read", "write"};
    private static final String[] TEXTS = {
        "",
        "a",
        "ab",
        "b",
        "A",
        "\uD83D\uDE00",
        "\uFFFD",
        "1",
        "2026-11-20T08:00:00Z",
        "2026-11-20T09:00:00+01:00",
        "2026-11-20T",
        "true"
    };
    private static final String[] NUMBERS = {"0", "1", "1.0", "1.00000000000000000001", "-1", "1e2", "100", "0.1"};
    private static final String[] RESOURCE = {"resource.a", "resource.b", "resource.c.d", "resource.a.b"};
    private static final String[] OPERATORS = {
        "equals", "notEquals", "greaterThan", "lessThan", "in", "contains", "startsWith", "exists"
    };

    private final SplittableRandom random;

    RandomCases(long seed) {
        random = new SplittableRandom(seed);
    }

    String key() {
        return segment() + ":" + segment() + ":" + segment();
    }

    String pattern() {
        return switch (random.nextInt(6)) {
            case 0 -> "*";
            case 1 -> segment() + ":*";
            case 2 -> segment() + ":" + segment() + ":*";
            case 3 -> "*:" + segment() + ":" + segment();
            case 4 -> segment() + ":*:" + segment();
            default -> key();
        };
    }

    <T> List<T> some(int most, Supplier<T> one) {
        List<T> list = new ArrayList<>();
        for (int i = random.nextInt(most + 1); i > 0; i--) {
            list.add(one.get());
        }
        return list;
    }

    Rule rule() {
        return new Rule(pattern(), random.nextInt(3) == 0 ? "ALLOW" : "DENY", condition(3));
    }

    Map<String, Object> condition(int depth) {
        if (depth == 0 || random.nextInt(3) > 0) {
            return leaf();
        }
        if (random.nextInt(3) == 0) {
            return Map.of("not", condition(depth - 1));
        }
        List<Map<String, Object>> parts = new ArrayList<>(List.of(condition(depth - 1)));
        parts.addAll(some(2, () -> condition(depth - 1)));
        return Map.of(random.nextBoolean() ? "all" : "any", parts);
    }

    /** Facts as plain maps; without "resource" when nothing is known of it. */
    Map<String, Object> facts() {
        Map<String, Object> facts = new HashMap<>();
        facts.put("user", Map.of("email", text(), "roles", some(3, this::text), "superAdmin", random.nextBoolean()));
        facts.put("workspace", random.nextBoolean() ? Map.of() : Map.of("slug", text()));
        facts.put("environment", Map.of("time", Instant.parse("2026-11-20T08:00:00Z")));
        if (random.nextInt(4) > 0) {
            Map<String, Object> resource = new HashMap<>();
            put(resource, "a");
            put(resource, "b");
            resource.put("c", random.nextBoolean() ? value() : new HashMap<>(Map.of("d", value())));
            facts.put("resource", resource);
        }
        return facts;
    }

    private void put(Map<String, Object> map, String name) {
        if (random.nextInt(4) > 0) {
            map.put(name, value());
        }
    }

    private Map<String, Object> leaf() {
        String operator = OPERATORS[random.nextInt(OPERATORS.length)];
        String attribute = attribute(operator);
        Map<String, Object> leaf = new LinkedHashMap<>();
        leaf.put("attribute", attribute);
        leaf.put("operator", operator);
        leaf.put("value", operand(operator, attribute));
        return leaf;
    }

    private String attribute(String operator) {
        if (random.nextInt(3) > 0) {
            return RESOURCE[random.nextInt(RESOURCE.length)];
        }
        return switch (operator) {
            case "contains" -> "user.roles";
            case "equals", "notEquals" -> random.nextBoolean() ? "user.email" : "environment.time";
            case "exists" -> random.nextBoolean() ? "workspace.slug" : "user.firstName";
            default -> "user.email";
        };
    }

    private Object operand(String operator, String attribute) {
        if (operator.equals("exists")) {
            return random.nextBoolean();
        }
        if (random.nextInt(6) == 0) {
            return Map.of("attribute", random.nextBoolean() ? "user.email" : RESOURCE[random.nextInt(RESOURCE.length)]);
        }
        boolean texts = attribute.startsWith("user.") || operator.equals("startsWith");
        if (attribute.equals("environment.time")) {
            return TEXTS[8 + random.nextInt(2)];
        }
        if (operator.equals("in")) {
            boolean numbers = !texts && random.nextBoolean();
            List<Object> values = new ArrayList<>(List.of(numbers ? number() : text()));
            values.addAll(some(3, () -> numbers ? number() : text()));
            return values;
        }
        boolean ordered = operator.endsWith("Than");
        return texts
                ? text()
                : ordered || random.nextInt(4) > 0 ? (random.nextBoolean() ? number() : text()) : random.nextBoolean();
    }

    private Object value() {
        return switch (random.nextInt(7)) {
            case 0, 1 -> number();
            case 2, 3 -> text();
            case 4 -> random.nextBoolean();
            case 5 -> Instant.parse("2026-11-20T08:00:00Z");
            default ->
                new ArrayList<@Nullable Object>(Arrays.asList(
                        random.nextBoolean() ? text() : number(), random.nextInt(5) == 0 ? null : text()));
        };
    }

    private Object number() {
        BigDecimal number = new BigDecimal(NUMBERS[random.nextInt(NUMBERS.length)]);
        return switch (random.nextInt(3)) {
            case 0 -> number.scale() == 0 ? (Object) number.intValueExact() : number;
            case 1 -> number.precision() < 10 ? (Object) number.doubleValue() : number;
            default -> number;
        };
    }

    private String text() {
        return TEXTS[random.nextInt(TEXTS.length)];
    }

    private String segment() {
        return SEGMENTS[random.nextInt(SEGMENTS.length)];
    }
}
