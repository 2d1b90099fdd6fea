package io.plexica.configuration.internal;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes {@code docs/configuration.md}. */
final class SettingsTable {

    private static final Pattern SINCE = Pattern.compile("\\s*Since ([\\d.]*\\d)\\.\\s*$");

    private SettingsTable() {}

    static String of(Settings settings) {
        StringBuilder page = new StringBuilder(INTRODUCTION);
        for (String pid : settings.pids()) {
            page.append("\n## `etc/").append(pid).append(".cfg`\n\n");
            page.append(
                    "| variable | key | what it must be | default | meaning | since |\n|---|---|---|---|---|---|\n");
            settings.of(pid).forEach(setting -> row(page, setting));
        }
        page.append(OTHERS);
        for (OtherVariable other : OtherVariable.values()) {
            row(page, other);
        }
        return page.toString();
    }

    private static void row(StringBuilder page, Setting setting) {
        String text = setting.defaultText().isEmpty() ? "" : "`" + setting.defaultText() + "`";
        cells(
                page,
                "`" + setting.variable() + "`",
                "`" + setting.key() + "`",
                form(setting),
                text,
                meaning(setting.description()),
                since(setting.description()));
    }

    private static void row(StringBuilder page, OtherVariable other) {
        cells(
                page,
                "`" + other.variable() + "`",
                other.secret() ? "yes" : "no",
                other.defaultText(),
                meaning(other.description()),
                since(other.description()));
    }

    private static void cells(StringBuilder page, String... cells) {
        page.append("| ");
        for (String cell : cells) {
            page.append(cell.replace("|", "\\|")).append(" | ");
        }
        page.setLength(page.length() - 1);
        page.append('\n');
    }

    private static String form(Setting setting) {
        if (!setting.options().isEmpty()) {
            return String.join(", ", setting.options());
        }
        String words = setting.many() ? "list, with commas" : setting.kind().words();
        String min = setting.min() == null ? "" : " from " + setting.min();
        String max = setting.max() == null ? "" : " to " + setting.max();
        return words + min + max;
    }

    static String since(String description) {
        Matcher matcher = SINCE.matcher(description);
        return matcher.find() ? matcher.group(1) : "";
    }

    private static String meaning(String description) {
        return SINCE.matcher(description).replaceFirst("");
    }

    private static final String INTRODUCTION = """
            # Configuration

            Generated from what the rooms declare; do not edit. `mvn verify -pl itests/configuration -am -Dplexica.docs.write=true`
            writes it anew, and the build fails while it is stale.

            Every setting has an environment variable and a key in a file of the folder `etc` in `PLEXICA_HOME`. The variable
            wins over the file, the file over the default. The same variable in several files is one setting; naming it in one
            of them is enough. A default such as `${PLEXICA_HTTP_PORT}` follows the other setting.

            A variable `PLEXICA_…` or a key that is unknown, or a value that is not valid, keeps the platform from starting, with
            its name and the nearest known one (exit code 78). A file that is changed while the platform runs counts within
            seconds; if anything in it is wrong, everything of that file stays as it was and the log says why.
            """;

    private static final String OTHERS = """

            ## Variables without a key

            Secrets are never in files of settings. Each may come from a file: `PLEXICA_DB_PASSWORD_FILE=/run/secrets/db`.

            | variable | secret | default | meaning | since |
            |---|---|---|---|---|
            """;
}
