package io.plexica.plugins.internal.manifest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.plexica.api.problem.FieldError;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** In which line of a manifest its parts stand. Immutable. */
public final class ManifestLines {

    /** Of a manifest that is not there. */
    public static final ManifestLines NONE = new ManifestLines(Map.of(), 1);

    private final Map<String, Integer> lines;
    private final int length;

    private ManifestLines(Map<String, Integer> lines, int length) {
        this.lines = Map.copyOf(lines);
        this.length = length;
    }

    /** Reads as far as the text is JSON. */
    public static ManifestLines of(byte[] json) {
        Map<String, Integer> lines = new HashMap<>();
        int length = 1;
        try (JsonParser parser = new JsonFactory().createParser(json)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                int line = parser.currentTokenLocation().getLineNr();
                length = Math.max(length, line);
                if (token != JsonToken.END_OBJECT && token != JsonToken.END_ARRAY) {
                    lines.putIfAbsent(parser.getParsingContext().pathAsPointer().toString(), line);
                }
            }
        } catch (IOException e) {
            // What is no JSON is said by whoever reads it; where it stops is said there too.
            return new ManifestLines(lines, length);
        }
        return new ManifestLines(lines, length);
    }

    /** A problem with its line: that of the part, or of what it is missing from. All of it in one line says nothing. */
    public FieldError located(FieldError problem) {
        Integer line = length > 1 && !problem.pointer().isEmpty() ? line(problem.pointer()) : null;
        return line == null ? problem : new FieldError(problem.pointer(), problem.message() + " (line " + line + ")");
    }

    private @Nullable Integer line(String pointer) {
        String place = pointer;
        while (!place.isEmpty()) {
            Integer line = lines.get(place);
            if (line != null) {
                return line;
            }
            place = place.substring(0, place.lastIndexOf('/'));
        }
        return null;
    }
}
