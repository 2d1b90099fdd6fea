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
        Map<String, List<String>> problems = new TreeMap<>();
        unknownVariables(settings, environment)
                .forEach(problem -> problems.computeIfAbsent(NOBODYS, pid -> new ArrayList<>())
                        .add(problem));
        files.forEach((pid, entries) -> unknownKeys(settings, pid, entries)
                .forEach(problem ->
                        problems.computeIfAbsent(pid, p -> new ArrayList<>()).add(problem)));
        Map<String, Map<String, Object>> values = new TreeMap<>();
        for (String pid : settings.pids()) {
            Map<String, String> file = files.getOrDefault(pid, Map.of());
            values.put(pid, new TreeMap<>());
            for (Setting setting : settings.of(pid)) {
                Source source = Source.of(setting, file, environment);
                try {
                    values.get(pid).put(setting.key(), SettingParser.parse(setting, source.text()));
                } catch (InvalidSettingException e) {
                    problems.computeIfAbsent(pid, p -> new ArrayList<>())
                            .add(source.name() + " " + e.getMessage() + ", not \"" + source.text() + "\"");
                }
            }
        }
        values.keySet().removeAll(problems.keySet());
        return new Resolution(values, problems);
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

    /** Where the text of a setting comes from. */
    private record Source(String name, String text) {

        static Source of(Setting setting, Map<String, String> file, Map<String, String> environment) {
            String variable = environment.getOrDefault(setting.variable(), "");
            if (!variable.isBlank()) {
                return new Source(setting.variable(), variable);
            }
            String entry = file.get(setting.key());
            return entry == null
                    ? new Source(setting.variable(), setting.defaultText())
                    : new Source("etc/" + setting.pid() + ".cfg: " + setting.key(), entry);
        }
    }
}
