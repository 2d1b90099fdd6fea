package io.plexica.plugins.internal.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plexica.api.problem.FieldError;
import java.util.ArrayList;
import java.util.List;

/** Whether the settings that a plugin describes make sense: a valid schema, fitting defaults, secrets that exist. */
final class ConfigurationRules {

    private static final String SCHEMA = "/configuration/schema";

    private ConfigurationRules() {}

    static List<FieldError> problems(JsonNode configuration) {
        List<FieldError> problems = new ArrayList<>();
        JsonNode schema = configuration.path("schema");
        if (!schema.isObject() || schema.isEmpty()) {
            without(configuration, problems);
            return problems;
        }
        SchemaCheck.ofSchemas().problems(schema).forEach(problem -> problems.add(below(SCHEMA, problem)));
        if (problems.isEmpty()) {
            SchemaRules.problems(schema).forEach(problem -> problems.add(below(SCHEMA, problem)));
            type(schema.path("type"), problems);
        }
        if (problems.isEmpty()) {
            SchemaCheck check = SchemaCheck.of(schema);
            check.unusable().ifPresent(reason -> problems.add(new FieldError(SCHEMA, reason)));
            secrets(configuration, problems);
            defaults(check, configuration.path("defaults"), problems);
            suggested(check, schema.path("properties"), problems);
        }
        return problems;
    }

    /** Settings that no schema describes are none. */
    private static void without(JsonNode configuration, List<FieldError> problems) {
        for (String member : List.of("defaults", "secrets")) {
            if (!configuration.path(member).isEmpty()) {
                problems.add(new FieldError(
                        "/configuration/" + member,
                        "is about settings that no schema describes: add configuration.schema"));
            }
        }
    }

    private static void type(JsonNode type, List<FieldError> problems) {
        boolean fits = type.isMissingNode() || type.asText().equals("object");
        for (JsonNode one : type) {
            fits |= one.asText().equals("object");
        }
        if (!fits) {
            problems.add(new FieldError(SCHEMA + "/type", "must be 'object', for that is what settings are"));
        }
    }

    private static void secrets(JsonNode configuration, List<FieldError> problems) {
        JsonNode secrets = configuration.path("secrets");
        for (int i = 0; i < secrets.size(); i++) {
            String name = secrets.get(i).asText();
            if (!configuration.at("/schema/properties").has(name)) {
                problems.add(
                        new FieldError("/configuration/secrets/" + i, "'" + name + "' is no setting of the schema"));
            }
            if (configuration.path("defaults").has(name)
                    || !configuration
                            .at("/schema/properties/" + pointer(name) + "/default")
                            .isMissingNode()) {
                problems.add(new FieldError(
                        "/configuration/secrets/" + i,
                        "'" + name + "' has a default, which everybody could read: each tenant sets its own"));
            }
        }
    }

    private static String pointer(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    private static void defaults(SchemaCheck check, JsonNode defaults, List<FieldError> problems) {
        if (!defaults.isObject()) {
            return;
        }
        check.problems(defaults).stream()
                .filter(problem -> !problem.message().equals("is missing"))
                .forEach(problem -> problems.add(below("/configuration/defaults", problem)));
    }

    /** The values that forms suggest. */
    private static void suggested(SchemaCheck check, JsonNode properties, List<FieldError> problems) {
        properties.properties().forEach(property -> {
            JsonNode value = property.getValue().path("default");
            String at = "/" + pointer(property.getKey());
            if (!value.isMissingNode()) {
                ObjectNode alone = JsonNodeFactory.instance.objectNode();
                alone.set(property.getKey(), value);
                check.problems(alone).stream()
                        .filter(problem -> (problem.pointer() + "/").startsWith(at + "/"))
                        .filter(problem -> !problem.message().equals("is missing"))
                        .findFirst()
                        .ifPresent(problem -> problems.add(
                                new FieldError(SCHEMA + "/properties" + at + "/default", problem.message())));
            }
        });
    }

    private static FieldError below(String place, FieldError problem) {
        return new FieldError(place + problem.pointer(), problem.message());
    }
}
