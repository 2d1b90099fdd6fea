package io.plexica.plugins.internal.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.AbsoluteIri;
import com.networknt.schema.JsonMetaSchema;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaException;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import com.networknt.schema.resource.ClasspathSchemaLoader;
import com.networknt.schema.resource.InputStreamSource;
import com.networknt.schema.resource.SchemaLoader;
import io.plexica.api.manifest.PluginManifest;
import io.plexica.api.problem.FieldError;
import io.plexica.spi.text.Nearest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Checks JSON against a JSON Schema 2020-12 and says what is wrong in plain words. Safe for all threads. */
final class SchemaCheck {

    private static final String MANIFEST_SCHEMA = "META-INF/plexica/plugin.schema.json";
    static final String META_SCHEMA = "https://json-schema.org/draft/2020-12/schema";

    private static final String OWN_SCHEMAS = "classpath:draft/2020-12/";
    private static final SchemaLoader OWN = new ClasspathSchemaLoader();
    private static final int READABLE = 60;

    private final JsonNode source;
    private final @Nullable JsonSchema schema;
    private final String unusable;
    private final Duration longest;

    private SchemaCheck(JsonNode source, @Nullable JsonSchema schema, String unusable, Duration longest) {
        this.longest = longest;
        this.source = source;
        this.schema = schema;
        this.unusable = unusable;
    }

