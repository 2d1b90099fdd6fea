package io.plexica.plugins.internal.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.plexica.api.problem.FieldError;
import io.plexica.plugins.internal.configuration.ConfigurationState;
import io.plexica.plugins.internal.rest.InstallationView.By;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a plugin over the network.
 *
 * @param values settings without secrets
 * @param origins where each comes from: default, tenant or workspace
 * @param secrets whether each secret is set, and where
 * @param schema JSON Schema 2020-12, ready for a form
 * @param problems what the schema has against what holds here, as after an upgrade
 */
public record ConfigurationView(
        JsonNode values,
        JsonNode origins,
        Map<String, SecretView> secrets,
        JsonNode schema,
        List<FieldError> problems,
        @Nullable Instant changedAt,
        @Nullable By changedBy) {

    /** What there is to say of settings. */
    public static ConfigurationView of(ConfigurationState state) {
        Map<String, SecretView> secrets = new TreeMap<>();
        state.secrets().forEach((name, origin) -> secrets.put(name, new SecretView(origin != null, origin)));
        UUID by = state.changedBy();
        return new ConfigurationView(
                state.values(),
                state.origins(),
                secrets,
                state.schema(),
                state.problems(),
                state.changedAt(),
                by == null ? null : new By(by, state.changedByEmail()));
    }

    /**
     * A secret.
     *
     * @param set whether it is set
     * @param origin at which level
     */
    public record SecretView(boolean set, @Nullable String origin) {}
}
