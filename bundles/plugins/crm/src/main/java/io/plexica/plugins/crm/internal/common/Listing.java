package io.plexica.plugins.crm.internal.common;

import io.plexica.api.rest.Page;
import io.plexica.api.rest.PageQuery;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.persistence.EntityManager;
import javax.persistence.TypedQuery;

/**
 * A list as JPQL: entities {@code e}, narrowed by conditions.
 *
 * @param entity the entity listed
 * @param conditions what must hold, as JPQL over {@code e}; empty for all
 * @param parameters the parameters of the conditions
 */
public record Listing<T>(Class<T> entity, List<String> conditions, Map<String, Object> parameters) {

    /** How many items are looked at in one go. */
    static final int PIECE = 500;

    /** Everything. */
    public static <T> Listing<T> of(Class<T> entity) {
        return new Listing<>(entity, List.of(), Map.of());
    }

    /** The same list, narrowed. */
    public Listing<T> where(String condition, String parameter, Object value) {
        Map<String, Object> values = new LinkedHashMap<>(parameters);
        values.put(parameter, value);
        List<String> all =
                Stream.concat(conditions.stream(), Stream.of(condition)).toList();
        return new Listing<>(entity, all, values);
    }

    /** The same list with only what contains a text, in upper or lower case, in one of the fields; all when it is empty. */
    public Listing<T> containing(String text, List<String> fields) {
        if (text.isEmpty()) {
            return this;
        }
        String anyField = String.join(
                " OR ",
                fields.stream()
                        .map(field -> "LOWER(" + field + ") LIKE LOWER(:text) ESCAPE '!'")
                        .toList());
        return where("(" + anyField + ")", "text", "%" + literally(text) + "%");
    }

    /**
     * Reads one page. The id comes last in the order, so that no item is on two pages or on none.
     *
     * @param view what an item is shown as
     */
    public <V> Page<V> page(EntityManager entities, PageQuery query, String orderBy, Function<T, V> view) {
        long total = count(entities);
        List<V> shown =
                ordered(entities, orderBy)
                        .setFirstResult(query.offset())
                        .setMaxResults(query.size())
                        .getResultList()
                        .stream()
                        .map(view)
                        .toList();
        return new Page<>(shown, query.page(), query.size(), total);
    }

    /**
     * Reads one page of what the caller may see, where that takes a look at every item: piece by piece, so that memory does
     * not grow with the list.
     *
     * @param allowed keeps what the caller may see; asked at least once
     */
    public <V> Page<V> page(
            EntityManager entities,
            PageQuery query,
            String orderBy,
            Function<T, V> view,
            UnaryOperator<List<V>> allowed) {
        TypedQuery<T> items = ordered(entities, orderBy).setMaxResults(PIECE);
        List<V> shown = new ArrayList<>();
        long total = 0;
        int read = 0;
        List<T> piece;
        do {
            piece = items.setFirstResult(read).getResultList();
            for (V visible : allowed.apply(piece.stream().map(view).toList())) {
                if (total++ >= query.offset() && shown.size() < query.size()) {
                    shown.add(visible);
                }
            }
            piece.forEach(entities::detach);
            read += piece.size();
        } while (piece.size() == PIECE);
        return new Page<>(shown, query.page(), query.size(), total);
    }

    /** How many items there are. */
    public long count(EntityManager entities) {
        return prepared(entities.createQuery("SELECT COUNT(e)" + from(), Long.class))
                .getSingleResult();
    }

    /** Shows everything to somebody, piece by piece; keeps what the caller may see. */
    public <V> void forEach(
            EntityManager entities, Function<T, V> view, UnaryOperator<List<V>> allowed, Consumer<V> look) {
        TypedQuery<T> items = ordered(entities, "e.createdAt ASC").setMaxResults(PIECE);
        int read = 0;
        List<T> piece;
        do {
            piece = items.setFirstResult(read).getResultList();
            allowed.apply(piece.stream().map(view).toList()).forEach(look);
            piece.forEach(entities::detach);
            read += piece.size();
        } while (piece.size() == PIECE);
    }

    private TypedQuery<T> ordered(EntityManager entities, String orderBy) {
        return prepared(entities.createQuery("SELECT e" + from() + " ORDER BY " + orderBy + ", e.id", entity));
    }

    private String from() {
        return " FROM " + entity.getSimpleName() + " e"
                + (conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions));
    }

    private <R> TypedQuery<R> prepared(TypedQuery<R> query) {
        parameters.forEach(query::setParameter);
        return query;
    }

    private static String literally(String text) {
        return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }
}
