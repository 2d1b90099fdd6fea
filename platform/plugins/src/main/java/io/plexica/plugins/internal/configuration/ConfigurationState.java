package io.plexica.plugins.internal.configuration;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plexica.api.manifest.PluginManifest.Configuration;
import io.plexica.api.problem.FieldError;
import io.plexica.plugins.internal.configuration.LevelDecisions.Decided;
import io.plexica.plugins.internal.store.Level;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a plugin in a place. No secret is in it.
 *
 * @param values settings without secrets
 * @param origins where each comes from: default, tenant or workspace
 * @param secrets for each secret that the plugin knows the level at which it is set, or null
 * @param schema the schema as a form needs it
 * @param problems what the schema has against what holds here, as after an upgrade
 * @param version the version of the level
 * @param changedAt when the level was changed last
 * @param changedBy by whom
 * @param changedByEmail their address
 */
public record ConfigurationState(
        ObjectNode values,
        ObjectNode origins,
        Map<String, @Nullable String> secrets,
        ObjectNode schema,
        List<FieldError> problems,
        long version,
        @Nullable Instant changedAt,
        @Nullable UUID changedBy,
        @Nullable String changedByEmail) {

    static ConfigurationState of(
            Decided decided, @Nullable UUID workspace, boolean everything, List<FieldError> problems) {
        Configuration configuration = decided.manifest().configuration();
        Level level = decided.levels().at(workspace);
        EffectiveSettings shown = everything
                ? EffectiveSettings.of(configuration, decided.levels(), workspace)
                : EffectiveSettings.ofLevel(configuration, level);
        Map<String, @Nullable String> secrets = new TreeMap<>();
        for (String name : configuration.secrets()) {
            EffectiveSettings.Secret secret = shown.secrets().get(name);
            secrets.put(name, secret == null ? null : secret.origin());
        }
        return new ConfigurationState(
                shown.values(),
                shown.origins(),
                secrets,
                FormSchema.of(configuration),
                problems,
                level.version(),
                level.changedAt(),
                level.changedBy(),
                level.changedByEmail());
    }
}
