package io.plexica.tenancy.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SlugRuleTest {

    @ParameterizedTest
    @ValueSource(strings = {"ab", "acme", "acme-east", "a1", "a-1", "a23456789012345678901234567890", "xn-acme"})
    void may_be_used(String slug) {
        assertThat(SlugRule.problem(slug)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "A",
                "Acme",
                "acme.east",
                "1acme",
                "-acme",
                "acme-",
                "ac--me",
                "acme_east",
                "acme east",
                "acmé",
                "a234567890123456789012345678901",
                "acme\n",
                "../etc",
                "acme/x",
                "ac\u0000me"
            })
    void has_the_wrong_form(String slug) {
        assertThat(SlugRule.problem(slug))
                .hasValueSatisfying(problem -> assertThat(problem).contains("lower-case letter"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"core", "plexica", "global", "current", "public", "admin", "api", "www", "localhost", "plugins"})
    void is_reserved(String slug) {
        assertThat(SlugRule.problem(slug))
                .hasValueSatisfying(problem -> assertThat(problem).contains("reserved"));
    }
}
