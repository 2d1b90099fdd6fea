package io.plexica.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The authors' guide tells of all that there is: its table of every key of the manifest's schema, its contents of its parts. */
class ManifestReferenceTest {

    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([A-Za-z.\\[\\]]+)`( \\*)? \\| .* \\| .+ \\|$");

    @Test
    void theGuidesContentsNameEveryPart() throws IOException {
        String guide = guide();
        assertThat(all(guide, "(?m)^- \\[(.+)]\\(#.+\\)$")).isEqualTo(all(guide, "(?m)^## (.+)$"));
    }

    @Test
    void theGuideNamesEveryKeyOfTheSchema() throws IOException {
        String guide = guide();
        String reference = guide.substring(guide.indexOf("\n## The manifest"), guide.indexOf("\n## What is refused"));
        Set<String> documented = ROW.matcher(reference)
                .results()
                .map(row -> row.group(1) + (row.group(2) == null ? "" : " *"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(documented).isEqualTo(keys(schema(), ""));
    }

    private static String guide() throws IOException {
        return Files.readString(Path.of("../../docs/plugin-author-guide.md"));
    }

    private static List<String> all(String text, String pattern) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private static Set<String> keys(JsonNode type, String prefix) {
        Set<String> keys = new TreeSet<>();
        Set<String> required = new TreeSet<>();
        type.path("required").forEach(name -> required.add(name.asText()));
        type.path("properties").fields().forEachRemaining(property -> {
            String name = prefix + property.getKey();
            if (!property.getKey().equals("$schema")) {
                keys.add(name + (required.contains(property.getKey()) ? " *" : ""));
                keys.addAll(keys(property.getValue(), name + "."));
                keys.addAll(keys(property.getValue().path("items"), name + "[]."));
            }
        });
        return keys;
    }

    private static JsonNode schema() throws IOException {
        try (InputStream in = ManifestReferenceTest.class.getResourceAsStream("/META-INF/plexica/plugin.schema.json")) {
            return new ObjectMapper().readTree(in);
        }
    }
}
