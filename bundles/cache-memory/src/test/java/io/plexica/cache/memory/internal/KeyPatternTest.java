package io.plexica.cache.memory.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.plexica.spi.cache.KeyPattern;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class KeyPatternTest {

    @ParameterizedTest
    @CsvSource({
        "a:b, a:b, true",
        "a:b, a:bc, false",
        "a:*, a:, true",
        "a:*, a:bc, true",
        "a*a, a, false",
        "a*a, aa, true",
        "*b*, abc, true",
        "a*b*c, a-b-b-c, true",
        "a*bc*c, abc, false",
        "a.c, abc, false",
        "a**c, abc, true",
    })
    void a_star_stands_for_any_characters(String pattern, String key, boolean matches) {
        assertThat(KeyPattern.of(pattern).test(key)).isEqualTo(matches);
    }

    @Test
    void many_stars_take_no_longer_than_one() {
        assertThat(KeyPattern.of("a*".repeat(90) + "b").test("a".repeat(200))).isFalse();
    }
}
