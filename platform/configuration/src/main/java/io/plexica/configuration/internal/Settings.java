package io.plexica.configuration.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** All settings that the installed rooms declare. Immutable. */
final class Settings {

    private final Map<String, Map<String, Setting>> byPid = new TreeMap<>();

    Settings(Collection<Setting> declared) {
        for (Setting setting : declared) {
            byPid.computeIfAbsent(setting.pid(), pid -> new TreeMap<>()).put(setting.key(), setting);
        }
    }

    /** The configurations there are. */
    Collection<String> pids() {
        return byPid.keySet();
    }

    /** The settings of one configuration; empty when there is no such. */
    Collection<Setting> of(String pid) {
        return byPid.getOrDefault(pid, Map.of()).values();
    }

    /** The keys of one configuration. */
    Collection<String> keys(String pid) {
        return byPid.getOrDefault(pid, Map.of()).keySet();
    }

    /** A setting by its key. */
    Optional<Setting> find(String pid, String key) {
        return Optional.ofNullable(byPid.getOrDefault(pid, Map.of()).get(key));
    }

    /** All settings, by configuration and key. */
    List<Setting> all() {
        List<Setting> all = new ArrayList<>();
        byPid.values().forEach(settings -> all.addAll(settings.values()));
        return all;
    }

    /** Every variable that may stand in the environment. */
    Collection<String> variables() {
        Collection<String> variables = new TreeSet<>(OtherVariable.variables());
        all().forEach(setting -> variables.add(setting.variable()));
        return variables;
    }
}
