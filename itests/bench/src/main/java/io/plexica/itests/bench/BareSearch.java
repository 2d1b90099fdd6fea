package io.plexica.itests.bench;

import io.plexica.api.search.DocumentType;
import io.plexica.api.search.Search;
import io.plexica.api.search.SearchDocument;
import io.plexica.api.search.SearchPage;
import io.plexica.api.search.SearchQuery;
import java.util.List;

/** Finds nothing and keeps nothing. */
final class BareSearch implements Search {

    @Override
    public void index(DocumentType type, SearchDocument document) {}

    @Override
    public void remove(DocumentType type, String id) {}

    @Override
    public SearchPage search(DocumentType type, SearchQuery query) {
        return new SearchPage(List.of(), query.page(), query.size(), 0, true);
    }
}
