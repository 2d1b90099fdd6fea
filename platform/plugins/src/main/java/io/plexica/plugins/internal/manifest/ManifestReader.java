package io.plexica.plugins.internal.manifest;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.plexica.api.manifest.PluginManifest;
import io.plexica.api.problem.FieldError;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads manifests. Reports everything that is wrong at once. Safe for all threads. */
public final class ManifestReader {

    private static final int DEEPEST = 40;
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private final ObjectMapper mapper = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .disable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private final SchemaCheck schema = SchemaCheck.ofManifest();

    /** Makes a reader, with the schema that the API ships. */
    public ManifestReader() {
        mapper.getFactory()
                .setStreamReadConstraints(
                        StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build());
    }

    /** Reads a manifest as it stands in a jar. */
    public ManifestResult read(byte[] json) {
        JsonNode tree;
        try {
            tree = mapper.readTree(json);
        } catch (JsonProcessingException e) {
            return ManifestResult.refused(
                    List.of(new FieldError("", "META-INF/plexica/plugin.json is no valid JSON: " + where(e))));
        } catch (IOException e) {
            return ManifestResult.refused(
                    List.of(new FieldError("", "META-INF/plexica/plugin.json cannot be read: " + e.getMessage())));
        }
        if (!tree.isObject()) {
            return ManifestResult.refused(
                    List.of(new FieldError("", "META-INF/plexica/plugin.json must be a JSON object")));
        }
        List<FieldError> problems = problems(tree);
        if (!problems.isEmpty()) {
            return ManifestResult.refused(problems);
        }
        return new ManifestResult(ManifestValues.of(tree), mapper.convertValue(tree, OBJECT), List.of());
    }

    /** The values of a manifest that was accepted before. */
    public PluginManifest accepted(Map<String, Object> raw) {
        return ManifestValues.of(mapper.valueToTree(raw));
    }

    /** A manifest's JSON, for the database. */
    public String write(Map<String, Object> raw) {
        try {
            return mapper.writeValueAsString(raw);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What was read as JSON can be written as JSON", e);
        }
    }

    /** The JSON that {@link #write} wrote. */
    public Map<String, Object> raw(String json) {
        try {
            return mapper.readValue(json, OBJECT);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What was written as JSON can be read as JSON", e);
        }
    }

    /** What breaks the schema is said once, not again by a rule about the same place. */
    private List<FieldError> problems(JsonNode tree) {
        List<FieldError> problems = new ArrayList<>(schema.problems(tree));
        Set<String> places = problems.stream().map(FieldError::pointer).collect(Collectors.toSet());
        Stream.concat(TextRules.problems(tree).stream(), ManifestRules.problems(tree).stream())
                .filter(problem -> !places.contains(problem.pointer()))
                .forEach(problems::add);
        problems.addAll(ConfigurationRules.problems(tree.path("configuration")));
        return problems;
    }

    private static String where(JsonProcessingException e) {
        JsonLocation at = e.getLocation();
        return e.getOriginalMessage()
                + (at == null ? "" : " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")");
    }
}
