package io.plexica.plugins.internal.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import io.plexica.api.manifest.PluginManifest;
import io.plexica.api.problem.FieldError;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Checks JSON against a JSON Schema 2020-12 and says what is wrong in plain words. Safe for all threads. */
final class SchemaCheck {

    private static final String MANIFEST_SCHEMA = "META-INF/plexica/plugin.schema.json";
    private static final String META_SCHEMA = "https://json-schema.org/draft/2020-12/schema";

    private final JsonNode source;
    private final JsonSchema schema;

    private SchemaCheck(JsonNode source, JsonSchema schema) {
        this.source = source;
        this.schema = schema;
    }

    /** The published schema of manifests. */
    static SchemaCheck ofManifest() {
        try (InputStream in = PluginManifest.class.getClassLoader().getResourceAsStream(MANIFEST_SCHEMA)) {
            if (in == null) {
                throw new IllegalStateException("The API does not hold " + MANIFEST_SCHEMA);
            }
            return of(new ObjectMapper().readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A schema that somebody wrote. */
    static SchemaCheck of(JsonNode source) {
        return inLibrary(() -> new SchemaCheck(source, factory().getSchema(source, config())));
    }

    /** The schema of schemas. */
    static SchemaCheck ofSchemas() {
        return inLibrary(() -> {
            JsonSchema schema = factory().getSchema(SchemaLocation.of(META_SCHEMA), config());
            return new SchemaCheck(schema.getSchemaNode(), schema);
        });
    }

    /** All that is wrong, by pointer. */
    List<FieldError> problems(JsonNode value) {
        Set<ValidationMessage> messages = inLibrary(() -> schema.validate(value));
        List<String> alternatives = messages.stream()
                .filter(message -> message.getType().equals("oneOf"))
                .map(message -> message.getInstanceLocation().toString())
                .toList();
        return messages.stream()
                .filter(message -> message.getType().equals("oneOf") || !isWithin(message, alternatives))
                .map(this::inWords)
                .distinct()
                .sorted(Comparator.comparing(FieldError::pointer))
                .toList();
    }

    /** What is wrong with each alternative only confuses; that none fits is enough. */
    private static boolean isWithin(ValidationMessage message, List<String> alternatives) {
        String at = message.getInstanceLocation().toString();
        return alternatives.stream().anyMatch(place -> at.equals(place) || at.startsWith(place + "/"));
    }

    private FieldError inWords(ValidationMessage message) {
        String at = message.getInstanceLocation().toString();
        return switch (message.getType()) {
            case "additionalProperties" ->
                new FieldError(at + "/" + message.getProperty(), unknown(message.getProperty(), known(message)));
            case "required" -> new FieldError(at + "/" + message.getProperty(), "is missing");
            case "oneOf" -> new FieldError(at, "has none of the forms that are possible here");
            default -> new FieldError(at, withoutPlace(message.getMessage()));
        };
    }

    private static String unknown(String key, Set<String> known) {
        return "is unknown"
                + Nearest.of(key, known)
                        .map(near -> "; did you mean '" + near + "'?")
                        .orElse("");
    }

    /** The keys that the schema knows where an unknown one stands. */
    private Set<String> known(ValidationMessage message) {
        String keyword = message.getSchemaLocation().getFragment().toString();
        String parent = keyword.substring(0, Math.max(0, keyword.lastIndexOf('/')));
        JsonNode properties = source.at(parent).path("properties");
        return properties.properties().stream().map(java.util.Map.Entry::getKey).collect(Collectors.toSet());
    }

    /** The library begins its sentences with the place. */
    private static String withoutPlace(String text) {
        int colon = text.indexOf(": ");
        return colon < 0 ? text : text.substring(colon + 2);
    }

    private static JsonSchemaFactory factory() {
        // Schemas come from this JVM only: a $ref must not make the platform call out.
        return JsonSchemaFactory.getInstance(
                VersionFlag.V202012, builder -> builder.schemaLoaders(loaders -> loaders.values(list -> list.clear())));
    }

    private static SchemaValidatorsConfig config() {
        return SchemaValidatorsConfig.builder()
                .pathType(PathType.JSON_POINTER)
                .formatAssertionsEnabled(true)
                .locale(Locale.ENGLISH)
                .build();
    }

    /** The library finds its own resources through the thread's class loader. */
    private static <T> T inLibrary(Supplier<T> work) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(JsonSchema.class.getClassLoader());
        try {
            return work.get();
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
