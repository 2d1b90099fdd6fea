package io.plexica.api.rest;

import java.util.List;
import java.util.function.Function;

/**
 * One page of a list, as every list endpoint answers it.
 *
 * @param items this page's items, in order
 * @param page zero-based number of this page
 * @param size how many items a page holds at most
 * @param total how many items there are on all pages
 */
public record Page<T>(List<T> items, int page, int size, long total) {

    public Page {
        items = List.copyOf(items);
    }

    /** The same page with every item turned into another shape. */
    public <R> Page<R> map(Function<? super T, ? extends R> shape) {
        return new Page<>(items.stream().<R>map(shape).toList(), page, size, total);
    }
}
