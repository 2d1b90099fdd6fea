package io.plexica.api.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.FieldError;
import io.plexica.api.problem.PlexicaException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageQueryTest {

    private static final Map<String, String> FIELDS = Map.of("name", "LOWER(e.name)", "createdAt", "e.createdAt");

    @Test
    void withoutParametersItIsTheFirstFifty() {
        PageQuery query = new PageQuery().validated();
        assertThat(query.page()).isZero();
        assertThat(query.size()).isEqualTo(50);
        assertThat(query.offset()).isZero();
        assertThat(query.text()).isEmpty();
        assertThat(query.orderBy(FIELDS, "e.id")).isEqualTo("e.id");
    }

    @Test
    void theOffsetIsWhatPrecedesThePage() {
        assertThat(query("3", "20", null, null).offset()).isEqualTo(60);
        assertThat(query("1000000", "200", null, null).validated().offset()).isEqualTo(200_000_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "1000001", "x", "", "1.0", "99999999999999999999", " 1", "+1", "\u0661"})
    void aPageThatIsNoneIsRefused(String page) {
        assertThat(refusal(query(page, null, null, null)))
                .containsExactly(new FieldError("/page", "must be a whole number from 0 to 1000000"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "201", "-5", "many"})
    void aSizeOutOfBoundsIsRefused(String size) {
        assertThat(refusal(query(null, size, null, null)))
                .containsExactly(new FieldError("/size", "must be a whole number from 1 to 200"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "200"})
    void theBoundsOfTheSizeAreWithin(String size) {
        assertThat(query(null, size, null, null).validated().size()).isEqualTo(Integer.parseInt(size));
    }

    @Test
    void allThatIsWrongIsSaidAtOnce() {
        assertThat(refusal(query("-1", "0", null, "a\0b")))
                .extracting(FieldError::pointer)
                .containsExactly("/page", "/size", "/q");
    }

    @Test
    void theOrderIsRefusedTogetherWithAllTheRest() {
        PlexicaException refusal = catchThrowableOfType(
                PlexicaException.class,
                () -> query("-1", "0", "age,name,name", "a\0b").orderBy(FIELDS, "e.id"));
        assertThat(refusal.errors())
                .extracting(FieldError::pointer)
                .containsExactly("/page", "/size", "/q", "/sort", "/sort");
    }

    @Test
    void theTextIsFreedOfSurroundingBlanks() {
        assertThat(query(null, null, null, "  two words ").text()).isEqualTo("two words");
    }

    @Test
    void theOrderIsMadeOfWhatTheListAllows() {
        assertThat(query(null, null, "name,-createdAt", null).orderBy(FIELDS, "e.id"))
                .isEqualTo("LOWER(e.name) ASC, e.createdAt DESC");
        assertThat(query(null, null, " ", null).orderBy(FIELDS, "e.id")).isEqualTo("e.id");
    }

    @ParameterizedTest
    @ValueSource(strings = {"name;DROP TABLE x", "--name", "NAME", "name,", ",", "-", "e.name", "name DESC"})
    void anythingElseInTheOrderIsRefusedWithWhatIsPossible(String sort) {
        PlexicaException refusal = catchThrowableOfType(
                PlexicaException.class, () -> query(null, null, sort, null).orderBy(FIELDS, "e.id"));
        assertThat(refusal.code()).isEqualTo(ErrorCode.VALIDATION_FAILED);
        assertThat(refusal.errors()).isNotEmpty().allSatisfy(error -> {
            assertThat(error.pointer()).isEqualTo("/sort");
            assertThat(error.message()).contains("possible: createdAt, name");
        });
    }

    @Test
    void aFieldNamedTwiceIsRefused() {
        PlexicaException refusal = catchThrowableOfType(
                PlexicaException.class,
                () -> query(null, null, "name,-name", null).orderBy(FIELDS, "e.id"));
        assertThat(refusal.errors()).containsExactly(new FieldError("/sort", "names 'name' twice"));
    }

    private static List<FieldError> refusal(PageQuery query) {
        PlexicaException refusal = catchThrowableOfType(PlexicaException.class, query::validated);
        assertThat(refusal.code()).isEqualTo(ErrorCode.VALIDATION_FAILED);
        return refusal.errors();
    }

    private static PageQuery query(
            @Nullable String page, @Nullable String size, @Nullable String sort, @Nullable String q) {
        return new PageQuery(page, size, sort, q);
    }
}
