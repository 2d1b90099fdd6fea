package io.plexica.plugins.internal.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SettingsMergeTest {

    private final ObjectNode defaults = object("{\"a\":1,\"o\":{\"x\":1,\"y\":1},\"l\":[1,2],\"m\":{\"x\":1}}");
    private final ObjectNode tenant = object("{\"o\":{\"y\":2},\"l\":[3],\"m\":5}");
    private final ObjectNode workspace = object("{\"a\":3,\"m\":{\"y\":3}}");

    @Test
    void objects_merge_member_by_member_and_everything_else_is_replaced() {
        assertThat(SettingsMerge.merged(List.of(defaults, tenant, workspace)))
                .isEqualTo(object("{\"a\":3,\"o\":{\"x\":1,\"y\":2},\"l\":[3],\"m\":{\"y\":3}}"));
    }

    @Test
    void levels_stay_as_they_are() {
        ObjectNode before = defaults.deepCopy();

        SettingsMerge.merged(List.of(defaults, tenant, workspace))
                .withObject("/o")
                .put("x", 99);

        assertThat(defaults).isEqualTo(before);
    }

    @Test
    void each_setting_comes_from_the_highest_level_that_set_it() {
        Map<String, ObjectNode> levels = new LinkedHashMap<>();
        levels.put("default", defaults);
        levels.put("tenant", tenant);
        levels.put("workspace", workspace);

        assertThat(SettingsMerge.origins(levels))
                .isEqualTo(object("{\"a\":\"workspace\",\"o\":{\"x\":\"default\",\"y\":\"tenant\"},\"l\":\"tenant\","
                        + "\"m\":{\"y\":\"workspace\"}}"));
    }

    @Test
    void an_empty_object_has_an_origin_too() {
        assertThat(SettingsMerge.origins(Map.of("tenant", object("{\"o\":{}}"))))
                .isEqualTo(object("{\"o\":\"tenant\"}"));
    }

    private static ObjectNode object(String json) {
        return (ObjectNode) Json.read(json);
    }
}
