package io.plexica.testkit;

import io.plexica.api.context.RequestContext;
import io.plexica.api.search.DocumentType;
import io.plexica.api.search.FieldKind;
import io.plexica.api.search.Search;
import io.plexica.api.search.SearchDocument;
import io.plexica.api.search.SearchHit;
import io.plexica.api.search.SearchPage;
import io.plexica.api.search.SearchQuery;
import io.plexica.spi.search.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;

/**
 * A plugin's documents in memory, for each tenant and workspace apart, found by the beginnings of their words once the unit of
 * work has committed. It knows neither filters nor highlights, and sorts by id; each test begins with nothing. Safe for all
 * threads.
 */
public final class TestSearch implements Search {

    private final RequestContext context;
    private final Consumer<Runnable> afterCommit;
    private final Map<String, SearchDocument> documents = new ConcurrentSkipListMap<>();

    TestSearch(RequestContext context, Consumer<Runnable> afterCommit) {
        this.context = context;
        this.afterCommit = afterCommit;
    }

    @Override
    public void index(DocumentType type, SearchDocument document) {
        for (String field : document.values().keySet()) {
            if (!type.fields().containsKey(field)) {
                throw new IllegalArgumentException(field + " is no field of the type " + type.name());
            }
        }
        String key = place(type) + document.id();
        afterCommit.accept(() -> documents.put(key, document));
    }

    @Override
    public void remove(DocumentType type, String id) {
        String key = place(type) + id;
        afterCommit.accept(() -> documents.remove(key));
    }

    @Override
    public SearchPage search(DocumentType type, SearchQuery query) {
        String place = place(type);
        List<String> words = Words.plain(query.text());
        List<SearchHit> hits = new ArrayList<>();
        documents.forEach((key, document) -> {
            if (key.startsWith(place) && has(type, document, words)) {
                hits.add(new SearchHit(document.id(), 1, document.values(), List.of()));
            }
        });
        List<SearchHit> page = hits.stream()
                .skip((long) query.page() * query.size())
                .limit(query.size())
                .toList();
        return new SearchPage(page, query.page(), query.size(), hits.size(), true);
    }

    void clear() {
        documents.clear();
    }

    private String place(DocumentType type) {
        String workspace = type.workspaceScoped()
                ? context.workspace().map(found -> found.id().toString()).orElseThrow()
                : "";
        return context.tenant().slug() + "/" + workspace + "/" + type.name() + "/";
    }

    private static boolean has(DocumentType type, SearchDocument document, List<String> words) {
        List<String> own = new ArrayList<>();
        type.fields().forEach((field, kind) -> {
            if (kind == FieldKind.TITLE || kind == FieldKind.TEXT) {
                own.addAll(Words.plain(Objects.toString(document.values().get(field), "")));
            }
        });
        return words.stream().allMatch(word -> own.stream().anyMatch(one -> one.startsWith(word)));
    }
}
