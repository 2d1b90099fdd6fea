package io.plexica.audit.internal.read;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The conditions of a query and their values. For one thread. */
final class Conditions {

    private final List<String> terms = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();

    /** Adds a condition that has one value, unless there is none. */
    void when(String term, @Nullable Object value) {
        if (value != null) {
            terms.add(term);
            values.add(value);
        }
    }

    /** Adds a condition that has no value. */
    void when(String term) {
        terms.add(term);
    }

    /** Demands that one of two conditions holds for a value. */
    void either(String one, String other, Object value) {
        terms.add("(" + one + " OR " + other + ")");
        values.add(value);
        values.add(value);
    }

    /** As SQL, from the word WHERE on; empty where all rows are wanted. */
    String sql() {
        return terms.isEmpty() ? "" : " WHERE " + String.join(" AND ", terms);
    }

    void bind(PreparedStatement statement) throws SQLException {
        for (int i = 0; i < values.size(); i++) {
            statement.setObject(i + 1, values.get(i));
        }
    }
}
