package io.plexica.plugins.internal.tenant;

import io.plexica.api.manifest.PluginManifest.Feature;
import io.plexica.api.problem.FieldError;
import io.plexica.api.problem.PlexicaException;
import io.plexica.plugins.internal.configuration.LevelDecisions.Decided;
import io.plexica.plugins.internal.configuration.SecretKeys;
import io.plexica.plugins.internal.configuration.SettingsDraft;
import io.plexica.plugins.internal.store.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants of a plugin in a workspace. What is null stays as it is.
 *
 * @param enabled whether it is on there
 * @param configuration settings of the workspace, in place of those that it has
 * @param enabledFeatures features that are on there
 * @param disabledFeatures features that are off there
 */
public record WorkspaceWish(
        @Nullable Boolean enabled,
        @Nullable Map<String, Object> configuration,
        @Nullable List<String> enabledFeatures,
        @Nullable List<String> disabledFeatures) {

    /**
     * What is kept of it.
     *
     * @throws PlexicaException {@code validation-failed} with everything that is wrong
     */
    Level of(String slug, Decided decided, UUID workspace, SecretKeys keys) {
        Level before = decided.levels().at(workspace);
        Set<String> on = enabledFeatures == null ? before.enabledFeatures() : Set.copyOf(enabledFeatures);
        Set<String> off = disabledFeatures == null ? before.disabledFeatures() : Set.copyOf(disabledFeatures);
        List<FieldError> problems = new ArrayList<>();
        Set<String> known =
                decided.manifest().features().stream().map(Feature::key).collect(Collectors.toSet());
        demandKnown("/enabledFeatures", enabledFeatures, known, problems);
        demandKnown("/disabledFeatures", disabledFeatures, known, problems);
        on.stream()
                .filter(off::contains)
                .sorted()
                .forEach(
                        key -> problems.add(new FieldError("/disabledFeatures", "'" + key + "' cannot be on and off")));
        Level settled = configured(slug, decided, workspace, keys, problems);
        if (!problems.isEmpty()) {
            throw PlexicaException.validation(problems);
        }
        return settled.switched(enabled == null ? before.enabled() : enabled, on, off);
    }

    private Level configured(String slug, Decided decided, UUID workspace, SecretKeys keys, List<FieldError> problems) {
        Level before = decided.levels().at(workspace);
        if (configuration == null) {
            return before;
        }
        try {
            return new SettingsDraft(slug, decided.manifest(), keys, "/configuration")
                    .of(decided.levels(), workspace, configuration);
        } catch (PlexicaException e) {
            if (e.errors().isEmpty()) {
                throw e;
            }
            problems.addAll(e.errors());
            return before;
        }
    }

    /** A feature of an earlier version that is still kept is no mistake of the caller's. */
    private static void demandKnown(
            String pointer, @Nullable List<String> wanted, Set<String> known, List<FieldError> problems) {
        if (wanted == null) {
            return;
        }
        for (int i = 0; i < wanted.size(); i++) {
            if (!known.contains(wanted.get(i))) {
                problems.add(new FieldError(
                        pointer + "/" + i,
                        known.isEmpty()
                                ? "is unknown: the plugin has no features"
                                : "is unknown; possible: "
                                        + known.stream().sorted().collect(Collectors.joining(", "))));
            }
        }
    }
}
