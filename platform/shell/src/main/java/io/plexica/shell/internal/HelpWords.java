package io.plexica.shell.internal;

import io.plexica.spi.text.Nearest;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Judges what somebody wants help about. */
final class HelpWords {

    private static final String EVERYWHERE = "*:";

    private HelpWords() {}

    /**
     * What to answer to a word that begins no command's name, nor that of a group of commands.
     *
     * @param names all commands with their scopes, such as {@code plugin:list}
     * @return empty where there is something to show
     */
    static Optional<String> refusal(String word, List<String> names) {
        boolean known = word.startsWith("-")
                || word.contains("|")
                || names.stream()
                        .anyMatch(name -> name.startsWith(word)
                                || name.substring(name.indexOf(':') + 1).startsWith(word));
        if (known) {
            return Optional.empty();
        }
        List<String> candidates = names.stream()
                .map(name -> name.startsWith(EVERYWHERE) ? name.substring(EVERYWHERE.length()) : name)
                .flatMap(name -> name.contains(":") && !word.contains(":")
                        ? Stream.of(name, name.substring(0, name.indexOf(':')))
                        : Stream.of(name))
                .distinct()
                .toList();
        String hint = Nearest.of(word, candidates)
                .map(name -> "did you mean '" + name + "'?")
                .orElse("'help' lists all");
        return Optional.of("There is no such command as '" + word + "'; " + hint);
    }
}
