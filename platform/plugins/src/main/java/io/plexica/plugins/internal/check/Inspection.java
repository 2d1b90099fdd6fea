package io.plexica.plugins.internal.check;

import io.plexica.api.problem.FieldError;
import io.plexica.plugins.internal.manifest.ManifestLines;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a look at a jar brought to light.
 *
 * @param candidate what the jar is; null when its manifest cannot be read or is not valid
 * @param problems everything that is wrong; only a candidate without problems may go on
 * @param anew what else is wrong with a jar that comes anew; rules that have come since keep out none that was taken before
 * @param lines in which line of the manifest its parts stand, for problems that are found later
 */
public record Inspection(
        @Nullable Candidate candidate, List<FieldError> problems, List<FieldError> anew, ManifestLines lines) {

    public Inspection {
        problems = List.copyOf(problems);
        anew = List.copyOf(anew);
    }

    /** Everything that is wrong with a jar that comes anew. */
    public List<FieldError> allProblems() {
        return Stream.concat(problems.stream(), anew.stream()).toList();
    }
}
