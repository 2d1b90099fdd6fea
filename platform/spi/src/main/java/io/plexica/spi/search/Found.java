package io.plexica.spi.search;

import java.util.List;

/** What an engine has found: some hits, and how many there are altogether. */
public record Found(List<Hit> hits, long total) {

    /** Nothing. */
    public static final Found NOTHING = new Found(List.of(), 0);

    public Found {
        hits = List.copyOf(hits);
    }

    /**
     * A document.
     *
     * @param stored its JSON text
     */
    public record Hit(String id, double score, String stored) {}
}
