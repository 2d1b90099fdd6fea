package io.plexica.plugins.internal.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class VersionStateTest {

    private static final LocalDate END = LocalDate.of(2027, 1, 31);
    private static final VersionState DEPRECATED = VersionState.PUBLISHED.deprecated("2.0.0", END);
    private static final VersionState RETIRED = DEPRECATED.retired();

    @Test
    void a_version_is_advised_against_and_then_given_to_nobody() {
        assertThat(DEPRECATED.status()).isEqualTo(VersionStatus.DEPRECATED);
        assertThat(DEPRECATED.audited())
                .containsEntry("status", "DEPRECATED")
                .containsEntry("replacement", "2.0.0")
                .containsEntry("endOfLife", "2027-01-31");
        assertThat(DEPRECATED.deprecated(null, null).replacement()).isNull();
        assertThat(RETIRED.status()).isEqualTo(VersionStatus.RETIRED);
        assertThat(RETIRED.replacement()).isEqualTo("2.0.0");
        assertThat(VersionState.PUBLISHED.retired().status()).isEqualTo(VersionStatus.RETIRED);
    }

    @Test
    void what_is_quarantined_goes_back_to_what_it_was() {
        VersionState stopped = RETIRED.quarantined("it leaks");

        assertThat(stopped.isQuarantined()).isTrue();
        assertThat(stopped.quarantined("again")).isEqualTo(stopped);
        assertThat(stopped.audited()).containsEntry("reason", "it leaks");
        assertThat(stopped.released()).isEqualTo(RETIRED);
        assertThat(VersionState.PUBLISHED.quarantined(null).released()).isEqualTo(VersionState.PUBLISHED);
    }

    @Test
    void everything_else_is_released_to_available() {
        assertThat(RETIRED.released()).isEqualTo(VersionState.PUBLISHED);
        assertThat(DEPRECATED.released()).isEqualTo(VersionState.PUBLISHED);
        assertThat(VersionState.PUBLISHED.released()).isEqualTo(VersionState.PUBLISHED);
    }

    @Test
    void steps_that_are_no_step_forward_are_refused_with_what_to_do() {
        assertThatThrownBy(() -> RETIRED.deprecated(null, null))
                .hasMessage("version-status: a version that is RETIRED cannot be deprecated; release it first");
        assertThatThrownBy(() -> DEPRECATED.quarantined(null).deprecated(null, null))
                .hasMessageStartingWith("version-status: a version that is QUARANTINED");
        assertThatThrownBy(() -> RETIRED.quarantined(null).retired())
                .hasMessageStartingWith("version-status: a version that is QUARANTINED");
    }
}
