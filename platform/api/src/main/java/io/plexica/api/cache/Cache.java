package io.plexica.api.cache;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What a plugin remembers for a while in the current tenant. Nobody reads the entries of another tenant or plugin; all
 * workspaces and users of a tenant share them, so what depends on those says so in its key. A service of bundle scope: inject
 * it with {@code @Reference}.
 *
 * <p>A value is what JSON can say: text, numbers, records and beans of such, {@code byte[]}. It is kept as bytes, so
 * everybody gets a copy of their own. For a list, make a record that holds it. It takes at most 1 MiB. A key has 1 to 200 of
 * the characters {@code A-Z a-z 0-9 . _ : -}.
 *
 * <p>A cache may forget at any time, and does where it has no room or what keeps it is away: then values are worked out
 * again, and nothing fails. What cannot be read as the type that is asked for is not there.
 *
 * <p>A key, a time or a value that will not do fails with {@code validation-failed}; outside a tenant every method but
 * {@link #caching} fails with {@code internal-error}. Safe for all threads.
 */
@ProviderType
public interface Cache {

    /** A value; empty when there is none. */
    <T> Optional<T> get(String key, Class<T> type);

    /**
     * Remembers a value once the current unit of work has committed; at once where there is none.
     *
     * @param timeToLive how long, from a second to a day
     */
    void put(String key, Object value, Duration timeToLive);

    /**
     * A value, from the cache or else from the loader, which is then remembered. Of those who ask for the same at once one
     * loads, on all nodes together where the cache is shared, and the others wait for it a few seconds. What was forgotten
     * meanwhile is not remembered, and what was loaded in a unit of work that is rolled back is forgotten then. What the loader
     * throws comes out as it is.
     *
     * @param timeToLive how long, from a second to a day
     * @param loader works the value out, on the calling thread and within its unit of work; never null. What is too large is
     *     returned and not remembered
     */
    <T> T remember(String key, Class<T> type, Duration timeToLive, Supplier<? extends T> loader);

    /** Forgets a value now, and again once the current unit of work has committed. */
    void evict(String key);

    /**
     * Forgets all values whose keys match, as {@link #evict} does.
     *
     * @param pattern a key in which {@code *} stands for any characters
     */
    void evictAll(String pattern);

    /**
     * An object whose methods that are marked {@link Cacheable} remember their answers, and whose methods marked
     * {@link Evicts} make forget; all others are passed on.
     *
     * @param type an interface, whose methods are marked
     * @param implementation what works answers out
     * @throws IllegalArgumentException for a type that is no interface, or a method whose answers cannot be remembered
     */
    <T> T caching(Class<T> type, T implementation);
}
