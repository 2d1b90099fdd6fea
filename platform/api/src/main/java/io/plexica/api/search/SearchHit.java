package io.plexica.api.search;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A document that was found.
 *
 * @param id by which its plugin knows it
 * @param score how well it fits, for comparing hits of one answer
 * @param values the document as it was written; moments as text of ISO 8601
 * @param highlights where its texts have the words, for each text that does
 */
public record SearchHit(String id, double score, Map<String, Object> values, List<Highlight> highlights) {

    public SearchHit {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        highlights = List.copyOf(highlights);
    }

    /**
     * A piece of a text, cut so that it shows the words.
     *
     * @param field the field with the text
     * @param parts the piece from its beginning to its end; plain text, for whoever shows it to escape
     */
    public record Highlight(String field, List<Part> parts) {

        public Highlight {
            parts = List.copyOf(parts);
        }
    }

    /** A part of a text, and whether it is one of the words that were looked for. */
    public record Part(String text, boolean hit) {}
}
