package io.plexica.spi.search;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is looked for, checked.
 *
 * @param workspace only documents of this workspace; null for those of the whole tenant
 * @param words each must begin a word of the document, or all be words of it in other forms; none for all documents
 * @param language in which those forms are; empty for none
 * @param filters what must hold besides
 * @param orders how hits are sorted before their score and their id
 */
public record EngineQuery(
        String type,
        @Nullable UUID workspace,
        List<String> words,
        String language,
        List<Filter> filters,
        List<Order> orders,
        int offset,
        int size) {

    public EngineQuery {
        words = List.copyOf(words);
        filters = List.copyOf(filters);
        orders = List.copyOf(orders);
    }

    /** What must hold of a field. */
    public sealed interface Filter permits AnyOf, Between {}

    /** A keyword is one of some. */
    public record AnyOf(String field, List<String> values) implements Filter {

        public AnyOf {
            values = List.copyOf(values);
        }
    }

    /** A number is within bounds; null for no bound. */
    public record Between(
            String field, @Nullable Double from, @Nullable Double to) implements Filter {}

    /** By which field hits are sorted; those without it come last. */
    public record Order(String field, boolean isNumber, boolean descending) {}
}
