package io.plexica.plugins.internal.check;

import io.plexica.api.problem.FieldError;
import io.plexica.plugins.internal.manifest.ManifestLines;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a look at a jar brought to light.
 *
 * @param candidate what the jar is; null when its manifest cannot be read or is not valid
 * @param problems everything that is wrong; only a candidate without problems may go on
 * @param lines in which line of the manifest its parts stand, for problems that are found later
 */
public record Inspection(@Nullable Candidate candidate, List<FieldError> problems, ManifestLines lines) {

    public Inspection {
        problems = List.copyOf(problems);
    }
}
