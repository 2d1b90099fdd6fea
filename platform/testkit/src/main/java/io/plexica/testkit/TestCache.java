package io.plexica.testkit;

import io.plexica.api.cache.Cache;
import io.plexica.api.context.RequestContext;
import io.plexica.api.problem.FieldError;
import io.plexica.api.problem.PlexicaException;
import io.plexica.testkit.internal.CachedCalls;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * A plugin's cache in memory, for each tenant its own: {@code new TestCache(FIXTURE.context())}. It keeps the values themselves
 * and waits for no commit; time passes when the test says so. Safe for all threads.
 */
public final class TestCache implements Cache {

    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9._:-]{1,200}");
    private static final Pattern PATTERN = Pattern.compile("[A-Za-z0-9._:*-]{1,200}");
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofDays(1);

    private final RequestContext context;
    private final ConcurrentMap<String, Entry> entries = new ConcurrentHashMap<>();
    private volatile Duration now = Duration.ZERO;

    private record Entry(Object value, Duration ends) {}

    /** What is remembered in the tenant that the context tells. */
    public TestCache(RequestContext context) {
        this.context = context;
    }

    /** Lets time go by. */
    public void pass(Duration time) {
        now = now.plus(time);
    }

    /** Forgets everything of all tenants, as a cache may at any time. */
    public void forget() {
        entries.clear();
    }

    @Override
    public <T> Optional<T> get(String key, Class<T> type) {
        Entry entry = entries.get(whole(KEY, key));
        return entry != null && now.compareTo(entry.ends()) < 0 && type.isInstance(entry.value())
                ? Optional.of(type.cast(entry.value()))
                : Optional.empty();
    }

    @Override
    public void put(String key, Object value, Duration timeToLive) {
        if (timeToLive.compareTo(SHORTEST) < 0 || timeToLive.compareTo(LONGEST) > 0) {
            throw refused("/timeToLive", "must be from a second to a day");
        }
        entries.put(whole(KEY, key), new Entry(value, now.plus(timeToLive)));
    }

    @Override
    public <T> T remember(String key, Class<T> type, Duration timeToLive, Supplier<? extends T> loader) {
        Optional<T> known = get(key, type);
        if (known.isPresent()) {
            return known.get();
        }
        T value = loader.get();
        put(key, value, timeToLive);
        return value;
    }

    @Override
    public void evict(String key) {
        entries.remove(whole(KEY, key));
    }

    @Override
    public void evictAll(String pattern) {
        String regex = Pattern.quote(whole(PATTERN, pattern)).replace("*", "\\E.*\\Q");
        entries.keySet().removeIf(Pattern.compile(regex).asMatchPredicate());
    }

    @Override
    public <T> T caching(Class<T> type, T implementation) {
        return CachedCalls.of(type, implementation, this);
    }

    private String whole(Pattern form, String key) {
        if (!form.matcher(key).matches()) {
            throw refused("/key", "must be 1 to 200 of the characters A-Z a-z 0-9 . _ : - (and * in a pattern)");
        }
        return context.tenant().slug() + ":" + key;
    }

    private static PlexicaException refused(String pointer, String message) {
        return PlexicaException.validation(new FieldError(pointer, message));
    }
}
