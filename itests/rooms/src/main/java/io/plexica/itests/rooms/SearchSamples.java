package io.plexica.itests.rooms;

import io.plexica.spi.search.EngineQuery;
import io.plexica.spi.search.EngineQuery.Order;
import io.plexica.spi.search.Entry;
import io.plexica.spi.search.Found;
import io.plexica.spi.search.Found.Hit;
import io.plexica.spi.search.Words;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Documents and searches for engines to be tried with. */
final class SearchSamples {

    /** A workspace. */
    static final UUID HERE = UUID.fromString("00000000-0000-4000-8000-000000000001");

    /** Another one. */
    static final UUID THERE = UUID.fromString("00000000-0000-4000-8000-000000000002");

    private SearchSamples() {}

    static Entry entry(long version, String id, String title, String text) {
        return new Entry(version, "contact", id, HERE, body(title, text, ""));
    }

    static Entry removal(long version, String id) {
        return new Entry(version, "contact", id, HERE, null);
    }

    static Entry facets(String id, List<String> stages, double amount) {
        return new Entry(
                1,
                "contact",
                id,
                HERE,
                new Entry.Body("same", "", "", Map.of("stage", stages), Map.of("amount", amount), "{}"));
    }

    static Entry.Body body(String title, String text, String language) {
        return new Entry.Body(words(title), words(text), language, Map.of(), Map.of(), "{}");
    }

    static String words(String text) {
        return String.join(" ", Words.plain(text));
    }

    static EngineQuery query(String text) {
        return page(text, 0, 50);
    }

    static EngineQuery page(String text, int offset, int size) {
        return new EngineQuery("contact", HERE, Words.plain(text), "", List.of(), List.of(), offset, size);
    }

    static EngineQuery query(String type, @Nullable UUID workspace, String text) {
        return new EngineQuery(type, workspace, Words.plain(text), "", List.of(), List.of(), 0, 50);
    }

    static EngineQuery language(String text, String language) {
        return new EngineQuery("note", HERE, Words.plain(text), language, List.of(), List.of(), 0, 50);
    }

    static EngineQuery filtered(EngineQuery.Filter filter) {
        return new EngineQuery("contact", HERE, List.of("same"), "", List.of(filter), List.of(), 0, 50);
    }

    static EngineQuery ordered(Order order) {
        return new EngineQuery("contact", HERE, List.of("same"), "", List.of(), List.of(order), 0, 50);
    }

    static List<String> ids(Found found) {
        return found.hits().stream().map(Hit::id).toList();
    }
}
