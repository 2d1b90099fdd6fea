package io.plexica.shell;

import io.plexica.api.problem.PlexicaException;
import java.util.stream.Collectors;

/**
 * A refusal with everything that is wrong, as one text for the console. The log gets that text too, and a stack trace only
 * of what lies behind the refusal.
 */
final class CommandFailure extends Exception {

    private static final long serialVersionUID = 1L;

    CommandFailure(PlexicaException problem) {
        super(text(problem), problem.getCause(), false, false);
    }

    private static String text(PlexicaException problem) {
        String parts = problem.errors().stream()
                .map(error -> "\n  - " + (error.pointer().isEmpty() ? "" : error.pointer() + " ") + error.message())
                .collect(Collectors.joining());
        return problem.code().code() + ": " + problem.detail() + parts;
    }
}
