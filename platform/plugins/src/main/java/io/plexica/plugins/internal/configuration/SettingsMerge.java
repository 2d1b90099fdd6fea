package io.plexica.plugins.internal.configuration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Lays settings over each other: objects member by member, everything else as a whole. Pure; changes none of its arguments. */
final class SettingsMerge {

    private SettingsMerge() {}

    /** What holds, given what was set at each level, the lowest first. */
    static ObjectNode merged(List<ObjectNode> levels) {
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        for (ObjectNode level : levels) {
            layOver(all, level);
        }
        return all;
    }

    /**
     * Where each setting comes from: a name for what is set as a whole, an object of names for what is merged member by member.
     *
     * @param levels what was set at each level, by its name, the lowest first
     */
    static ObjectNode origins(Map<String, ObjectNode> levels) {
        Map<String, List<Map.Entry<String, JsonNode>>> settings = new LinkedHashMap<>();
        levels.forEach((name, level) -> level.properties()
                .forEach(setting -> settings.computeIfAbsent(setting.getKey(), key -> new ArrayList<>())
                        .add(Map.entry(name, setting.getValue()))));
        ObjectNode origins = JsonNodeFactory.instance.objectNode();
        settings.forEach((key, set) -> origins.set(key, origin(set)));
        return origins;
    }

    private static JsonNode origin(List<Map.Entry<String, JsonNode>> set) {
        Map<String, ObjectNode> merging = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> level : set) {
            if (level.getValue() instanceof ObjectNode object) {
                merging.put(level.getKey(), object);
            } else {
                merging.clear();
            }
        }
        ObjectNode members = origins(merging);
        return members.isEmpty()
                ? JsonNodeFactory.instance.textNode(set.get(set.size() - 1).getKey())
                : members;
    }

    private static void layOver(ObjectNode below, ObjectNode above) {
        for (Map.Entry<String, JsonNode> setting : above.properties()) {
            JsonNode present = below.get(setting.getKey());
            if (present instanceof ObjectNode object && setting.getValue() instanceof ObjectNode more) {
                layOver(object, more);
            } else {
                below.set(setting.getKey(), setting.getValue().deepCopy());
            }
        }
    }
}
