package io.plexica.plugins.internal.store;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plexica.spi.identity.Principal;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a tenant, or one workspace of it, has decided about a plugin. Immutable: nobody changes the values.
 *
 * @param workspace null for the tenant itself
 * @param values settings, without secrets
 * @param secrets the secret ones, by name
 * @param enabled whether the plugin is on there; always so for the tenant itself
 * @param enabledFeatures features that are switched on there
 * @param disabledFeatures features that are switched off there
 * @param version grows with every change; 0 where nothing was ever decided
 * @param changedAt when it was changed last
 * @param changedBy by whom
 * @param changedByEmail their address
 */
public record Level(
        @Nullable UUID workspace,
        ObjectNode values,
        Map<String, SealedSecret> secrets,
        boolean enabled,
        Set<String> enabledFeatures,
        Set<String> disabledFeatures,
        long version,
        @Nullable Instant changedAt,
        @Nullable UUID changedBy,
        @Nullable String changedByEmail) {

    public Level {
        secrets = Map.copyOf(secrets);
        enabledFeatures = Set.copyOf(enabledFeatures);
        disabledFeatures = Set.copyOf(disabledFeatures);
    }

    /** Where nothing was ever decided: no settings, the plugin is on, with all its features as they come. */
    public static Level undecided(@Nullable UUID workspace) {
        return new Level(
                workspace,
                JsonNodeFactory.instance.objectNode(),
                Map.of(),
                true,
                Set.of(),
                Set.of(),
                0,
                null,
                null,
                null);
    }

    /** The same with other settings. */
    public Level with(ObjectNode newValues, Map<String, SealedSecret> newSecrets) {
        return new Level(
                workspace,
                newValues,
                newSecrets,
                enabled,
                enabledFeatures,
                disabledFeatures,
                version,
                changedAt,
                changedBy,
                changedByEmail);
    }

    /** The same switched on or off, with other features. */
    public Level switched(boolean on, Set<String> featuresOn, Set<String> featuresOff) {
        return new Level(
                workspace, values, secrets, on, featuresOn, featuresOff, version, changedAt, changedBy, changedByEmail);
    }

    /** The same as the next version of it, changed now. */
    public Level changed(@Nullable Principal by) {
        return new Level(
                workspace,
                values,
                secrets,
                enabled,
                enabledFeatures,
                disabledFeatures,
                version + 1,
                Instant.now().truncatedTo(java.time.temporal.ChronoUnit.MICROS),
                by == null ? null : by.id(),
                by == null ? null : by.email());
    }
}
