package io.plexica.search.opensearch.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.plexica.spi.search.EngineQuery;
import io.plexica.spi.search.Entry;
import io.plexica.spi.search.Found;
import io.plexica.spi.search.Found.Hit;
import io.plexica.spi.search.IndexRef;
import io.plexica.spi.search.SearchEngine;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Documents on an OpenSearch server, an index for each plugin in each tenant. Safe for all threads. */
final class OpenSearchEngine implements SearchEngine {

    private static final Duration LOOK = Duration.ofMillis(1500);
    private static final Duration WRITE = Duration.ofSeconds(20);

    /** Characters of one call; the server takes 100 MiB. */
    private static final int LONGEST_BULK = 4_000_000;

    private final OpenSearchServer server;
    private final Names names;
    private volatile boolean prepared;

    OpenSearchEngine(OpenSearchSettings settings) {
        this.server = new OpenSearchServer(settings);
        this.names = new Names(settings.prefix());
    }

    @Override
    public boolean joinsUnitOfWork() {
        return false;
    }

    @Override
    public List<Refused> write(IndexRef index, boolean settled, List<Entry> entries) throws IOException {
        prepare();
        List<Refused> refused = new ArrayList<>();
        Bulk bulk = new Bulk(names.of(index));
        for (Entry entry : entries) {
            bulk.add(entry);
            if (bulk.length() >= LONGEST_BULK) {
                refused.addAll(send(bulk));
                bulk = new Bulk(names.of(index));
            }
        }
        if (!bulk.isEmpty()) {
            refused.addAll(send(bulk));
        }
        return refused;
    }

    @Override
    public Found search(IndexRef index, EngineQuery query) throws IOException {
        JsonNode found = server.call("POST", "/" + names.of(index) + "/_search", QueryBody.of(query))
                .path("hits");
        List<Hit> hits = new ArrayList<>();
        for (JsonNode hit : found.path("hits")) {
            JsonNode source = hit.path("_source");
            hits.add(new Hit(
                    source.path("id").asText(),
                    hit.path("_score").asDouble(),
                    source.path("stored").asText()));
        }
        return new Found(hits, found.path("total").path("value").asLong());
    }

    @Override
    public long count(IndexRef index) throws IOException {
        return server.call("GET", "/" + names.of(index) + "/_count", "")
                .path("count")
                .asLong();
    }

    @Override
    public void settle(IndexRef index) throws IOException {
        server.call("POST", "/" + names.of(index) + "/_refresh", "", WRITE);
    }

    @Override
    public void drop(IndexRef index) throws IOException {
        server.call("DELETE", "/" + names.of(index), "", WRITE);
    }

    @Override
    public List<IndexRef> indexes(String tenantSlug) throws IOException {
        return named(names.ofTenant(tenantSlug) + "*");
    }

    @Override
    public List<String> tenants() throws IOException {
        return named(names.prefix() + "_*").stream()
                .map(IndexRef::tenantSlug)
                .distinct()
                .toList();
    }

    @Override
    public void check() throws IOException {
        JsonNode health = server.call("GET", "/_cluster/health", "", LOOK);
        if (health.path("status").asText("").equals("red")) {
            throw new IOException("The OpenSearch server is red: some of its indexes cannot be used");
        }
    }

    private List<IndexRef> named(String pattern) throws IOException {
        List<IndexRef> found = new ArrayList<>();
        for (JsonNode index : server.call("GET", "/_cat/indices/" + pattern + "?format=json&h=index", "")) {
            names.read(index.path("index").asText()).ifPresent(found::add);
        }
        return found;
    }

    /** A server that was away may come back as another. */
    private List<Refused> send(Bulk bulk) throws IOException {
        try {
            return bulk.read(server.call("POST", "/_bulk", bulk.text(), WRITE));
        } catch (IOException e) {
            prepared = false;
            throw e;
        }
    }

    private void prepare() throws IOException {
        if (!prepared) {
            server.call("PUT", "/_index_template/" + names.prefix(), Template.of(names), WRITE);
            prepared = true;
        }
    }
}
