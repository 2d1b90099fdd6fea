package io.plexica.cache.redis.internal;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Values that this node has put, until it hears its own word of them. What others evicted before Redis saw the value is heard
 * before that word: only then is it known whether the value should have been put. Safe for all threads.
 */
final class PendingPuts {

    private static final int MOST = 10_000;

    private final AtomicLong numbers = new AtomicLong();
    private final Map<Long, Value> values = new ConcurrentHashMap<>();

    /**
     * A value on its way.
     *
     * @param mark of its key among what was heard, from when it was still right to put it
     */
    record Value(String key, long mark) {}

    /** Whether nothing has been heard of so many that no more should be put. */
    boolean isFull() {
        return values.size() >= MOST;
    }

    /** One is put; the number by which its word will tell it. */
    long add(String key, long mark) {
        long number = numbers.incrementAndGet();
        values.put(number, new Value(key, mark));
        return number;
    }

    /** The word of it has come, or will not come; null when that has been said before. */
    @Nullable
    Value take(long number) {
        return values.remove(number);
    }

    /** Words may have been missed: all of which none has come. */
    List<Value> takeAll() {
        List<Value> all = new ArrayList<>();
        for (Iterator<Value> each = values.values().iterator(); each.hasNext(); ) {
            all.add(each.next());
            each.remove();
        }
        return all;
    }
}
