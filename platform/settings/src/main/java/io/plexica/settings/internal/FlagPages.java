package io.plexica.settings.internal;

import io.plexica.api.rest.Page;
import io.plexica.api.rest.PageQuery;
import io.plexica.spi.web.Slices;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Pages of flags. There are few of them, so they are made in memory. Pure. */
public final class FlagPages {

    private static final Map<String, Comparator<Flag>> ORDERS = Map.of(
            "key", Comparator.comparing(Flag::key),
            "createdAt", Comparator.comparing(Flag::createdAt),
            "updatedAt", Comparator.comparing(Flag::updatedAt));
    private static final Map<String, String> SORTABLE =
            Map.of("key", "key", "createdAt", "createdAt", "updatedAt", "updatedAt");

    private FlagPages() {}

    /** The page that is asked for. */
    public static Page<Flag> page(List<Flag> all, PageQuery paging) {
        Comparator<Flag> order = order(paging.orderBy(SORTABLE, "key ASC"));
        String text = paging.text().toLowerCase(Locale.ROOT);
        List<Flag> found = all.stream()
                .filter(flag -> contains(flag.key(), text) || contains(flag.description(), text))
                .sorted(order)
                .toList();
        return Slices.of(found, paging);
    }

    private static boolean contains(@Nullable String value, String text) {
        return value != null && value.toLowerCase(Locale.ROOT).contains(text);
    }

    private static Comparator<Flag> order(String terms) {
        Comparator<Flag> order = (one, other) -> 0;
        for (String term : terms.split(", ")) {
            String[] words = term.split(" ");
            Comparator<Flag> by = Objects.requireNonNull(ORDERS.get(words[0]));
            order = order.thenComparing(words[1].equals("DESC") ? by.reversed() : by);
        }
        return order.thenComparing(Flag::key);
    }
}
