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
     * Likewise, unless any node has evicted the key, or put another value, since a claim was granted: then a value that was worked out
     * before never lies where other nodes find it. What they keep near by follows as soon as they hear of it.
     *
     * @param claim from {@link #claim}, granted before the value was worked out
     * @return false where the value was overtaken so, and whoever asks from now on must not be given it; true where it is kept, or
     *     nobody can tell
     */
    boolean put(String key, byte[] value, Duration timeToLive, long mark, String claim);

    /** Forgets a value, on all nodes. */
    void evict(String key);

    /**
     * Forgets all values whose keys match, on all nodes.
     *
     * @param pattern a key in which {@code *} stands for any characters; its slug is written out
     */
    void evictAll(String pattern);

    /**
     * Claims to be the one of all nodes who works a value out. A claim holds until it is released or overtaken, for a minute at most;
     * others wait for it no longer than they have patience.
     *
     * @param patience how old another's claim must be to be in nobody's way
     * @return what tells this claim from others; null where another one is in the way
     */
    @Nullable
    String claim(String key, Duration patience);

    /** Gives a claim back. */
    void release(String key, String claim);

    /** From now on the store is used: what it holds in memory may be out of date, and is forgotten. */
    void begin();

    /** What the store is and how it does, by names such as {@code kind}, {@code entries} and {@code bytes}. */
    Map<String, String> facts();

    /** What is wrong with it; null where nothing is. */
    @Nullable
    String trouble();
}
