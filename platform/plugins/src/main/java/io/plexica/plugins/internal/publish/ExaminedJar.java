package io.plexica.plugins.internal.publish;

import io.plexica.api.problem.FieldError;
import io.plexica.plugins.internal.check.Candidate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was found out about a jar without publishing it.
 *
 * @param candidate what it is; null when even that cannot be read
 * @param problems all for which it would be refused
 * @param conflict why it cannot be published beside what is there; null when it can
 * @param replaces whether it takes the place of other bytes of the same version
 * @param seen what somebody made of its classes and files; null when it cannot be resolved
 */
public record ExaminedJar<T>(
        @Nullable Candidate candidate,
        List<FieldError> problems,
        @Nullable String conflict,
        boolean replaces,
        @Nullable T seen) {

    public ExaminedJar {
        problems = List.copyOf(problems);
    }
}
