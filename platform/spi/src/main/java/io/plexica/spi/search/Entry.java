package io.plexica.spi.search;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A change of one document.
 *
 * @param version of two changes of a document the one with the higher version holds, whichever comes last; 0 for what is
 *     told while an index is made, which takes the place of nothing
 * @param workspace where the document belongs; null for the whole tenant
 * @param body null for a document that is removed
 */
public record Entry(
        long version,
        String type,
        String id,
        @Nullable UUID workspace,
        @Nullable Body body) {

    /**
     * What a document says.
     *
     * @param title the words of its titles, as {@link Words} makes them, with blanks between
     * @param text the words of its other texts
     * @param language two letters; empty for none
     * @param keywords what is compared as it is
     * @param numbers numbers, and moments as milliseconds since 1970
     * @param stored the document as JSON text, an object
     */
    public record Body(
            String title,
            String text,
            String language,
            Map<String, List<String>> keywords,
            Map<String, Double> numbers,
            String stored) {

        public Body {
            keywords = Map.copyOf(keywords);
            numbers = Map.copyOf(numbers);
        }
    }
}
