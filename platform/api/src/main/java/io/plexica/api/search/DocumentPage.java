package io.plexica.api.search;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of all documents of a type.
 *
 * @param documents some documents
 * @param next what the part behind is asked for by; null for the last part
 */
public record DocumentPage(
        List<SearchDocument> documents, @Nullable String next) {

    public DocumentPage {
        documents = List.copyOf(documents);
    }
}
