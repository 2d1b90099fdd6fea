package io.plexica.plugins.internal.configuration;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plexica.api.manifest.PluginManifest.Configuration;
import io.plexica.plugins.internal.store.Level;
import io.plexica.plugins.internal.store.Levels;
import io.plexica.plugins.internal.store.SealedSecret;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What holds in a place: the manifest's defaults, over them the tenant's settings, over them the workspace's. Pure.
 *
 * @param values without secrets
 * @param origins where each of them comes from
 * @param secrets the secrets that are set, by name
 */
record EffectiveSettings(ObjectNode values, ObjectNode origins, Map<String, Secret> secrets) {

    static final String DEFAULT = "default";
    static final String TENANT = "tenant";
    static final String WORKSPACE = "workspace";

    /** What holds in a workspace, or in the tenant outside any. */
    static EffectiveSettings of(Configuration configuration, Levels levels, @Nullable UUID workspace) {
        Map<String, ObjectNode> all = new LinkedHashMap<>();
        all.put(DEFAULT, Json.ordered(configuration.defaults()));
        all.put(TENANT, levels.tenant().values());
        Map<String, Secret> secrets = new LinkedHashMap<>(secrets(levels.tenant(), TENANT));
        if (workspace != null) {
            all.put(WORKSPACE, levels.at(workspace).values());
            secrets.putAll(secrets(levels.at(workspace), WORKSPACE));
        }
        return of(configuration, all, secrets);
    }

    /** What was set at one level alone. */
    static EffectiveSettings ofLevel(Configuration configuration, Level level) {
        String name = level.workspace() == null ? TENANT : WORKSPACE;
        return of(configuration, Map.of(name, level.values()), secrets(level, name));
    }

    /** What is kept of settings that are not secret any more, or were not yet, is not shown as what it is not. */
    private static EffectiveSettings of(
            Configuration configuration, Map<String, ObjectNode> levels, Map<String, Secret> secrets) {
        List<String> hidden = configuration.secrets();
        secrets.keySet().retainAll(hidden);
        return new EffectiveSettings(
                SettingsMerge.merged(List.copyOf(levels.values())).remove(hidden),
                SettingsMerge.origins(levels).remove(hidden),
                secrets);
    }

    private static Map<String, Secret> secrets(Level level, String name) {
        return level.secrets().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> new Secret(name, level.workspace(), entry.getValue()),
                        (one, other) -> one,
                        LinkedHashMap::new));
    }

    /**
     * A secret that is set.
     *
     * @param origin the name of its level
     * @param workspace the workspace whose it is; null for the tenant's
     * @param sealed what is kept of it
     */
    record Secret(String origin, @Nullable UUID workspace, SealedSecret sealed) {}
}
