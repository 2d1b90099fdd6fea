package io.plexica.plugins.internal.manifest;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.plexica.api.manifest.Contribution;
import io.plexica.api.manifest.Job;
import io.plexica.api.manifest.PluginManifest;
import io.plexica.api.manifest.PluginManifest.Author;
import io.plexica.api.manifest.PluginManifest.Configuration;
import io.plexica.api.manifest.PluginManifest.Dependency;
import io.plexica.api.manifest.PluginManifest.Events;
import io.plexica.api.manifest.PluginManifest.Feature;
import io.plexica.api.manifest.PluginManifest.Limits;
import io.plexica.api.manifest.PluginManifest.Permission;
import io.plexica.api.manifest.PluginManifest.Tables;
import io.plexica.api.manifest.PluginManifest.Translations;
import io.plexica.api.manifest.PluginManifest.Visibility;
import io.plexica.api.manifest.Policy;
import io.plexica.api.manifest.SemanticVersion;
import io.plexica.api.manifest.ServiceNeed;
import io.plexica.api.manifest.ServiceOffer;
import io.plexica.api.manifest.Services;
import io.plexica.api.manifest.Web;
import java.time.Duration;
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
                list(json.path("features"), ManifestValues::feature),
                list(json.path("policies"), ManifestValues::policy),
                text(json.path("api"), "healthCheck"),
                new Events(
                        texts(json.path("events").path("publishes")),
                        texts(json.path("events").path("subscribes"))),
                list(json.path("jobs"), ManifestValues::job),
                new Services(
                        list(json.path("services").path("provides"), ManifestValues::offer),
                        list(json.path("services").path("requires"), ManifestValues::need)),
                web(json.path("web")),
                new Translations(
                        texts(json.path("translations").path("namespaces")),
                        texts(json.path("translations").path("locales"))),
                limits(json.path("limits")));
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

    private static Policy policy(JsonNode json) {
        return new Policy(
                json.path("name").asText(),
                text(json, "description"),
                json.path("permission").asText(),
                json.path("effect").asText(),
                object(json.path("conditions")),
                json.path("priority").asInt(0));
    }

    private static Job job(JsonNode json) {
        return new Job(json.path("name").asText(), text(json, "schedule"), duration(json, "timeout"));
    }

    private static ServiceOffer offer(JsonNode json) {
        return new ServiceOffer(json.path("name").asText(), json.path("version").asText());
    }

    private static ServiceNeed need(JsonNode json) {
        return new ServiceNeed(
                json.path("name").asText(),
                json.path("version").asText(),
                json.path("optional").asBoolean(false));
    }

    private static Web web(JsonNode json) {
        JsonNode sandbox = json.path("sandbox");
        return new Web(
                text(json, "remoteEntry"),
                text(json, "routePrefix"),
                sandbox.isBoolean() ? sandbox.asBoolean() : null,
                list(json.path("contributions"), ManifestValues::contribution));
    }

    private static Contribution contribution(JsonNode json) {
        return new Contribution(
                json.path("point").asText(),
                json.path("module").asText(),
                text(json, "label"),
                text(json, "icon"),
                json.path("order").asInt(0),
                text(json, "permission"));
    }

    private static Limits limits(JsonNode json) {
        return new Limits(number(json, "maxConcurrency"), duration(json, "timeout"), number(json, "queue"));
    }

    private static @Nullable Duration duration(JsonNode json, String member) {
        String text = text(json, member);
        return text == null ? null : Duration.parse(text);
    }

    private static @Nullable Integer number(JsonNode json, String member) {
        return json.path(member).isInt() ? Integer.valueOf(json.path(member).asInt()) : null;
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
