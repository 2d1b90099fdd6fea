package io.plexica.plugins.internal.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plexica.api.problem.FieldError;
import io.plexica.api.problem.PlexicaException;
import io.plexica.plugins.internal.rest.VersionBodies.Deprecation;
import io.plexica.plugins.internal.rest.VersionBodies.Stop;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class VersionBodiesTest {

    @Test
    void nothing_need_be_said() {
        assertThat(Deprecation.of(null).checked("1.0.0").lastDay()).isNull();
        assertThat(Stop.sentence(null)).isNull();
        assertThat(Stop.sentence(new Stop(" "))).isNull();
    }

    @Test
    void a_version_or_a_plugin_can_be_advised_and_a_day_named() {
        assertThat(new Deprecation("2.0.0-rc.1+5", "2027-01-31")
                        .checked("1.0.0")
                        .lastDay())
                .isEqualTo(LocalDate.of(2027, 1, 31));
        assertThat(new Deprecation(null, "2027-01-31T23:00:00Z")
                        .checked("1.0.0")
                        .lastDay())
                .isEqualTo(LocalDate.of(2027, 1, 31));
        assertThat(new Deprecation("crm@1.0.0", null).checked("1.0.0").replacement())
                .isEqualTo("crm@1.0.0");
    }

    @Test
    void everything_that_is_wrong_is_said() {
        assertThat(pointers(new Deprecation("<script>", "soon"))).containsExactly("/replacement", "/endOfLife");
        assertThat(pointers(new Deprecation("1.0.0", "2027-02-30"))).containsExactly("/replacement", "/endOfLife");
        assertThat(pointers(new Deprecation("", "+999999-01-01"))).containsExactly("/replacement", "/endOfLife");
    }

    @Test
    void a_reason_is_one_line_and_not_endless() {
        assertThat(Stop.sentence(new Stop(" it\n leaks "))).isEqualTo("it leaks");
        assertThatThrownBy(() -> Stop.sentence(new Stop("x".repeat(501)))).hasMessageContaining("/reason");
    }

    private static List<String> pointers(Deprecation body) {
        try {
            body.checked("1.0.0");
            return List.of();
        } catch (PlexicaException e) {
            return e.errors().stream().map(FieldError::pointer).toList();
        }
    }
}
