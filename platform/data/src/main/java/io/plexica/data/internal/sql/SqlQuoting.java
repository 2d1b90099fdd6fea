package io.plexica.data.internal.sql;

/** Names and texts as they stand in SQL. */
public final class SqlQuoting {

    private SqlQuoting() {}

    /** A name in double quotes. */
    public static String name(String name) {
        return '"' + checked(name).replace("\"", "\"\"") + '"';
    }

    /** A text in single quotes. */
    public static String text(String text) {
        String quoted = '\'' + checked(text).replace("'", "''") + '\'';
        return text.indexOf('\\') < 0 ? quoted : " E" + quoted.replace("\\", "\\\\");
    }

    private static String checked(String value) {
        if (value.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("SQL cannot hold the character NUL");
        }
        return value;
    }
}
