package io.plexica.data.internal.sql;

import io.plexica.data.internal.sql.SqlText.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Says what a plugin's migration must not contain. It runs as the owner of the plugin's schema and has no business outside;
 * PostgreSQL refuses most of this anyway, but not a migrator that takes another owner's role.
 */
public final class MigrationCheck {

    private static final Map<Pattern, String> REFUSED = refused();

    private MigrationCheck() {}

    /** What is wrong with one file; empty when all is well. */
    public static List<String> check(String file, String sql) {
        List<String> problems = new ArrayList<>();
        for (Statement statement : SqlText.statements(sql)) {
            if (RoleSwitch.in(statement)) {
                problems.add(file + ": changes the role or the session's settings (" + start(statement)
                        + "); a migration runs as the owner of the plugin's schema and nobody else");
            }
            REFUSED.forEach((pattern, why) -> {
                if (pattern.matcher(statement.words()).find()) {
                    problems.add(file + ": " + why + " (" + start(statement) + ")");
                }
            });
        }
        return problems;
    }

    private static Map<Pattern, String> refused() {
        Map<Pattern, String> refused = new LinkedHashMap<>();
        refused.put(
                Pattern.compile("^(?:begin|commit|rollback|start\\s+transaction|end|abort|prepare\\s+transaction)\\b"),
                "begins or ends a transaction; all pending migrations run in one that the platform commits");
        refused.put(
                Pattern.compile("^(?:grant|revoke|alter\\s+default\\s+privileges|reassign\\s+owned|drop\\s+owned)\\b"),
                "changes privileges; the platform gives the plugin all it needs on its own tables");
        refused.put(
                Pattern.compile(
                        "^(?:create|alter|drop)\\s+(?:role|user|group|database|schema|tablespace|extension|subscription)\\b"),
                "reaches beyond the plugin's schema");
        refused.put(Pattern.compile("^discard\\b"), "resets the session");
        refused.put(
                Pattern.compile("^(?:(?:create|drop|reindex)\\b.*\\bconcurrently\\b|vacuum\\b|alter\\s+system\\b"
                        + "|alter\\s+table\\b.*\\bdetach\\s+partition\\b.*\\bconcurrently\\b"
                        + "|cluster(?:\\s+verbose|\\s*\\([^)]*\\))?\\s*$"
                        + "|reindex\\s+(?:\\([^)]*\\)\\s*|verbose\\s+)?(?:schema|database|system)\\b)"),
                "cannot run in a transaction; all pending migrations run in one");
        return refused;
    }

    private static String start(Statement statement) {
        String words = statement.words();
        return words.length() <= 60 ? words : words.substring(0, 60) + "…";
    }
}
