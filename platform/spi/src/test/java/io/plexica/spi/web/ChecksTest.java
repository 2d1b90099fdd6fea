package io.plexica.spi.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.plexica.api.problem.FieldError;
import io.plexica.api.problem.PlexicaException;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ChecksTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\u00a0",
                "\u200b",
                "\u202e \u2060",
                "\u3164",
                "\u115f\u1160",
                "\uffa0 \u2800",
                "two\nlines",
                "a\rb",
                "a\tb",
                "a\u2028b",
                "a\u0007b"
            })
    void a_name_is_on_one_line_and_can_be_seen(String name) {
        assertThatThrownBy(() -> new Checks().name("/name", name).done()).hasMessageContaining("/name");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "O'Brien", "\u674e", "\ud83d\ude00", "  blanks around  ", "na\u200dme", "a\u2800"})
    void names_of_any_script_are_taken(String name) {
        new Checks().name("/name", name).done();
    }

    @Test
    void a_name_that_was_taken_by_older_rules_may_stay() {
        new Checks().name("/name", "\u3164", "\u3164").done();

        Checks changed = new Checks().name("/name", "\u3164", "old").name("/title", null, null);
        assertThat(catchThrowableOfType(PlexicaException.class, changed::done).errors())
                .containsExactly(new FieldError("/name", "must not be blank"), new FieldError("/title", "is required"));
    }

    @Test
    void what_has_a_wrong_form_is_not_said_to_be_missing() {
        Checks checks =
                new Checks().wrong("/name", "must be text").name("/name", null).email("/email", null);

        assertThat(catchThrowableOfType(PlexicaException.class, checks::done).errors())
                .containsExactly(new FieldError("/name", "must be text"), new FieldError("/email", "is required"));
    }

    @Test
    void text_may_have_lines() {
        new Checks().text("/description", "two\nlines\tand a tab", 100).done();
    }

    @Test
    void a_password_of_blanks_alone_is_none() {
        assertThatThrownBy(
                        () -> new Checks().password("/password", " ".repeat(8)).done())
                .hasMessageContaining("must not be blank");
        assertThat(new Checks().password("/password", "four words of mine")).isNotNull();
    }
}
