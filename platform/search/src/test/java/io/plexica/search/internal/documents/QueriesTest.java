package io.plexica.search.internal.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.plexica.api.problem.FieldError;
import io.plexica.api.problem.PlexicaException;
import io.plexica.api.search.DocumentType;
import io.plexica.api.search.SearchQuery;
import io.plexica.spi.search.EngineQuery;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class QueriesTest {

    private static final DocumentType DEAL = DocumentType.of("deal")
            .title("name")
            .keyword("stage")
            .number("amount")
            .moment("at");

    @Test
    void a_search_becomes_words_and_conditions() {
        EngineQuery query = Queries.of(
                DEAL,
                null,
                SearchQuery.of(" Große STRASSE grosse ")
                        .where("stage", "NEW", "WON")
                        .between("at", Instant.ofEpochMilli(5), null)
                        .between("amount", 1, 2.5)
                        .orderBy("amount", true)
                        .page(2, 30));
        assertThat(query.words()).containsExactly("grosse", "strasse");
        assertThat(query.filters())
                .containsExactly(
                        new EngineQuery.AnyOf("stage", List.of("NEW", "WON")),
                        new EngineQuery.Between("at", 5.0, null),
                        new EngineQuery.Between("amount", 1.0, 2.5));
        assertThat(query.orders()).containsExactly(new EngineQuery.Order("amount", true, true));
        assertThat(query.offset()).isEqualTo(60);
    }

    @Test
    void all_that_is_wrong_is_said_at_once() {
        assertRefused(SearchQuery.of("nul\0"), "/q");
        assertRefused(SearchQuery.of("x".repeat(501)), "/q");
        assertRefused(SearchQuery.of("w ".repeat(17)), "/q");
        assertRefused(SearchQuery.of("").page(-1, 0), "/page", "/size");
        assertRefused(SearchQuery.of("").page(50, 200), "/page");
        assertRefused(SearchQuery.of("").page(Integer.MAX_VALUE, 200), "/page");
        assertRefused(
                SearchQuery.of("")
                        .where("name", "x")
                        .where("stage", "a\0")
                        .between("stage", 1, 2)
                        .between("at", 1, null)
                        .orderBy("name", false)
                        .orderBy("nothing", false),
                "/filters/name",
                "/filters/stage",
                "/filters/stage",
                "/filters/at",
                "/sort",
                "/sort");
    }

    private static void assertRefused(SearchQuery query, String... pointers) {
        PlexicaException refusal = catchThrowableOfType(PlexicaException.class, () -> Queries.of(DEAL, null, query));
        assertThat(refusal.errors()).extracting(FieldError::pointer).containsExactly(pointers);
    }
}
