package io.plexica.plugins.crm.internal.common;

import io.plexica.api.rest.Page;
import io.plexica.api.rest.PageQuery;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    /** Reads one page. The id comes last in the order, so that no item is on two pages or on none. */
    public Page<T> page(EntityManager entities, PageQuery query, String orderBy) {
        String from = " FROM " + entity.getSimpleName() + " e"
                + (conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions));
        TypedQuery<T> items = entities.createQuery("SELECT e" + from + " ORDER BY " + orderBy + ", e.id", entity);
        TypedQuery<Long> count = entities.createQuery("SELECT COUNT(e)" + from, Long.class);
        parameters.forEach(items::setParameter);
        parameters.forEach(count::setParameter);
        items.setFirstResult(query.offset()).setMaxResults(query.size());
        return new Page<>(items.getResultList(), query.page(), query.size(), count.getSingleResult());
    }

    private static String literally(String text) {
        return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }
}
