package io.plexica.cache.internal;

import io.plexica.spi.cache.CacheStore;
import io.plexica.spi.cache.KeyPattern;
import io.plexica.spi.data.Database;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * Remembers bytes under whole keys, by the store that is there; where there is none, nothing. One loader at a time works out
 * what many ask for. Safe for all threads.
 */
@Component(service = LoadingStore.class)
public final class LoadingStore {

    /** Longer than a loader may take unless it hangs; after that everybody works for themselves. */
    static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final long LOOK_AGAIN_NANOS = 20_000_000;

    private final Database database;
    private final Duration patience;
    private final Map<String, SharedLoad> loads = new ConcurrentHashMap<>();
    private final LongAdder hits = new LongAdder();
    private final LongAdder misses = new LongAdder();

    private volatile @Nullable CacheStore store;

    @Activate
    public LoadingStore(@Reference Database database) {
        this(database, null, PATIENCE);
    }

    LoadingStore(Database database, @Nullable CacheStore store, Duration patience) {
        this.database = database;
        this.store = store;
        this.patience = patience;
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void setStore(CacheStore other) {
        other.begin();
        store = other;
    }

    void unsetStore(CacheStore other) {
        if (store == other) {
            store = null;
        }
    }

    /** What works a value out. */
    interface Loader<T, E extends Throwable> {
        @Nullable
        T load() throws E;
    }

    /**
     * How values become bytes and back.
     *
     * @param read empty for bytes that say nothing
     * @param write empty for values that are too large to be kept
     */
    record Form<T>(Function<byte[], Optional<T>> read, Function<T, Optional<byte[]>> write) {}

    /** What is kept; empty when there is nothing that can be read. */
    <T> Optional<T> get(String key, Form<T> form) {
        CacheStore now = store;
        byte[] envelope = now == null ? null : now.get(key);
        byte[] value = envelope == null ? null : Envelope.open(key, envelope);
        Optional<T> found = value == null ? Optional.empty() : form.read().apply(value);
        (found.isPresent() ? hits : misses).increment();
        return found;
    }

    /** Keeps a value once the unit of work has committed. */
    void put(String key, byte[] value, Duration lifetime) {
        CacheStore now = store;
        if (now != null) {
            long mark = now.mark(key);
            database.afterCommit(() -> now.put(key, Envelope.of(key, value), lifetime, mark));
        }
    }

    /** A value, from the store or else from the loader. */
    <T, E extends Throwable> @Nullable T remember(
            String key, Duration lifetime, Form<T> form, Loader<? extends T, E> loader) throws E {
        long deadline = System.nanoTime() + patience.toNanos();
        Optional<T> found = get(key, form);
        while (found.isEmpty()) {
            SharedLoad mine = new SharedLoad();
            SharedLoad other = loads.putIfAbsent(key, mine);
            if (other == null) {
                return work(key, lifetime, form, loader, mine);
            }
            Duration left = Duration.ofNanos(deadline - System.nanoTime());
            if (other.isOwn() || left.isNegative() || Thread.currentThread().isInterrupted()) {
                return loader.load();
            }
            found = other.await(left).flatMap(form.read());
        }
        return found.get();
    }

    /** Forgets a value, and again what was worked out before the unit of work committed. */
    void evict(String key) {
        afterwards(() -> {
            loads.remove(key);
            CacheStore now = store;
            if (now != null) {
                now.evict(key);
            }
        });
    }

    /** Forgets all values whose whole keys match. */
    void evictAll(String pattern) {
        Predicate<String> matches = KeyPattern.of(pattern);
        afterwards(() -> {
            loads.keySet().removeIf(matches);
            CacheStore now = store;
            if (now != null) {
                now.evictAll(pattern);
            }
        });
    }

    @Nullable
    CacheStore store() {
        return store;
    }

    long hits() {
        return hits.sum();
    }

    long misses() {
        return misses.sum();
    }

    private void afterwards(Runnable forget) {
        forget.run();
        database.afterCommit(forget);
    }

    private <T, E extends Throwable> @Nullable T work(
            String key, Duration lifetime, Form<T> form, Loader<? extends T, E> loader, SharedLoad mine) throws E {
        CacheStore now = store;
        byte[] bytes = null;
        String claim = now == null ? null : now.claim(key, patience);
        try {
            long deadline = System.nanoTime() + patience.toNanos();
            while (now != null && claim == null && !isOver(deadline)) {
                // Another node works the value out: it will be there in a moment.
                LockSupport.parkNanos(LOOK_AGAIN_NANOS);
                claim = now.claim(key, patience);
                Optional<T> found = get(key, form);
                if (found.isPresent()) {
                    bytes = form.write().apply(found.get()).orElse(null);
                    return found.get();
                }
            }
            long mark = now == null ? 0 : now.mark(key);
            T value = loader.load();
            if (value != null) {
                bytes = form.write().apply(value).orElse(null);
                if (bytes != null && now != null && !keep(now, key, bytes, lifetime, mark, claim, mine)) {
                    // Who has come meanwhile may have come after the change that overtook it.
                    bytes = null;
                }
            }
            return value;
        } finally {
            loads.remove(key, mine);
            mine.end(Optional.ofNullable(bytes));
            if (now != null && claim != null) {
                now.release(key, claim);
            }
        }
    }

    /** Keeps a value that was worked out; whether it may be given to others. */
    private boolean keep(
            CacheStore now,
            String key,
            byte[] bytes,
            Duration lifetime,
            long mark,
            @Nullable String claim,
            SharedLoad mine) {
        if (claim == null || loads.get(key) != mine) {
            return false;
        }
        // It may say what this unit of work has written, and then never was.
        database.afterRollback(() -> now.evict(key));
        return now.put(key, Envelope.of(key, bytes), lifetime, mark, claim);
    }

    private static boolean isOver(long deadline) {
        return System.nanoTime() >= deadline || Thread.currentThread().isInterrupted();
    }
}
