package io.plexica.api.search;

import java.util.List;

/**
 * A page of what was found.
 *
 * @param items the hits
 * @param page which page, from 0
 * @param size how many hits a page has
 * @param total how many hits there are altogether
 * @param complete false while the index is being made for the first time, and hits may be missing
 */
public record SearchPage(List<SearchHit> items, int page, int size, long total, boolean complete) {

    public SearchPage {
        items = List.copyOf(items);
    }
}
