package io.plexica.plugins.internal.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import io.plexica.api.problem.FieldError;
import java.util.ArrayList;
import java.util.List;

/** Whether the settings that a plugin describes make sense: a valid schema, fitting defaults, secrets that exist. */
final class ConfigurationRules {

    private ConfigurationRules() {}

    static List<FieldError> problems(JsonNode configuration) {
        List<FieldError> problems = new ArrayList<>();
        JsonNode schema = configuration.path("schema");
        if (!schema.isObject()) {
            return problems;
        }
        if (refersElsewhere(schema)) {
            problems.add(new FieldError("/configuration/schema", "refers to another document: only '#…' is possible"));
            return problems;
        }
        SchemaCheck.ofSchemas()
                .problems(schema)
                .forEach(problem -> problems.add(below("/configuration/schema", problem)));
        if (problems.isEmpty()) {
            secrets(configuration, problems);
            defaults(configuration, problems);
        }
        return problems;
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

    private static void defaults(JsonNode configuration, List<FieldError> problems) {
        JsonNode defaults = configuration.path("defaults");
        if (!defaults.isObject()) {
            return;
        }
        SchemaCheck.of(configuration.path("schema")).problems(defaults).stream()
                .filter(problem -> !problem.message().equals("is missing"))
                .forEach(problem -> problems.add(below("/configuration/defaults", problem)));
    }

    private static FieldError below(String place, FieldError problem) {
        return new FieldError(place + problem.pointer(), problem.message());
    }

    private static boolean refersElsewhere(JsonNode schema) {
        for (String keyword : List.of("$ref", "$dynamicRef")) {
            for (JsonNode target : schema.findValues(keyword)) {
                if (target.isTextual() && !target.asText().startsWith("#")) {
                    return true;
                }
            }
        }
        return false;
    }
}
