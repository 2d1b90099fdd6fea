package io.plexica.plugins.internal.configuration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plexica.api.manifest.PluginManifest.Configuration;
import java.util.Map;

/** The schema as a form needs it: with the manifest's defaults as defaults, and secrets as what can only be written. Pure. */
final class FormSchema {

    private static final String PROPERTIES = "properties";

    private FormSchema() {}

    static ObjectNode of(Configuration configuration) {
        ObjectNode schema = Json.ordered(configuration.schema());
        fill(schema, Json.object(configuration.defaults()));
        for (String secret : configuration.secrets()) {
            if (schema.path(PROPERTIES).path(secret) instanceof ObjectNode property) {
                property.put("writeOnly", true);
                property.remove("default");
            }
        }
        return schema;
    }

    private static void fill(ObjectNode schema, ObjectNode defaults) {
        for (Map.Entry<String, JsonNode> setting : defaults.properties()) {
            if (!(schema.path(PROPERTIES).path(setting.getKey()) instanceof ObjectNode property)) {
                continue;
            }
            if (setting.getValue() instanceof ObjectNode members
                    && property.path(PROPERTIES).isObject()) {
                fill(property, members);
            } else {
                property.set("default", setting.getValue());
            }
        }
    }
}
