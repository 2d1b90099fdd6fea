package io.plexica.data.internal.sql;

import io.plexica.data.internal.sql.SqlText.Statement;
import java.util.regex.Pattern;

/**
 * Recognises SQL that changes the role, the session's user or the workspace, also within function bodies and code run by
 * {@code DO}.
 */
final class RoleSwitch {

    private static final String WHO = "(?:role\\b|session\\s+authorization\\b|session_authorization\\b|plexica\\s*\\.)";
    private static final Pattern STATEMENT = Pattern.compile(
            "(?:^|\\b(?:begin|then|else|loop|declare)\\s+)(?:set\\s+(?:local\\s+|session\\s+)?|reset\\s+)" + WHO);
    private static final Pattern FUNCTION_SETTING = Pattern.compile("^(?:create|alter)\\s.*\\b(?:set|reset)\\s+" + WHO);
    private static final Pattern SETTINGS_VIEW =
            Pattern.compile("\\bupdate\\s+(?:only\\s+)?(?:pg_catalog\\s*\\.\\s*)?pg_settings\\b");
    private static final Pattern SET_CONFIG = Pattern.compile("\\bset_config\\s*\\(");
    private static final Pattern RUNS_TEXT =
            Pattern.compile("^(?:do\\b|create\\s+(?:or\\s+replace\\s+)?(?:function|procedure)\\b)|\\bexecute\\b");

    private RoleSwitch() {}

    /** Whether the SQL changes the role. */
    static boolean in(String sql) {
        return SqlText.statements(sql).stream().anyMatch(RoleSwitch::in);
    }

    /** Whether the statement, or code quoted in it, changes the role. */
    static boolean in(Statement statement) {
        String words = statement.words();
        if (STATEMENT.matcher(words).find()
                || SET_CONFIG.matcher(words).find()
                || SETTINGS_VIEW.matcher(words).find()
                || FUNCTION_SETTING.matcher(words).find()) {
            return true;
        }
        return RUNS_TEXT.matcher(words).find() && statement.quoted().stream().anyMatch(RoleSwitch::in);
    }
}
