package io.plexica.plugins.internal.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import io.plexica.api.manifest.SemanticVersion;
import io.plexica.api.problem.FieldError;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a schema cannot say of a manifest. Looks at what has the right form only; the rest is the schema's business. */
final class ManifestRules {

    private static final Set<String> RESERVED = Set.of(
            "admin",
            "api",
            "app",
            "console",
            "core",
            "current",
            "deploy",
            "global",
            "health",
            "info",
            "internal",
            "metrics",
            "platform",
            "plexica",
            "plugin",
            "plugins",
            "public",
            "shared",
            "system",
            "tenant",
            "tenants",
            "www");

    private final JsonNode manifest;
    private final String id;
    private final List<FieldError> problems = new ArrayList<>();

    private ManifestRules(JsonNode manifest) {
        this.manifest = manifest;
        this.id = manifest.path("id").asText("");
    }

    static List<FieldError> problems(JsonNode manifest) {
        ManifestRules rules = new ManifestRules(manifest);
        rules.identity();
        rules.permissions();
        rules.others();
        rules.later();
        return rules.problems;
    }

    private void identity() {
        if (RESERVED.contains(id)) {
            add("/id", "'" + id + "' is reserved for the platform");
        }
        JsonNode version = manifest.path("version");
        if (version.isTextual() && SemanticVersion.parse(version.asText()).isEmpty()) {
            add("/version", "'" + version.asText() + "' is no semantic version such as 1.0.0");
        }
    }

    private void permissions() {
        Set<String> seen = new HashSet<>();
        each("/permissions", (pointer, permission) -> {
            String key = permission.path("key").asText("");
            if (!id.isEmpty() && key.contains(":") && !key.startsWith(id + ":")) {
                add(pointer + "/key", "'" + key + "' does not begin with '" + id + ":', the plugin's own id");
            }
            once(seen, key, pointer + "/key");
        });
        each("/policies", (pointer, policy) -> {
            String pattern = policy.path("permission").asText("");
            if (!id.isEmpty() && pattern.contains(":") && !pattern.startsWith(id + ":")) {
                add(
                        pointer + "/permission",
                        "'" + pattern + "' does not begin with '" + id + ":', the plugin's own id");
            }
        });
    }

    private void others() {
        Set<String> needed = new HashSet<>();
        each("/dependencies", (pointer, dependency) -> {
            String plugin = dependency.path("plugin").asText("");
            notItself(plugin, pointer + "/plugin");
            once(needed, plugin, pointer + "/plugin");
        });
        each("/conflicts", (pointer, conflict) -> {
            notItself(conflict.asText(""), pointer);
            if (needed.contains(conflict.asText(""))) {
                add(pointer, "'" + conflict.asText() + "' is also among the dependencies");
            }
        });
        unique("/features", "key");
        unique("/jobs", "name");
        each("/events/publishes", (pointer, event) -> {
            if (!id.isEmpty() && event.isTextual() && !event.asText().startsWith(id + ".")) {
                add(pointer, "'" + event.asText() + "' does not begin with '" + id + ".', the plugin's own id");
            }
        });
    }

    private void later() {
        if (manifest.at("/runtime/type").asText("").equals("remote")) {
            add("/runtime/type", "'remote' is not supported by this platform: only 'osgi' is");
        }
    }

    private void unique(String array, String member) {
        Set<String> seen = new HashSet<>();
        each(array, (pointer, item) -> once(seen, item.path(member).asText(""), pointer + "/" + member));
    }

    private void notItself(String plugin, String pointer) {
        if (!id.isEmpty() && plugin.equals(id)) {
            add(pointer, "is the plugin itself");
        }
    }

    private void once(Set<String> seen, String value, String pointer) {
        if (!value.isEmpty() && !seen.add(value)) {
            add(pointer, "'" + value + "' is there more than once");
        }
    }

    private void add(String pointer, String message) {
        problems.add(new FieldError(pointer, message));
    }

    private void each(String array, Rule rule) {
        JsonNode items = manifest.at(array);
        for (int i = 0; items.isArray() && i < items.size(); i++) {
            rule.check(array + "/" + i, items.get(i));
        }
    }

    /** A rule about one item of an array. */
    private interface Rule {
        void check(String pointer, JsonNode item);
    }
}
