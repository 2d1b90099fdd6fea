package io.plexica.plugins.internal.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import io.plexica.api.manifest.SemanticVersion;
import io.plexica.api.problem.FieldError;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.osgi.framework.VersionRange;

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

    private static final Duration SHORTEST = Duration.ofMillis(1);
    private static final Duration LONGEST = Duration.ofHours(24);

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
        rules.ranges();
        rules.limits();
        rules.paths();
        rules.later();
        rules.problems.addAll(WebRules.problems(manifest.path("web")));
        return rules.problems;
    }

    private void identity() {
        if (RESERVED.contains(id)) {
            add("/id", "'" + id + "' is reserved for the platform");
        }
        JsonNode version = manifest.path("version");
        if (version.isTextual() && SemanticVersion.parse(version.asText()).isEmpty()) {
            add("/version", "'" + version.asText() + "' is no semantic version such as 1.2.3");
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

    private void ranges() {
        range("/platform", manifest.path("platform"));
        each("/dependencies", (pointer, dependency) -> range(pointer + "/version", dependency.path("version")));
    }

    private void range(String pointer, JsonNode range) {
        if (!range.isTextual()) {
            return;
        }
        try {
            if (VersionRange.valueOf(range.asText().strip()).isEmpty()) {
                add(pointer, "'" + range.asText() + "' is a range without any version in it");
            }
        } catch (IllegalArgumentException e) {
            add(pointer, "'" + range.asText() + "' is no range of versions such as [1.0,2.0)");
        }
    }

    private void limits() {
        JsonNode timeout = manifest.at("/limits/timeout");
        if (!timeout.isTextual()) {
            return;
        }
        try {
            Duration time = Duration.parse(timeout.asText());
            if (time.compareTo(SHORTEST) < 0 || time.compareTo(LONGEST) > 0) {
                add("/limits/timeout", "must be from PT0.001S to PT24H");
            }
        } catch (DateTimeException | ArithmeticException e) {
            add("/limits/timeout", "must be a duration such as PT10S");
        }
    }

    private void paths() {
        for (String pointer : List.of("/web/routePrefix", "/api/healthCheck", "/runtime/healthCheck")) {
            String path = manifest.at(pointer).asText("");
            if (path.contains("//") || (path + "/").contains("/./")) {
                add(pointer, "'" + path + "' has an empty part: say a path such as /crm");
            }
        }
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
