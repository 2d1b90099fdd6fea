package io.plexica.plugins.crm.internal.contacts;

import io.plexica.api.search.SearchHit;
import io.plexica.api.search.SearchHit.Highlight;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A contact that was found.
 *
 * @param contact as it is now
 * @param score how well it fits, among the hits of one answer
 * @param highlights where it has the words; plain text
 */
public record ContactHit(ContactView contact, double score, List<Highlight> highlights) {

    public ContactHit {
        highlights = List.copyOf(highlights);
    }

    static ContactHit of(ContactView contact, @Nullable SearchHit hit) {
        SearchHit found = Objects.requireNonNull(hit, "what was loaded has been found");
        return new ContactHit(contact, found.score(), found.highlights());
    }
}
