package io.plexica.search.internal.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.plexica.api.problem.FieldError;
import io.plexica.api.problem.PlexicaException;
import io.plexica.api.search.DocumentType;
import io.plexica.api.search.SearchDocument;
import io.plexica.spi.search.Entry.Body;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DocumentBodiesTest {

    private static final DocumentType DEAL = DocumentType.of("deal")
            .title("name")
            .text("notes")
            .keyword("stage")
            .number("amount")
            .moment("at")
            .in("it");

    @Test
    void a_document_becomes_words_facets_and_what_is_stored() {
        Body body = DocumentBodies.of(
                DEAL,
                SearchDocument.of("1")
                        .with("name", "Città di Müller")
                        .with("notes", "a\nb")
                        .with("stage", List.of("NEW", "HOT"))
                        .with("amount", 12.5)
                        .with("at", Instant.parse("2026-01-02T03:04:05.678Z")));
        assertThat(body.title()).isEqualTo("citta di muller");
        assertThat(body.text()).isEqualTo("a b");
        assertThat(body.language()).isEqualTo("it");
        assertThat(body.keywords()).isEqualTo(Map.of("stage", List.of("NEW", "HOT")));
        assertThat(body.numbers()).isEqualTo(Map.of("amount", 12.5, "at", 1767323045678.0));
        assertThat(body.stored())
                .isEqualTo("{\"name\":\"Città di Müller\",\"notes\":\"a\\nb\",\"stage\":[\"NEW\",\"HOT\"],"
                        + "\"amount\":12.5,\"at\":\"2026-01-02T03:04:05.678Z\"}");
    }

    @Test
    void half_a_character_does_not_get_in_anybodys_way() {
        Body body = DocumentBodies.of(DEAL, SearchDocument.of("1").with("name", "a\ud83d b \ud83d\ude00"));
        assertThat(body.stored()).isEqualTo("{\"name\":\"a\ufffd b \ud83d\ude00\"}");
    }

    @Test
    void all_that_is_wrong_is_said_at_once() {
        PlexicaException refusal = catchThrowableOfType(
                PlexicaException.class,
                () -> DocumentBodies.of(
                        DEAL,
                        SearchDocument.of("")
                                .with("name", 1)
                                .with("notes", "nul\0")
                                .with("stage", "x".repeat(501))
                                .with("amount", Double.NaN)
                                .with("at", "today")
                                .with("other", "x")));
        assertThat(refusal.errors())
                .extracting(FieldError::pointer)
                .containsExactlyInAnyOrder(
                        "/id",
                        "/values/name",
                        "/values/notes",
                        "/values/stage",
                        "/values/amount",
                        "/values/at",
                        "/values/other");
    }

    @Test
    void texts_and_numbers_that_are_too_long_are_refused() {
        PlexicaException refusal = catchThrowableOfType(
                PlexicaException.class,
                () -> DocumentBodies.of(
                        DEAL,
                        SearchDocument.of("1")
                                .with("notes", "word ".repeat(20_001))
                                .with("amount", new BigDecimal("0." + "1".repeat(1_000)))));
        assertThat(refusal.errors())
                .extracting(error -> error.pointer() + " " + error.message())
                .containsExactlyInAnyOrder(
                        "/values must have at most 100000 characters together",
                        "/values/amount must be a number of at most 1000 characters");
    }
}
