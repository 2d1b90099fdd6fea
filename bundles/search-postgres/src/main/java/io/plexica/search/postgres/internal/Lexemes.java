package io.plexica.search.postgres.internal;

import io.plexica.spi.search.EngineQuery;
import io.plexica.spi.search.Entry;
import io.plexica.spi.search.IndexRef;
import io.plexica.spi.search.Languages;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Words as PostgreSQL writes lexemes. They are letters and digits alone, so that nothing in them needs to be escaped, and
 * are not taken apart by its parser, which depends on the locale and has ideas of its own about addresses.
 */
final class Lexemes {

    /** Positions beyond mean nothing to PostgreSQL. */
    private static final int LAST_POSITION = 16_383;

    private Lexemes() {}

    /** What knows the forms of words of a language that is known, as it stands in SQL. */
    static String configuration(String language) {
        return "'pg_catalog." + Languages.NAMES.get(language) + "'";
    }

    /** A {@code tsvector}: where the document belongs, the words of titles with the highest weight, and those of texts. */
    static String vector(IndexRef index, Entry entry, Entry.Body body) {
        StringBuilder vector = new StringBuilder(scope(index, entry.type(), entry.workspace()));
        int position = 0;
        for (String word : words(body.title())) {
            vector.append(" '").append(word).append("':").append(++position).append('A');
        }
        for (String word : words(body.text())) {
            position = Math.min(position + 1, LAST_POSITION);
            vector.append(" '").append(word).append("':").append(position);
        }
        return vector.toString();
    }

    /** A {@code tsquery} of the documents among which is searched. */
    static String scope(IndexRef index, EngineQuery query) {
        return scope(index, query.type(), query.workspace());
    }

    /** A {@code tsquery}: every word begins a word. */
    static String beginnings(List<String> words) {
        return words.stream().map(word -> "'" + word + "':*").collect(Collectors.joining(" & "));
    }

    /** No word begins like it. */
    private static String scope(IndexRef index, String type, @Nullable UUID workspace) {
        return "'=" + index.pluginId() + "." + index.generation() + "." + type + "."
                + (workspace == null ? "" : workspace) + "'";
    }

    private static List<String> words(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(" "));
    }
}
