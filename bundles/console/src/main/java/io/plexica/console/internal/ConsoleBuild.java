package io.plexica.console.internal;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What npm has built of one application, as it says itself in {@code console.json}. All files are named by their addresses.
 *
 * @param entry its main module
 * @param css its style sheets
 * @param preload what the entry needs at once
 * @param imports the modules that plugins share with it, by the names under which they import them
 * @param integrity the hash of each module and style sheet
 * @param frame what runs in the frames of sandboxed plugins; null for an application without
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record ConsoleBuild(
        String entry,
        List<String> css,
        List<String> preload,
        Map<String, String> imports,
        Map<String, String> integrity,
        @Nullable Frame frame) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The part of a build that a frame loads. */
    record Frame(String entry, List<String> css, List<String> preload) {}

    static ConsoleBuild read(String application) {
        String file = "/console/" + application + ".json";
        try (InputStream in = ConsoleBuild.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("The bundle lacks " + file + ": it was built without its frontend");
            }
            return JSON.readValue(in, ConsoleBuild.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same build with what runs in frames as its entry; null when nothing does. */
    @Nullable
    ConsoleBuild framed() {
        return frame == null
                ? null
                : new ConsoleBuild(frame.entry(), frame.css(), frame.preload(), imports, integrity, null);
    }
}
