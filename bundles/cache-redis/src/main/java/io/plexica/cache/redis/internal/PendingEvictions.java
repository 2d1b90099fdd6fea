package io.plexica.cache.redis.internal;

import io.plexica.spi.cache.KeyPattern;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * Keys and patterns that are to be evicted from Redis and may not have been yet. Whatever they match is not there, whatever
 * Redis says. Of very many of one tenant all of the tenant's are made. Safe for all threads.
 */
final class PendingEvictions {

    private static final int MOST_OF_TENANT = 1_000;

    private final Map<String, Integer> owed = new ConcurrentHashMap<>();

    void add(String pattern) {
        owed.merge(pattern, 1, Integer::sum);
    }

    /** One eviction has been done. */
    void settle(String pattern) {
        settle(pattern, 1);
    }

    /** An eviction has failed: it will be done later. */
    void keep(String pattern) {
        String tenant = KeyPattern.tenant(pattern) + ":";
        if (owed.keySet().stream().filter(key -> key.startsWith(tenant)).count() > MOST_OF_TENANT) {
            owed.put(tenant + "*", 1);
            owed.keySet().removeIf(key -> key.startsWith(tenant) && !key.equals(tenant + "*"));
        }
    }

    /** Whether an eviction that is still to come matches a key. */
    boolean cover(String key) {
        return !owed.isEmpty()
                && (owed.containsKey(key)
                        || owed.keySet().stream()
                                .anyMatch(pattern -> pattern.indexOf('*') >= 0
                                        && KeyPattern.of(pattern).test(key)));
    }

    /** Does what is owed, as far as that works. */
    void pay(Predicate<String> evict) {
        for (Map.Entry<String, Integer> debt : owed.entrySet()) {
            int count = debt.getValue();
            if (!evict.test(debt.getKey())) {
                return;
            }
            settle(debt.getKey(), count);
        }
    }

    private void settle(String pattern, int count) {
        owed.computeIfPresent(pattern, (key, now) -> now > count ? now - count : null);
    }
}
