package io.plexica.api.search;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is looked for.
 *
 * @param text what somebody has typed: every word of it must begin a word of the document, whatever the case and accents;
 *     nothing in it is an operator. At most 500 characters and 16 words; empty for all documents
 * @param filters what must hold besides
 * @param orders how hits are sorted; empty for the best first
 * @param page which page, from 0
 * @param size how many hits a page has, 1 to 200; no page reaches beyond the 10,000th hit
 */
public record SearchQuery(String text, List<Filter> filters, List<Order> orders, int page, int size) {

    private static final int DEFAULT_SIZE = 50;

    public SearchQuery {
        filters = List.copyOf(filters);
        orders = List.copyOf(orders);
    }

    /** The first page of what a text finds. */
    public static SearchQuery of(String text) {
        return new SearchQuery(text, List.of(), List.of(), 0, DEFAULT_SIZE);
    }

    /** The same where a keyword is one of some. */
    public SearchQuery where(String field, String... anyOf) {
        return and(new Filter(field, List.of(anyOf), null, null));
    }

    /**
     * The same where a number, or a moment, lies within bounds.
     *
     * @param from the lowest; null for no bound
     * @param to the highest; null for no bound
     */
    public SearchQuery between(String field, @Nullable Object from, @Nullable Object to) {
        return and(new Filter(field, List.of(), from, to));
    }

    /** The same, sorted by a field that is no text; documents without it come last. */
    public SearchQuery orderBy(String field, boolean descending) {
        List<Order> more = new ArrayList<>(orders);
        more.add(new Order(field, descending));
        return new SearchQuery(text, filters, more, page, size);
    }

    /** Another page of the same. */
    public SearchQuery page(int number, int hits) {
        return new SearchQuery(text, filters, orders, number, hits);
    }

    private SearchQuery and(Filter filter) {
        List<Filter> more = new ArrayList<>(filters);
        more.add(filter);
        return new SearchQuery(text, more, orders, page, size);
    }

    /**
     * What must hold of a field.
     *
     * @param anyOf of a keyword: what it may be
     * @param from of a number or a moment: the lowest; null for no bound
     * @param to the highest; null for no bound
     */
    public record Filter(
            String field,
            List<String> anyOf,
            @Nullable Object from,
            @Nullable Object to) {

        public Filter {
            anyOf = List.copyOf(anyOf);
        }
    }

    /** By which field hits are sorted. */
    public record Order(String field, boolean descending) {}
}
