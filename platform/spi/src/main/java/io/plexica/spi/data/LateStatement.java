package io.plexica.spi.data;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One statement whose answer nobody waits for; see {@link Database#beforeCommit}.
 *
 * @param sql one statement, without a semicolon
 * @param values what stands for its question marks, whose types the server finds: null, or what is written as its text
 */
public record LateStatement(String sql, List<@Nullable Object> values) {

    public LateStatement {
        values = Collections.unmodifiableList(new ArrayList<>(values));
    }

    /** Of these values. */
    public static LateStatement of(String sql, @Nullable Object... values) {
        return new LateStatement(sql, Arrays.asList(values));
    }

    /**
     * Puts its values into a statement that consists of it among others.
     *
     * @param first the place of its first question mark, from 1
     * @return the place after its last
     */
    public int bind(PreparedStatement statement, int first) throws SQLException {
        int next = first;
        for (Object value : values) {
            statement.setObject(next++, value == null ? null : value.toString(), Types.OTHER);
        }
        return next;
    }

    /** About how many characters are kept for it. */
    public int length() {
        int length = 0;
        for (Object value : values) {
            length += value instanceof CharSequence text ? text.length() : 0;
        }
        return length;
    }
}
