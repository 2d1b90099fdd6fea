package io.plexica.api.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlexicaExceptionTest {

    private static final FieldError EMAIL = new FieldError("/email", "must be an address");
    private static final FieldError NAME = new FieldError("/name", "is required");

    @Test
    void aConflictBeginsWithItsReason() {
        PlexicaException conflict = PlexicaException.conflict("slug-taken", "choose another");
        assertThat(conflict.code()).isEqualTo(ErrorCode.CONFLICT);
        assertThat(conflict.detail()).isEqualTo("slug-taken: choose another");
    }

    @Test
    void oneErrorIsItsOwnSummary() {
        assertThat(PlexicaException.validation(EMAIL).detail()).isEqualTo("/email must be an address");
        assertThat(PlexicaException.validation(new FieldError("", "is no JSON")).detail())
                .isEqualTo("is no JSON");
    }

    @Test
    void severalErrorsAreCounted() {
        PlexicaException refusal = PlexicaException.validation(EMAIL, NAME);
        assertThat(refusal.errors()).containsExactly(EMAIL, NAME);
        assertThat(refusal.detail()).startsWith("2 parts");
    }

    @Test
    void membersAreAddedWithoutChangingTheOriginal() {
        PlexicaException plain = PlexicaException.notFound("There is no such thing");
        PlexicaException named = plain.with("plugin", "crm").with("tenants", List.of("acme"));
        assertThat(plain.extensions()).isEmpty();
        assertThat(named.extensions()).isEqualTo(Map.of("plugin", "crm", "tenants", List.of("acme")));
        assertThat(named.code()).isEqualTo(ErrorCode.NOT_FOUND);
        assertThat(named.detail()).isEqualTo("There is no such thing");
    }

    @Test
    void causeMembersAndPlaceOfThrowSurviveEachAddition() {
        IOException cause = new IOException("disk");
        PlexicaException first = new PlexicaException(ErrorCode.UNAVAILABLE, "Try again later", cause);
        PlexicaException last = first.with("plugin", "crm").withErrors(List.of(NAME));
        assertThat(last).hasCause(cause);
        assertThat(last.errors()).containsExactly(NAME);
        assertThat(last.extensions()).containsEntry("plugin", "crm");
        assertThat(last.getStackTrace()).isEqualTo(first.getStackTrace());
    }

    @Test
    void codesAreWrittenAfterTheirNamesAndFitTheirStatus() {
        assertThat(Arrays.stream(ErrorCode.values())).allSatisfy(code -> {
            assertThat(code.code())
                    .isEqualTo(code.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
            assertThat(code.status()).isBetween(400, 599);
            assertThat(code.title()).isNotBlank();
        });
    }
}
