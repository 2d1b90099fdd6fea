package io.plexica.api.search;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What can be found.
 *
 * @param id by which its plugin knows it, such as the id of a row: 1 to 200 characters
 * @param values the fields that it has, of those of its type, together at most 100,000 characters
 */
public record SearchDocument(String id, Map<String, Object> values) {

    public SearchDocument {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** A document without values. */
    public static SearchDocument of(Object id) {
        return new SearchDocument(id.toString(), Map.of());
    }

    /** The same with one more value; one that is null is left out. */
    public SearchDocument with(String field, @Nullable Object value) {
        if (value == null) {
            return this;
        }
        Map<String, Object> more = new LinkedHashMap<>(values);
        more.put(field, value);
        return new SearchDocument(id, more);
    }
}
