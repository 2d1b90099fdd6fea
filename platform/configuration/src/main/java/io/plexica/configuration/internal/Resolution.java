package io.plexica.configuration.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What holds when defaults, files and environment are laid over each other, or what is wrong with them.
 *
 * @param values the values of every configuration, by its name; those with a problem of their own are missing
 * @param problems everything that is wrong, by the configuration that it belongs to; what belongs to none is under the
 *     empty name
 */
record Resolution(Map<String, Map<String, Object>> values, Map<String, List<String>> problems) {

    private static final String NOBODYS = "";

    /** All that is wrong. */
    List<String> allProblems() {
        return problems.values().stream().flatMap(List::stream).toList();
    }

    /** Lays files over defaults and the environment over files. */
    static Resolution of(Settings settings, Map<String, Map<String, String>> files, Map<String, String> environment) {
        Sources sources = new Sources(settings, files, environment);
        Resolution resolution = new Resolution(new TreeMap<>(), new TreeMap<>());
        resolution.blame(NOBODYS, unknownVariables(settings, environment));
        resolution.blame(NOBODYS, RequiredCredentials.missing(sources));
        files.forEach((pid, entries) -> resolution.blame(pid, unknownKeys(settings, pid, entries)));
        for (String pid : settings.pids()) {
            settings.of(pid).forEach(setting -> resolution.add(setting, sources.of(setting)));
        }
        resolution.values.keySet().removeAll(resolution.problems.keySet());
        return resolution;
    }

    private void add(Setting setting, Sources.Source source) {
        try {
            values.computeIfAbsent(setting.pid(), pid -> new TreeMap<>())
                    .put(setting.key(), SettingParser.parse(setting, source.text()));
        } catch (InvalidSettingException e) {
            blame(setting.pid(), List.of(source.name() + " " + e.getMessage() + ", not \"" + source.text() + "\""));
        }
    }

    private void blame(String pid, List<String> more) {
        if (!more.isEmpty()) {
            problems.computeIfAbsent(pid, p -> new ArrayList<>()).addAll(more);
        }
    }

    private static List<String> unknownVariables(Settings settings, Map<String, String> environment) {
        return environment.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(OtherVariable.PREFIX))
                .filter(entry -> !entry.getValue().isBlank())
                .map(Map.Entry::getKey)
                .filter(name -> !settings.variables().contains(name))
                .sorted()
                .map(name -> "there is no setting " + name + NearestName.hint(name, settings.variables()))
                .toList();
    }

    private static List<String> unknownKeys(Settings settings, String pid, Map<String, String> entries) {
        if (!settings.pids().contains(pid)) {
            return List.of("there is nothing to set by etc/" + pid + ".cfg" + NearestName.hint(pid, settings.pids()));
        }
        return entries.keySet().stream()
                .filter(key -> settings.find(pid, key).isEmpty())
                .map(key -> "etc/" + pid + ".cfg: there is no key " + key + NearestName.hint(key, settings.keys(pid)))
                .toList();
    }
}
