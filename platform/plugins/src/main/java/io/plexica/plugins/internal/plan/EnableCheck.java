package io.plexica.plugins.internal.plan;

import io.plexica.api.manifest.PluginManifest;
import io.plexica.api.problem.ErrorCode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Whether what is to be enabled gets along with what is, runs, is free, and may be brought by whoever asks. Pure. */
final class EnableCheck {

    private EnableCheck() {}

    /**
     * What stands against steps that enable plugins or move them.
     *
     * @param needed the ids of all plugins that take part, also where nothing is to be done to them
     */
    static List<Problem> problems(Snapshot snapshot, String pluginId, List<Step> steps, Collection<String> needed) {
        List<Problem> problems = new ArrayList<>();
        for (Step step : steps) {
            String idle = snapshot.idle().get(step.plugin());
            if (idle != null) {
                problems.add(Problem.of(ErrorCode.PLUGIN_UNAVAILABLE, step.plugin() + " does not run: " + idle));
            }
        }
        problems.addAll(enemies(snapshot, steps));
        problems.addAll(rights(snapshot, pluginId, steps));
        Map<String, Problem> busy = new LinkedHashMap<>();
        snapshot.installations().stream()
                .filter(other -> other.operation() != null)
                .filter(other -> needed.contains(other.plugin().id()))
                .forEach(other -> busy.put(other.plugin().id(), WorkInProgress.with(other, pluginId)));
        steps.forEach(
                step -> WorkInProgress.related(snapshot, step.plugin().id()).forEach(busy::putIfAbsent));
        problems.addAll(busy.values());
        return problems;
    }

    private static List<Problem> enemies(Snapshot snapshot, List<Step> steps) {
        Map<String, PluginManifest> enabled = new LinkedHashMap<>();
        snapshot.enabledBeside("").forEach(manifest -> enabled.put(manifest.id(), manifest));
        for (Step step : steps) {
            if (step.version() != null && isToBeEnabled(snapshot, step)) {
                enabled.put(step.plugin().id(), step.version().manifest());
            }
        }
        List<Problem> problems = new ArrayList<>();
        Set<String> told = new TreeSet<>();
        for (Step step : steps) {
            PluginManifest mine = enabled.get(step.plugin().id());
            List<String> enemies = mine == null ? List.of() : enemies(mine, enabled.values(), told);
            if (!enemies.isEmpty()) {
                problems.add(Problem.conflict(
                        "conflicting-plugins",
                        step.plugin().id() + " cannot be enabled beside " + String.join(", ", enemies)));
            }
        }
        return problems;
    }

    /** Each pair is told once. */
    private static List<String> enemies(PluginManifest mine, Collection<PluginManifest> all, Set<String> told) {
        return all.stream()
                .filter(other -> mine.conflicts().contains(other.id())
                        || other.conflicts().contains(mine.id()))
                .map(PluginManifest::id)
                .filter(other -> !told.contains(other + " " + mine.id()))
                .filter(other -> told.add(mine.id() + " " + other))
                .sorted()
                .toList();
    }

    private static boolean isToBeEnabled(Snapshot snapshot, Step step) {
        return step.action() == Action.INSTALL
                || step.action() == Action.ENABLE
                || snapshot.find(step.plugin().id())
                        .filter(installation -> installation.enabled())
                        .isPresent();
    }

    /** What comes along needs the same rights as if it came alone. */
    private static List<Problem> rights(Snapshot snapshot, String pluginId, List<Step> steps) {
        List<Problem> problems = new ArrayList<>();
        for (Step step : steps) {
            boolean comesAlong = !step.plugin().id().equals(pluginId);
            boolean lacks = step.action() == Action.INSTALL
                    ? !snapshot.rights().install()
                    : !snapshot.rights().enable();
            if (comesAlong && lacks) {
                String key = step.action() == Action.INSTALL ? "core:plugins:install" : "core:plugins:enable";
                problems.add(new Problem(
                        ErrorCode.PERMISSION_DENIED,
                        "",
                        step.plugin() + " would have to come along ("
                                + step.action().word() + "), for which you need " + key,
                        Map.of("requiredPermissions", List.of(key))));
            }
        }
        return problems;
    }
}
