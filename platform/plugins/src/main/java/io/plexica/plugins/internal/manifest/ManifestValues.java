package io.plexica.plugins.internal.manifest;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.plexica.api.manifest.PluginManifest;
import io.plexica.api.manifest.PluginManifest.Author;
import io.plexica.api.manifest.PluginManifest.Configuration;
import io.plexica.api.manifest.PluginManifest.Dependency;
import io.plexica.api.manifest.PluginManifest.Feature;
import io.plexica.api.manifest.PluginManifest.Permission;
import io.plexica.api.manifest.PluginManifest.Tables;
import io.plexica.api.manifest.PluginManifest.Visibility;
import io.plexica.api.manifest.SemanticVersion;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Turns the JSON of an accepted manifest into values. */
final class ManifestValues {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private ManifestValues() {}

    static PluginManifest of(JsonNode json) {
        return new PluginManifest(
                json.path("id").asText(),
                json.path("name").asText(),
                SemanticVersion.parse(json.path("version").asText()).orElseThrow(),
                text(json, "description"),
                author(json.path("author")),
                text(json, "license"),
                text(json, "category"),
                texts(json.path("tags")),
                text(json, "icon"),
                text(json, "homepage"),
                text(json, "repository"),
                texts(json.path("screenshots")),
                text(json, "platform"),
                list(json.path("dependencies"), ManifestValues::dependency),
                texts(json.path("conflicts")),
                texts(json.path("plans")),
                new Visibility(texts(json.path("visibility").path("tenants"))),
                list(json.path("permissions"), ManifestValues::permission),
                tables(json.path("data")),
                configuration(json.path("configuration")),
                list(json.path("features"), ManifestValues::feature));
    }

    private static @Nullable Author author(JsonNode json) {
        return json.isObject() ? new Author(json.path("name").asText(), text(json, "email"), text(json, "url")) : null;
    }

    private static Dependency dependency(JsonNode json) {
        return new Dependency(
                json.path("plugin").asText(),
                json.path("version").asText(),
                json.path("optional").asBoolean(false));
    }

    private static Permission permission(JsonNode json) {
        return new Permission(
                json.path("key").asText(),
                json.path("name").asText(),
                text(json, "description"),
                texts(json.path("defaultRoles")),
                json.path("irreversible").asBoolean(false));
    }

    private static Tables tables(JsonNode json) {
        String migrations = text(json, "migrations");
        return new Tables(
                migrations == null ? null : migrations.replaceAll("/+$", ""),
                json.path("workspaceAware").asBoolean(false));
    }

    private static Configuration configuration(JsonNode json) {
        return new Configuration(
                object(json.path("schema")), object(json.path("defaults")), texts(json.path("secrets")));
    }

    private static Feature feature(JsonNode json) {
        return new Feature(
                json.path("key").asText(),
                json.path("name").asText(),
                json.path("default").asBoolean(true));
    }

    private static @Nullable String text(JsonNode json, String member) {
        return json.path(member).isTextual() ? json.path(member).asText() : null;
    }

    private static List<String> texts(JsonNode array) {
        return list(array, JsonNode::asText);
    }

    private static <T> List<T> list(JsonNode array, Function<JsonNode, T> each) {
        return StreamSupport.stream(array.spliterator(), false).map(each).toList();
    }

    /** {@link Configuration} copies with {@code Map.copyOf}, which takes no null values. */
    private static Map<String, Object> object(JsonNode json) {
        if (!json.isObject()) {
            return Map.of();
        }
        Map<String, Object> values = MAPPER.convertValue(json, OBJECT);
        values.values().removeIf(java.util.Objects::isNull);
        return values;
    }
}
