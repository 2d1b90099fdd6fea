package io.plexica.search.internal.documents;

import io.plexica.api.search.DocumentType;
import io.plexica.api.search.FieldKind;
import io.plexica.api.search.SearchQuery;
import io.plexica.spi.search.EngineQuery;
import io.plexica.spi.search.Words;
import io.plexica.spi.web.Checks;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Searches in the form that engines take. */
public final class Queries {

    private static final int LONGEST_TEXT = 500;
    private static final int MOST_WORDS = 16;
    private static final int MOST_HITS = 200;
    private static final int DEEPEST = 10_000;
    private static final int MOST_FILTERS = 20;
    private static final int MOST_VALUES = 100;

    private final DocumentType type;
    private final Checks checks = new Checks();

    private Queries(DocumentType type) {
        this.type = type;
    }

    /**
     * A search as an engine takes it.
     *
     * @throws io.plexica.api.problem.PlexicaException {@code validation-failed} with all that is wrong
     */
    public static EngineQuery of(DocumentType type, @Nullable UUID workspace, SearchQuery query) {
        return new Queries(type).read(workspace, query);
    }

    private EngineQuery read(@Nullable UUID workspace, SearchQuery query) {
        checks.unless(query.text().indexOf('\0') < 0, "/q", "must not contain the character NUL")
                .unless(query.text().length() <= LONGEST_TEXT, "/q", "must have at most 500 characters")
                .unless(query.page() >= 0, "/page", "must be a whole number from 0")
                .unless(
                        query.size() >= 1 && query.size() <= MOST_HITS,
                        "/size",
                        "must be a whole number from 1 to " + MOST_HITS)
                .unless(
                        ((long) query.page() + 1) * query.size() <= DEEPEST,
                        "/page",
                        "must not reach beyond the 10000th hit: look for something more particular")
                .unless(query.filters().size() <= MOST_FILTERS, "/filters", "must be at most 20");
        List<String> words = query.text().length() <= LONGEST_TEXT ? Words.plain(query.text()) : List.of();
        checks.unless(words.size() <= MOST_WORDS, "/q", "must have at most 16 words");
        List<EngineQuery.Filter> filters = new ArrayList<>();
        query.filters().forEach(filter -> read(filter, filters));
        List<EngineQuery.Order> orders = new ArrayList<>();
        query.orders().forEach(order -> read(order, orders));
        checks.done();
        return new EngineQuery(
                type.name(),
                workspace,
                words.stream().distinct().toList(),
                type.language(),
                filters,
                orders,
                query.page() * query.size(),
                query.size());
    }

    private void read(SearchQuery.Filter filter, List<EngineQuery.Filter> filters) {
        String pointer = "/filters/" + filter.field();
        FieldKind kind = type.fields().get(filter.field());
        if (kind == FieldKind.KEYWORD && filter.from() == null && filter.to() == null) {
            boolean sound = filter.anyOf().stream().allMatch(value -> value.indexOf('\0') < 0);
            checks.unless(
                    sound && filter.anyOf().size() <= MOST_VALUES, pointer, "must be at most 100 texts without NUL");
            filters.add(new EngineQuery.AnyOf(filter.field(), filter.anyOf()));
        } else if ((kind == FieldKind.NUMBER || kind == FieldKind.MOMENT)
                && filter.anyOf().isEmpty()) {
            filters.add(new EngineQuery.Between(
                    filter.field(), bound(pointer, kind, filter.from()), bound(pointer, kind, filter.to())));
        } else {
            checks.wrong(pointer, "must be a keyword that is one of some, or a number or moment within bounds");
        }
    }

    private @Nullable Double bound(String pointer, FieldKind kind, @Nullable Object given) {
        if (given == null) {
            return null;
        }
        if (kind == FieldKind.NUMBER && given instanceof Number number) {
            return number.doubleValue();
        }
        if (kind == FieldKind.MOMENT && given instanceof Instant moment) {
            return (double) moment.toEpochMilli();
        }
        checks.wrong(
                pointer, kind == FieldKind.NUMBER ? "must have numbers as bounds" : "must have Instants as bounds");
        return null;
    }

    private void read(SearchQuery.Order order, List<EngineQuery.Order> orders) {
        FieldKind kind = type.fields().get(order.field());
        boolean sortable = kind == FieldKind.KEYWORD || kind == FieldKind.NUMBER || kind == FieldKind.MOMENT;
        checks.unless(sortable, "/sort", "cannot sort by '" + order.field() + "': only keywords, numbers and moments");
        orders.add(new EngineQuery.Order(order.field(), kind != FieldKind.KEYWORD, order.descending()));
    }
}
