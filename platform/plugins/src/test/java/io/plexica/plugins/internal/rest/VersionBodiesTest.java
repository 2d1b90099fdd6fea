package io.plexica.plugins.internal.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plexica.api.problem.FieldError;
import io.plexica.api.problem.PlexicaException;
import io.plexica.plugins.internal.rest.VersionBodies.Deprecation;
import io.plexica.plugins.internal.rest.VersionBodies.Stop;
import java.time.LocalDate;
import java.util.List;
import java.util.function.BiFunction;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class VersionBodiesTest {

    private static final BiFunction<String, LocalDate, List<FieldError>> NOTHING = (replacement, day) -> List.of();

    @Test
    void nothing_need_be_said() {
        assertThat(Deprecation.of(null).checked(NOTHING).lastDay()).isNull();
        assertThat(Stop.sentence(null)).isNull();
        assertThat(Stop.sentence(new Stop(" "))).isNull();
    }

    @Test
    void a_version_or_a_plugin_can_be_advised_and_a_day_named() {
        assertThat(new Deprecation("2.0.0-rc.1+5", "2027-01-31")
                        .checked(NOTHING)
                        .lastDay())
                .isEqualTo(LocalDate.of(2027, 1, 31));
        assertThat(new Deprecation(null, "2027-01-31T23:00:00Z")
                        .checked(NOTHING)
                        .lastDay())
                .isEqualTo(LocalDate.of(2027, 1, 31));
        assertThat(new Deprecation("crm@1.0.0", null).checked(NOTHING).replacement())
                .isEqualTo("crm@1.0.0");
    }

    @Test
    void everything_that_is_wrong_is_said() {
        assertThat(pointers(new Deprecation("<script>", "soon"))).containsExactly("/replacement", "/endOfLife");
        assertThatThrownBy(() -> new Deprecation("nope", "yesterday")
                        .checked(
                                (replacement, day) -> List.of(new FieldError("/replacement", replacement + " " + day))))
                .isInstanceOfSatisfying(
                        PlexicaException.class,
                        e -> assertThat(e.errors())
                                .contains(new FieldError("/replacement", "nope null"))
                                .hasSize(2));
        assertThat(pointers(new Deprecation("", "+999999-01-01"))).containsExactly("/replacement", "/endOfLife");
    }

    @Test
    void a_reason_is_one_line_and_not_endless() {
        assertThat(Stop.sentence(new Stop(" it\n leaks "))).isEqualTo("it leaks");
        assertThatThrownBy(() -> Stop.sentence(new Stop("x".repeat(501)))).hasMessageContaining("/reason");
    }

    private static List<String> pointers(Deprecation body) {
        try {
            body.checked(NOTHING);
            return List.of();
        } catch (PlexicaException e) {
            return e.errors().stream().map(FieldError::pointer).toList();
        }
    }
}
