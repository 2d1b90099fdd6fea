package io.plexica.data.internal.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Takes SQL apart as PostgreSQL's lexer does: into statements without comments, with what is quoted set aside. Good enough
 * to tell what kind of statement something is, not to understand it.
 */
public final class SqlText {

    private final String sql;
    private final List<Statement> statements = new ArrayList<>();
    private final StringBuilder words = new StringBuilder();
    private final List<String> quoted = new ArrayList<>();
    private int at;

    private SqlText(String sql) {
        this.sql = sql;
    }

    /**
     * A statement.
     *
     * @param words its text in lower case, blanks collapsed, comments gone, texts replaced by {@code ''}
     * @param quoted the contents of its texts, in single quotes or dollars
     */
    public record Statement(String words, List<String> quoted) {

        public Statement {
            quoted = List.copyOf(quoted);
        }
    }

    /** The statements in a piece of SQL; empty ones are left out. */
    public static List<Statement> statements(String sql) {
        SqlText text = new SqlText(sql);
        while (text.at < sql.length()) {
            text.next();
        }
        text.endStatement();
        return text.statements;
    }

    private void next() {
        char c = sql.charAt(at);
        if (c == ';') {
            at++;
            endStatement();
        } else if (c == '\'') {
            text(at > 0 && isEscapePrefix(at - 1));
        } else if (c == '"') {
            name();
        } else if (c == '$' && !followsName() && dollarTag() != null) {
            dollars();
        } else if (sql.startsWith("--", at)) {
            skipLine();
        } else if (sql.startsWith("/*", at)) {
            skipComment();
        } else if (Character.isWhitespace(c)) {
            at++;
            blank();
        } else {
            words.append(c);
            at++;
        }
    }

    private void text(boolean escapes) {
        StringBuilder content = new StringBuilder();
        at++;
        while (at < sql.length()) {
            char c = sql.charAt(at++);
            if (c == '\\' && escapes && at < sql.length()) {
                content.append(sql.charAt(at++));
            } else if (c != '\'') {
                content.append(c);
            } else if (at < sql.length() && sql.charAt(at) == '\'') {
                content.append('\'');
                at++;
            } else {
                break;
            }
        }
        words.append("''");
        quoted.add(content.toString());
    }

    /** A quoted name stands in the words without its quotes: {@code SET "role"} is {@code SET role}. */
    private void name() {
        int end = sql.indexOf('"', at + 1);
        end = end < 0 ? sql.length() : end;
        words.append(sql, at + 1, end);
        at = Math.min(end + 1, sql.length());
    }

    private void dollars() {
        String tag = String.valueOf(dollarTag());
        int end = sql.indexOf(tag, at + tag.length());
        end = end < 0 ? sql.length() : end;
        quoted.add(sql.substring(at + tag.length(), end));
        words.append("''");
        at = Math.min(end + tag.length(), sql.length());
    }

    private @org.jspecify.annotations.Nullable String dollarTag() {
        int end = at + 1;
        while (end < sql.length() && Character.isJavaIdentifierPart(sql.charAt(end)) && sql.charAt(end) != '$') {
            end++;
        }
        boolean tag = end < sql.length() && sql.charAt(end) == '$' && !Character.isDigit(sql.charAt(at + 1));
        return tag ? sql.substring(at, end + 1) : null;
    }

    private boolean followsName() {
        return at > 0 && Character.isJavaIdentifierPart(sql.charAt(at - 1));
    }

    private boolean isEscapePrefix(int position) {
        boolean letter = sql.charAt(position) == 'e' || sql.charAt(position) == 'E';
        return letter && (position == 0 || !Character.isJavaIdentifierPart(sql.charAt(position - 1)));
    }

    private void skipLine() {
        int end = sql.indexOf('\n', at);
        at = end < 0 ? sql.length() : end;
        blank();
    }

    private void skipComment() {
        int depth = 0;
        do {
            if (sql.startsWith("/*", at)) {
                depth++;
                at += 2;
            } else if (sql.startsWith("*/", at)) {
                depth--;
                at += 2;
            } else {
                at++;
            }
        } while (depth > 0 && at < sql.length());
        at = Math.min(at, sql.length());
        blank();
    }

    private void blank() {
        if (!words.isEmpty() && words.charAt(words.length() - 1) != ' ') {
            words.append(' ');
        }
    }

    private void endStatement() {
        String statement = words.toString().strip().toLowerCase(Locale.ROOT);
        if (!statement.isEmpty()) {
            statements.add(new Statement(statement, quoted));
        }
        words.setLength(0);
        quoted.clear();
    }
}
