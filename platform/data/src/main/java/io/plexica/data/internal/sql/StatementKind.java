package io.plexica.data.internal.sql;

import io.plexica.data.internal.sql.SqlText.Statement;
import java.util.List;
import java.util.regex.Pattern;

/** What a piece of SQL means for the connection it runs on. */
public enum StatementKind {

    /** Reads or changes rows and nothing else. */
    PLAIN,
    /** May leave something behind in the session: a setting, a lock, a cursor, a listener. */
    SESSION,
    /** Changes the role, or ends the transaction: neither belongs to the caller. */
    REFUSED;

    private static final Pattern TRANSACTION = Pattern.compile(
            "^(?:commit|begin|start\\s+transaction|end|abort|rollback(?!\\s+(?:work\\s+|transaction\\s+)?to\\b)"
                    + "|prepare\\s+transaction|set\\s+(?:local\\s+)?transaction|set\\s+session\\s+characteristics)\\b");
    private static final Pattern ROWS =
            Pattern.compile("^\\(*\\s*(?:select|insert|update|delete|with|values|table|merge|explain|lock)\\b");
    private static final Pattern SESSION_LOCK = Pattern.compile("\\bpg_(?:try_)?advisory_(?:lock|unlock)");

    /** Looks at SQL that is about to run. */
    public static StatementKind of(String sql) {
        return PlainStatementScan.isPlain(sql) ? PLAIN : judge(SqlText.statements(sql));
    }

    private static StatementKind judge(List<Statement> statements) {
        if (statements.stream().anyMatch(s -> TRANSACTION.matcher(s.words()).find() || RoleSwitch.in(s))) {
            return REFUSED;
        }
        boolean rows = statements.stream()
                .allMatch(s -> ROWS.matcher(s.words()).find()
                        && !SESSION_LOCK.matcher(s.words()).find());
        return rows && statements.size() <= 1 ? PLAIN : SESSION;
    }
}