    /** The published schema of manifests. */
    static SchemaCheck ofManifest() {
        try (InputStream in = PluginManifest.class.getClassLoader().getResourceAsStream(MANIFEST_SCHEMA)) {
            if (in == null) {
                throw new IllegalStateException("The API does not hold " + MANIFEST_SCHEMA);
            }
            return of(new ObjectMapper().readTree(in), CheckLimit.LENIENT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A schema that somebody wrote. One that cannot be used takes nothing. */
    static SchemaCheck of(JsonNode source) {
        return of(source, CheckLimit.STRICT);
    }

    private static SchemaCheck of(JsonNode source, Duration longest) {
        try {
            return inLibrary(() -> new SchemaCheck(
                    source, factory().getSchema(source, config(longest.equals(CheckLimit.LENIENT))), "", longest));
        } catch (StackOverflowError e) {
            return new SchemaCheck(source, null, "refers to itself without end", longest);
        } catch (JsonSchemaException | IllegalArgumentException e) {
            return new SchemaCheck(source, null, "cannot be used: " + e.getMessage(), longest);
        }
    }

    /** Why the schema cannot be used; empty when it can. */
    Optional<String> unusable() {
        return Optional.of(unusable).filter(reason -> !reason.isEmpty());
    }

    /** The schema of schemas. */
    static SchemaCheck ofSchemas() {
        return inLibrary(() -> {
            JsonSchema schema = factory().getSchema(SchemaLocation.of(META_SCHEMA), config(true));
            return new SchemaCheck(schema.getSchemaNode(), schema, "", CheckLimit.LENIENT);
        });
    }

    /** All that is wrong, by pointer. A check that takes too long, or goes too deep, is broken off: that is wrong, too. */
    List<FieldError> problems(JsonNode value) {
        JsonSchema usable = schema;
        if (usable == null) {
            return List.of(new FieldError("", "cannot be checked, for the schema " + unusable));
        }
        CheckLimit limit = new CheckLimit(longest);
        try {
            return inWords(inLibrary(() -> limit.within(() -> usable.validate(value))));
        } catch (StackOverflowError e) {
            return List.of(new FieldError(limit.place(), "cannot be checked: it or its schema goes too deep"));
        } catch (CheckLimit.Exceeded e) {
            return List.of(new FieldError(limit.place(), e.sentence()));
        } catch (JsonSchemaException | IllegalArgumentException e) {
            return List.of(new FieldError(limit.place(), "cannot be checked against its schema: " + e.getMessage()));
        }
    }

    private List<FieldError> inWords(Set<ValidationMessage> messages) {
        List<String> alternatives = messages.stream()
                .filter(message -> message.getType().equals("oneOf"))
                .map(message -> message.getInstanceLocation().toString())
                .toList();
        return messages.stream()
                .filter(message -> message.getType().equals("oneOf")
                        ? !isAround(message, alternatives)
                        : !isWithin(message, alternatives))
                .map(this::inWords)
                .distinct()
                .sorted(Comparator.comparing(FieldError::pointer))
                .toList();
    }

    /** That none of its forms fits, for a part of it has none, is said of the part. */
    private static boolean isAround(ValidationMessage message, List<String> alternatives) {
        String at = message.getInstanceLocation().toString();
        return alternatives.stream().anyMatch(place -> place.startsWith(at + "/"));
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
            case "pattern", "oneOf", "minItems", "format" -> new FieldError(at, expected(message));
            default -> new FieldError(at, withoutPlace(message.getMessage()));
        };
    }

    /** What should be there: in the words of the schema's author, else without what only machines read. */
    private String expected(ValidationMessage message) {
        String keyword = message.getSchemaLocation().getFragment().toString();
        JsonNode said = parent(message).path("errorMessage");
        if (said.isTextual()) {
            return said.asText();
        }
        String demanded = source.at(keyword).asText("");
        return switch (message.getType()) {
            case "pattern" ->
                demanded.isEmpty() || demanded.length() > READABLE
                        ? "does not have the form that is demanded here"
                        : "does not match the pattern " + demanded;
            case "format" ->
                demanded.isEmpty() ? "does not have the format that is demanded here" : "is no " + demanded;
            case "oneOf" -> "has none of the forms that are possible here, or more than one";
            default -> withoutPlace(message.getMessage());
        };
    }

    /** What stands around the keyword in the schema. */
    private JsonNode parent(ValidationMessage message) {
        String keyword = message.getSchemaLocation().getFragment().toString();
        return source.at(keyword.substring(0, Math.max(0, keyword.lastIndexOf('/'))));
    }

    private static String unknown(String key, Set<String> known) {
        return "is unknown" + Nearest.hint(key, known);
    }

    /** The keys that the schema knows where an unknown one stands. */
    private Set<String> known(ValidationMessage message) {
        JsonNode properties = parent(message).path("properties");
        return properties.properties().stream().map(java.util.Map.Entry::getKey).collect(Collectors.toSet());
    }

    /** The library begins its sentences with the place. */
    private static String withoutPlace(String text) {
        int colon = text.indexOf(": ");
        return colon < 0 ? text : text.substring(colon + 2);
    }

    private static JsonSchemaFactory factory() {
        // The vocabularies would bring the keywords back as they were.
        JsonMetaSchema bounded = JsonMetaSchema.builder(JsonMetaSchema.getV202012())
                .vocabularies(all -> all.clear())
                .keywords(JsonMetaSchema.getV202012().getKeywords().values())
                .keywords(BoundedKeywords.ALL)
                .build();
        return JsonSchemaFactory.getInstance(
                VersionFlag.V202012,
                builder -> builder.metaSchema(bounded)
                        .schemaLoaders(loaders -> loaders.values(list -> {
                            list.clear();
                            list.add(SchemaCheck::load);
                        })));
    }

    /**
     * The schema of schemas comes from the library, and nothing else from anywhere: a schema must not make the platform call
     * out. Answers or throws, for behind those that are given here the library has loaders of its own.
     */
    private static InputStreamSource load(AbsoluteIri address) {
        InputStreamSource own = address.toString().startsWith(OWN_SCHEMAS) ? OWN.getSchema(address) : null;
        if (own == null) {
            throw new JsonSchemaException("'" + address + "' is not fetched: a schema stands on its own");
        }
        return own;
    }

    /**
     * The library makes a copy of a schema for each way that leads to it, so that one which refers to itself twice has no end of
     * them: of schemas that others write none is made beforehand, and none is kept.
     */
    private static SchemaValidatorsConfig config(boolean keeps) {
        return SchemaValidatorsConfig.builder()
                .pathType(PathType.JSON_POINTER)
                .formatAssertionsEnabled(true)
                .regularExpressionFactory(CheckLimit::expression)
                .preloadJsonSchema(keeps)
                .cacheRefs(keeps)
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
