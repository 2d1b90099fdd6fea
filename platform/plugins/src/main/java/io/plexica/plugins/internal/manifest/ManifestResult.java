package io.plexica.plugins.internal.manifest;

import io.plexica.api.manifest.PluginManifest;
import io.plexica.api.problem.FieldError;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What came of reading a manifest.
 *
 * @param manifest its values; null when there are problems
 * @param raw the JSON as it stands, with the parts that {@code manifest} has no place for
 * @param problems all that is wrong, with pointers
 */
public record ManifestResult(@Nullable PluginManifest manifest, Map<String, Object> raw, List<FieldError> problems) {

    public ManifestResult {
        raw = Collections.unmodifiableMap(raw);
        problems = List.copyOf(problems);
    }

    static ManifestResult refused(List<FieldError> problems) {
        return new ManifestResult(null, Map.of(), problems);
    }
}
