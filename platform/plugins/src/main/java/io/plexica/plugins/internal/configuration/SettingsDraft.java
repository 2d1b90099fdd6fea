package io.plexica.plugins.internal.configuration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plexica.api.manifest.PluginManifest;
import io.plexica.api.problem.FieldError;
import io.plexica.api.problem.PlexicaException;
import io.plexica.plugins.internal.configuration.EffectiveSettings.Secret;
import io.plexica.plugins.internal.manifest.SettingsCheck;
import io.plexica.plugins.internal.store.Level;
import io.plexica.plugins.internal.store.Levels;
import io.plexica.plugins.internal.store.SealedSecret;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Makes of settings that somebody wants what is kept, or says all that is wrong with them. What counts is what would then hold: at
 * the level itself and, for a tenant's settings, in the workspaces that have settings of their own.
 *
 * @param slug the tenant
 * @param manifest the version that the tenant is on
 * @param keys what seals secrets
 * @param pointer where in the request the settings stand
 */
public record SettingsDraft(String slug, PluginManifest manifest, SecretKeys keys, String pointer) {

    private static final int LONGEST = 65_536;

    /**
     * The level with other settings. A secret that is not named is kept, one that is null goes.
     *
     * @throws PlexicaException {@code validation-failed} with everything that is wrong; {@code conflict} when there are secrets
     *     and no key
     */
    public Level of(Levels present, @Nullable UUID workspace, Map<String, ?> wanted) {
        return of(present, workspace, Json.object(wanted));
    }

    /** The same for a tree. */
    Level of(Levels present, @Nullable UUID workspace, ObjectNode wanted) {
        List<String> hidden = manifest.configuration().secrets();
        if (!hidden.isEmpty()) {
            keys.box();
        }
        ObjectNode values = wanted.deepCopy().remove(hidden);
        if (wanted.toString().length() > LONGEST) {
            throw PlexicaException.validation(
                    new FieldError(pointer, "must have at most " + LONGEST + " characters as JSON"));
        }
        Level before = present.at(workspace);
        Level level = before.with(values, secrets(before, wanted));
        demand(present.with(level), workspace, wanted);
        return level;
    }

    private Map<String, SealedSecret> secrets(Level before, ObjectNode wanted) {
        Map<String, SealedSecret> secrets = new HashMap<>(before.secrets());
        for (String name : manifest.configuration().secrets()) {
            JsonNode value = wanted.get(name);
            if (value != null && value.isNull()) {
                secrets.remove(name);
            } else if (value != null) {
                secrets.put(name, keys.box().seal(place(before.workspace(), name), value.toString()));
            }
        }
        return secrets;
    }

    private void demand(Levels levels, @Nullable UUID workspace, ObjectNode wanted) {
        List<FieldError> problems = new ArrayList<>(unknown(wanted));
        SettingsCheck.unstorable(pointer, wanted).forEach(problems::add);
        if (problems.isEmpty()) {
            List<FieldError> found = workspace == null ? everywhere(levels) : problems(levels, workspace);
            found.forEach(problem -> problems.add(new FieldError(pointer + problem.pointer(), problem.message())));
        }
        if (!problems.isEmpty()) {
            throw PlexicaException.validation(problems);
        }
    }

    /** A plugin without a schema has no settings, and a library would take any. */
    private List<FieldError> unknown(ObjectNode wanted) {
        if (!manifest.configuration().schema().isEmpty()) {
            return List.of();
        }
        return wanted.properties().stream()
                .map(setting -> new FieldError(
                        pointer + "/" + setting.getKey(), "is unknown: " + manifest.id() + " has no settings"))
                .toList();
    }

    /** What is wrong with what holds in the tenant and, beyond that, in its workspaces, by pointer within the settings. */
    List<FieldError> everywhere(Levels levels) {
        List<FieldError> here = problems(levels, null);
        List<FieldError> all = new ArrayList<>(here);
        for (UUID place : new TreeSet<>(levels.workspaces().keySet())) {
            if (all.stream().anyMatch(SettingsCheck::wasBrokenOff)) {
                // One check that takes too long is enough: there may be many workspaces.
                break;
            }
            problems(levels, place).stream()
                    .filter(problem -> !here.contains(problem))
                    .map(problem ->
                            new FieldError(problem.pointer(), problem.message() + " (in the workspace " + place + ")"))
                    .forEach(all::add);
        }
        return all;
    }

    /** What is wrong with what holds in a place, by pointer within the settings. */
    List<FieldError> problems(Levels levels, @Nullable UUID workspace) {
        if (manifest.configuration().schema().isEmpty()) {
            return List.of();
        }
        EffectiveSettings effective = EffectiveSettings.of(manifest.configuration(), levels, workspace);
        ObjectNode all = effective.values().deepCopy();
        List<FieldError> problems = new ArrayList<>();
        effective
                .secrets()
                .forEach((name, secret) -> open(name, secret)
                        .ifPresentOrElse(text -> all.set(name, Json.read(text)), () -> problems.add(lost(name))));
        new SettingsCheck(Json.object(manifest.configuration().schema()))
                .problems(all).stream()
                        .filter(problem -> problems.stream()
                                .noneMatch(lost -> lost.pointer().equals(problem.pointer())))
                        .toList()
                        .forEach(problems::add);
        return problems;
    }

    private Optional<String> open(String name, Secret secret) {
        return keys.openAnew(place(secret.workspace(), name), secret.sealed());
    }

    private String place(@Nullable UUID workspace, String name) {
        return SecretKeys.place(slug, manifest.id(), workspace, name);
    }

    private static FieldError lost(String name) {
        return new FieldError(
                "/" + name, "was kept under another key than the platform has now: set it again, or null to remove it");
    }
}
