package io.plexica.plugins.internal.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plexica.api.manifest.PluginManifest.Configuration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FormSchemaTest {

    @Test
    void defaults_stand_at_their_settings_and_secrets_can_only_be_written() {
        Configuration configuration = new Configuration(
                plain("{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"integer\"},\"key\":{\"type\":\"string\"},"
                        + "\"o\":{\"properties\":{\"x\":{}}},\"free\":{}}}"),
                plain("{\"a\":1,\"key\":\"never\",\"o\":{\"x\":2,\"unknown\":3},\"free\":{\"x\":4}}"),
                List.of("key"));

        assertThat(FormSchema.of(configuration))
                .isEqualTo(Json.read("{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"integer\",\"default\":1},"
                        + "\"key\":{\"type\":\"string\",\"writeOnly\":true},"
                        + "\"o\":{\"properties\":{\"x\":{\"default\":2}}},\"free\":{\"default\":{\"x\":4}}}}"));
    }

    @Test
    void a_plugin_without_a_schema_has_an_empty_form() {
        assertThat(FormSchema.of(new Configuration(Map.of(), Map.of(), List.of())))
                .isEmpty();
    }

    private static Map<String, Object> plain(String json) {
        return Json.plain((ObjectNode) Json.read(json));
    }
}
