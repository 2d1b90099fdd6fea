package io.plexica.data.internal.signal;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which transactions a look at the database saw, as PostgreSQL writes it: {@code xmin:xmax:xip,xip}.
 *
 * @param all every transaction before this one had ended
 * @param none none from this one on had begun to end
 * @param open those between that were still going on
 */
record Snapshot(long all, long none, Set<Long> open) {

    /** Before the first look. */
    static final Snapshot NOTHING = new Snapshot(0, 0, Set.of());

    static Snapshot of(String text) {
        String[] parts = text.split(":", -1);
        Set<Long> open = Stream.of(parts[2].split(","))
                .filter(part -> !part.isEmpty())
                .map(Long::valueOf)
                .collect(Collectors.toUnmodifiableSet());
        return new Snapshot(Long.parseLong(parts[0]), Long.parseLong(parts[1]), open);
    }

    /** Whether a transaction had ended by then. */
    boolean saw(long transaction) {
        return transaction < all || transaction < none && !open.contains(transaction);
    }
}
