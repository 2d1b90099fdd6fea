package io.plexica.configuration.internal;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the text of a setting comes from: the environment, else the file of its room, else the file of another room that
 * declares the same variable, else its default. A default may name another variable, {@code ${PLEXICA_HTTP_PORT}}.
 */
record Sources(Settings settings, Map<String, Map<String, String>> files, Map<String, String> environment) {

    private static final Pattern OTHER = Pattern.compile("\\$\\{(PLEXICA_[A-Z0-9_]+)}");

    /**
     * A text and the place that it was found at, for people.
     *
     * @param name the variable, or the file and the key in it
     */
    record Source(String name, String text) {}

    /** The text that counts for a setting. */
    Source of(Setting setting) {
        String variable = environment.getOrDefault(setting.variable(), "");
        if (!variable.isBlank()) {
            return new Source(setting.variable(), variable);
        }
        return inFile(setting)
                .or(() -> settings.all().stream()
                        .filter(other -> other.variable().equals(setting.variable()))
                        .flatMap(other -> inFile(other).stream())
                        .findFirst())
                .orElseGet(() -> new Source(setting.variable(), fill(setting.defaultText())));
    }

    /** The text that counts for a variable, whichever room declares it; empty when none does. */
    String of(String variable) {
        return settings.all().stream()
                .filter(setting -> setting.variable().equals(variable))
                .findFirst()
                .map(setting -> of(setting).text().strip())
                .orElse("");
    }

    private Optional<Source> inFile(Setting setting) {
        return Optional.ofNullable(files.getOrDefault(setting.pid(), Map.of()).get(setting.key()))
                .map(text -> new Source("etc/" + setting.pid() + ".cfg: " + setting.key(), text));
    }

    private String fill(String text) {
        Matcher matcher = OTHER.matcher(text);
        return matcher.replaceAll(match -> Matcher.quoteReplacement(of(match.group(1))));
    }
}
