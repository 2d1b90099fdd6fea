package io.plexica.search.internal;

import io.plexica.spi.search.EngineQuery;
import io.plexica.spi.search.Entry;
import io.plexica.spi.search.Found;
import io.plexica.spi.search.IndexRef;
import io.plexica.spi.search.SearchEngine;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** An engine beside the database that can be away; of searches it knows words. Safe for all threads. */
public final class MemoryEngine implements SearchEngine {

    private final ConcurrentMap<IndexRef, ConcurrentMap<String, Entry>> indexes = new ConcurrentHashMap<>();
    private volatile boolean away;
    private volatile boolean stubborn;

    public void setAway(boolean gone) {
        away = gone;
    }

    /** It fails to remove an index, as nobody would expect of it. */
    public void setStubborn(boolean fails) {
        stubborn = fails;
    }

    @Override
    public boolean joinsUnitOfWork() {
        return false;
    }

    @Override
    public List<Refused> write(IndexRef index, boolean settled, List<Entry> entries) throws IOException {
        check();
        Map<String, Entry> documents = indexes.computeIfAbsent(index, any -> new ConcurrentHashMap<>());
        entries.forEach(entry -> documents.merge(
                entry.type() + "/" + entry.id(), entry, (old, next) -> next.version() >= old.version() ? next : old));
        return List.of();
    }

    @Override
    public Found search(IndexRef index, EngineQuery query) throws IOException {
        check();
        List<Found.Hit> hits = indexes.getOrDefault(index, new ConcurrentHashMap<>()).values().stream()
                .filter(entry -> entry.body() != null
                        && entry.type().equals(query.type())
                        && String.valueOf(entry.workspace()).equals(String.valueOf(query.workspace()))
                        && Arrays.asList(entry.body().title().split(" ")).containsAll(query.words()))
                .map(entry -> new Found.Hit(entry.id(), 1, entry.body().stored()))
                .toList();
        return new Found(hits, hits.size());
    }

    @Override
    public long count(IndexRef index) throws IOException {
        check();
        return indexes.getOrDefault(index, new ConcurrentHashMap<>()).values().stream()
                .filter(entry -> entry.body() != null)
                .count();
    }

    @Override
    public void settle(IndexRef index) throws IOException {
        check();
    }

    @Override
    public void drop(IndexRef index) throws IOException {
        check();
        if (stubborn) {
            throw new IllegalStateException("The index stays");
        }
        indexes.remove(index);
    }

    @Override
    public List<IndexRef> indexes(String tenantSlug) throws IOException {
        check();
        return indexes.keySet().stream()
                .filter(index -> index.tenantSlug().equals(tenantSlug))
                .toList();
    }

    @Override
    public List<String> tenants() throws IOException {
        check();
        return indexes.keySet().stream().map(IndexRef::tenantSlug).distinct().toList();
    }

    @Override
    public void check() throws IOException {
        if (away) {
            throw new IOException("The engine is away");
        }
    }
}
