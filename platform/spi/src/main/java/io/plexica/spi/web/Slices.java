package io.plexica.spi.web;

import io.plexica.api.rest.Page;
import io.plexica.api.rest.PageQuery;
import java.util.List;

/** Pages of lists that are small enough to be had whole. Pure. */
public final class Slices {

    private Slices() {}

    /**
     * The page that is asked for.
     *
     * @param all the whole list, in the order that is asked for
     */
    public static <T> Page<T> of(List<T> all, PageQuery paging) {
        int from = Math.min(paging.offset(), all.size());
        int to = Math.min(from + paging.size(), all.size());
        return new Page<>(all.subList(from, to), paging.page(), paging.size(), all.size());
    }
}
