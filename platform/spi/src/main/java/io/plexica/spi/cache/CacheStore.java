package io.plexica.spi.cache;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Keeps bytes under keys for a while. Register it as a service; of several the one that ranks highest is used. Called by
 * many threads at once, on those of requests: each method answers within some tenths of a second, and none throws: a store
 * that is away finds nothing and keeps nothing. What was evicted while it was away is never found afterwards.
 *
 * <p>A key is {@code <slug>:<plugin>:<rest>}, where only the rest has further colons; no part of it has a {@code *}.
 */
@ConsumerType
public interface CacheStore {

    /** What is kept; null when there is nothing. The caller does not change it. */
    byte @Nullable [] get(String key);

    /** A mark of this moment for {@link #put}, taken before the value is worked out. */
    long mark(String key);

    /**
     * Keeps a value, unless its key has been evicted since the mark was taken.
     *
     * @param mark from {@link #mark}
     */
    void put(String key, byte[] value, Duration timeToLive, long mark);

    /**
     * Likewise, while a claim holds, which it no longer does once any node has evicted the key, put another value, or taken it
     * over: no node ever finds a value that was worked out before an eviction that is done.
     *
     * @param claim from {@link #claim} or {@link #takeOver}, granted before the value was worked out
     */
    void put(String key, byte[] value, Duration timeToLive, long mark, String claim);

    /** Forgets a value, on all nodes. */
    void evict(String key);

    /**
     * Forgets all values whose keys match, on all nodes.
     *
     * @param pattern a key in which {@code *} stands for any characters; its slug is written out
     */
    void evictAll(String pattern);

    /**
     * Claims to be the one of all nodes who works a value out.
     *
     * @param atMost how long the claim holds if nobody releases it
     * @return what tells this claim from others; null where another one holds
     */
    @Nullable
    String claim(String key, Duration atMost);

    /** Likewise, whoever has a claim: he has been waited for long enough. */
    String takeOver(String key, Duration atMost);

    /** Gives a claim back; nothing happens where it does not hold any more. */
    void release(String key, String claim);

    /** From now on the store is used: what it holds in memory may be out of date, and is forgotten. */
    void begin();

    /** What the store is and how it does, by names such as {@code kind}, {@code entries} and {@code bytes}. */
    Map<String, String> facts();

    /** What is wrong with it; null where nothing is. */
    @Nullable
    String trouble();
}
