package io.plexica.search.internal.documents;

import io.plexica.api.search.DocumentType;
import io.plexica.api.search.FieldKind;
import io.plexica.api.search.SearchHit.Highlight;
import io.plexica.api.search.SearchHit.Part;
import io.plexica.spi.search.Words;
import io.plexica.spi.search.Words.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Shows where texts have the words that were looked for, the same for all engines. Pure. */
final class Highlights {

    /** How much of a text is shown, and how much of that before the first word. */
    private static final int PIECE = 200;

    private static final int BEFORE = 60;

    private Highlights() {}

    static List<Highlight> of(DocumentType type, Map<String, Object> values, List<String> words) {
        List<Highlight> highlights = new ArrayList<>();
        type.fields().forEach((field, kind) -> {
            if ((kind == FieldKind.TITLE || kind == FieldKind.TEXT)
                    && values.get(field) instanceof String text
                    && !words.isEmpty()) {
                List<Word> hits = Words.of(text).stream()
                        .filter(word -> words.stream().anyMatch(word.word()::startsWith))
                        .toList();
                if (!hits.isEmpty()) {
                    highlights.add(new Highlight(field, parts(text, hits)));
                }
            }
        });
        return highlights;
    }

    private static List<Part> parts(String text, List<Word> hits) {
        int begin =
                whole(text, text.length() <= PIECE ? 0 : Math.max(0, hits.get(0).from() - BEFORE));
        int end = whole(text, Math.min(text.length(), begin + PIECE));
        List<Part> parts = new ArrayList<>();
        int at = begin;
        for (Word hit : hits) {
            int to = Math.min(hit.to(), end);
            if (hit.from() >= end) {
                break;
            }
            if (hit.from() > at) {
                parts.add(new Part(text.substring(at, hit.from()), false));
            }
            parts.add(new Part(text.substring(hit.from(), to), true));
            at = to;
        }
        if (at < end) {
            parts.add(new Part(text.substring(at, end), false));
        }
        return parts;
    }

    /** Never between the halves of a character. */
    private static int whole(String text, int at) {
        return at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at;
    }
}
