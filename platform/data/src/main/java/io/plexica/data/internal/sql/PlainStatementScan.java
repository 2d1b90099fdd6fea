package io.plexica.data.internal.sql;

/**
 * Tells in about a microsecond that a statement is plain, which nearly all are. Every statement of every request
 * passes here, so this reads the text once and without a regular expression.
 */
final class PlainStatementScan {

    private static final String[] ROWS = {"select", "insert", "update", "delete", "with", "values", "merge"};
    private static final String[] SUSPICIOUS = {"role", "config", "advisory", "authorization", "pg_settings"};

    private PlainStatementScan() {}

    /** Whether the SQL is plain for certain; otherwise it needs to be taken apart. */
    static boolean isPlain(String sql) {
        if (!beginsWithRows(sql)) {
            return false;
        }
        for (int i = 0; i < sql.length(); i++) {
            char c = sql.charAt(i);
            if (c == ';' || isSuspicious(sql, i, c)) {
                return false;
            }
        }
        return true;
    }

    private static boolean beginsWithRows(String sql) {
        int start = 0;
        while (start < sql.length() && sql.charAt(start) <= ' ') {
            start++;
        }
        for (String word : ROWS) {
            if (sql.regionMatches(true, start, word, 0, word.length())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSuspicious(String sql, int at, char c) {
        char letter = (char) (c | 0x20);
        if (letter != 'r' && letter != 'c' && letter != 'a' && letter != 'p') {
            return false;
        }
        for (String word : SUSPICIOUS) {
            if (word.charAt(0) == letter && sql.regionMatches(true, at, word, 0, word.length())) {
                return true;
            }
        }
        return false;
    }
}
