package io.plexica.authorization.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ConditionReaderTest {

    private static final Map<String, Object> SOUND = leaf("resource.amount", "greaterThan", 10_000);

    @Test
    void the_form_of_the_api_is_read_and_written() {
        Map<String, Object> tree = Map.of(
                "all",
                List.of(
                        SOUND,
                        Map.of("not", leaf("user.roles", "contains", "boss")),
                        Map.of("any", List.of(leaf("resource.stage", "in", List.of("NEW", "WON"))))));

        assertThat(pointers(tree)).isEmpty();
        assertThat(ConditionWriter.tree(read(tree)).toString()).contains("resource.stage", "10000", "contains");
    }

    @Test
    void all_that_is_wrong_is_found_at_once_with_its_place() {
        Map<String, Object> tree = Map.of(
                "all",
                List.of(
                        leaf("resource.amount", "bigger", 1),
                        leaf("client.age", "equals", 1),
                        leaf("user.shoeSize", "equals", 1),
                        leaf("resource.amount", "greaterThan", true),
                        leaf("resource.name", "startsWith", 5),
                        leaf("resource.name", "exists", "yes"),
                        leaf("resource.name", "in", List.of()),
                        leaf("resource.name", "in", List.of("a", 1)),
                        Map.of("any", List.of()),
                        Map.of("attribute", "resource.a", "operator", "equals"),
                        Map.of("attribute", "resource.a", "operator", "equals", "value", 1, "extra", 1),
                        Map.of("all", List.of(SOUND), "any", List.of(SOUND)),
                        Map.of(),
                        "text",
                        leaf("resource.name", "equals", Map.of("a", 1)),
                        leaf("resource.name", "equals", List.of("a"))));

        assertThat(pointers(tree))
                .containsExactly(
                        "/conditions/all/0/operator",
                        "/conditions/all/1/attribute",
                        "/conditions/all/2/attribute",
                        "/conditions/all/3/value",
                        "/conditions/all/4/value",
                        "/conditions/all/5/value",
                        "/conditions/all/6/value",
                        "/conditions/all/7/value",
                        "/conditions/all/8/any",
                        "/conditions/all/9/value",
                        "/conditions/all/10/extra",
                        "/conditions/all/11/any",
                        "/conditions/all/12/attribute",
                        "/conditions/all/12/operator",
                        "/conditions/all/12/value",
                        "/conditions/all/13",
                        "/conditions/all/14/value",
                        "/conditions/all/15/value");
    }

    @Test
    void what_the_platform_knows_has_a_kind_and_operators_must_fit() {
        Map<String, Object> tree = Map.of(
                "any",
                List.of(
                        leaf("user.roles", "equals", "admin"),
                        leaf("user.superAdmin", "equals", "yes"),
                        leaf("user.superAdmin", "lessThan", 1),
                        leaf("environment.hour", "equals", "8"),
                        leaf("environment.time", "greaterThan", "tomorrow"),
                        leaf("environment.time", "greaterThan", "2026-11-20T08:00:00Z"),
                        leaf("environment.ip", "startsWith", "10."),
                        leaf("workspace.role", "in", List.of("ADMIN", 5))));

        assertThat(pointers(tree))
                .containsExactly(
                        "/conditions/any/0/operator",
                        "/conditions/any/1/value",
                        "/conditions/any/2/operator",
                        "/conditions/any/3/value",
                        "/conditions/any/4/value",
                        "/conditions/any/7/value/1");
    }

    @Test
    void depth_and_number_are_bounded() {
        assertThat(pointers(nested(8))).isEmpty();
        assertThat(pointers(nested(9))).containsExactly("/conditions" + "/not".repeat(8));
        assertThat(pointers(nested(5_000))).hasSize(1);
        assertThat(pointers(Map.of("all", Collections.nCopies(100, SOUND)))).isEmpty();
        assertThat(pointers(Map.of("all", Collections.nCopies(101, SOUND)))).containsExactly("/conditions");
        assertThat(pointers(Map.of("all", Collections.nCopies(100_000, Map.of()))))
                .hasSizeLessThanOrEqualTo(100);
    }

    @Test
    void sizes_of_values_and_names_are_bounded() {
        List<Object> many = new ArrayList<>(Collections.nCopies(201, "a"));
        Map<String, Object> tree = Map.of(
                "all",
                List.of(
                        leaf("resource.a", "equals", "x".repeat(1_001)),
                        leaf("resource.a", "in", many),
                        leaf("resource." + "a".repeat(200), "equals", 1),
                        leaf("resource" + ".a".repeat(9), "equals", 1),
                        leaf("resource.", "equals", 1),
                        leaf("resource.a", "greaterThan", new BigDecimal("1e1000000000")),
                        leaf("resource.a", "equals", null)));

        assertThat(pointers(tree))
                .containsExactly(
                        "/conditions/all/0/value",
                        "/conditions/all/1/value",
                        "/conditions/all/2/attribute",
                        "/conditions/all/3/attribute",
                        "/conditions/all/4/attribute",
                        "/conditions/all/5/value",
                        "/conditions/all/6/value");
    }

    @Test
    void another_attribute_may_be_compared_with() {
        assertThat(pointers(leaf("resource.ownerId", "notEquals", Map.of("attribute", "user.id"))))
                .isEmpty();
        assertThat(pointers(leaf("resource.ownerId", "notEquals", Map.of("attribute", "user.name"))))
                .containsExactly("/conditions/value/attribute");
        assertThat(read(leaf("user.id", "equals", Map.of("attribute", "resource.ownerId")))
                        .readsResource())
                .isTrue();
    }

    private static Map<String, Object> nested(int depth) {
        Map<String, Object> tree = SOUND;
        for (int i = 0; i < depth; i++) {
            tree = Map.of("not", tree);
        }
        return tree;
    }

    private static Map<String, Object> leaf(String attribute, String operator, @Nullable Object value) {
        Map<String, Object> leaf = new HashMap<>();
        leaf.put("attribute", attribute);
        leaf.put("operator", operator);
        leaf.put("value", value);
        return leaf;
    }

    private static List<String> pointers(Object tree) {
        ConditionErrors flaws = new ConditionErrors();
        ConditionReader.read(tree, "/conditions", flaws);
        return flaws.found().stream().map(ConditionErrors.Flaw::pointer).toList();
    }

    private static Condition read(Object tree) {
        return ConditionReader.read(tree, "", new ConditionErrors()).orElseThrow();
    }
}
