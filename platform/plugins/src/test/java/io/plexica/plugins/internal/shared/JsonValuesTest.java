package io.plexica.plugins.internal.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plexica.api.problem.PlexicaException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class JsonValuesTest {

    @Test
    void what_json_can_say_comes_back_as_it_went() {
        Map<String, Object> value = new LinkedHashMap<>();
        value.put("text", "Grüße");
        value.put("list", Arrays.asList(1, 2L, null, true));
        value.put("amount", new BigDecimal("10.50"));

        Object back = JsonValues.plain(JsonValues.parse(JsonValues.text(JsonValues.of(value))));

        assertThat(back)
                .isEqualTo(Map.of(
                        "text", "Grüße", "list", Arrays.asList(1, 2, null, true), "amount", new BigDecimal("10.50")));
    }

    @Test
    void what_json_cannot_say_is_refused() {
        refused(UUID.randomUUID(), "must be what JSON can say; a java.util.UUID is not");
        refused(Map.of(1, "one"), "must have text as keys of maps");
        refused(Double.NaN, "must be what JSON can say; the number NaN is not");
        refused(null, "is required; to take a value away, delete it");
        refused("a\0b", "must not contain the character NUL");
        refused(List.of("\ud800"), "must not contain half a character");
        refused(new BigDecimal("1e400"), "must not contain numbers beyond 1e300");
    }

    @Test
    void size_and_depth_are_bounded() {
        refused("x".repeat(JsonValues.MOST_BYTES), "must take at most 64 KiB");
        List<Object> nest = new ArrayList<>();
        nest.add(nest);
        refused(nest, "must have at most 32 levels");
    }

    private static void refused(Object value, String message) {
        assertThatThrownBy(() -> JsonValues.text(JsonValues.of(value)))
                .isInstanceOf(PlexicaException.class)
                .hasMessage("/value " + message);
    }
}
