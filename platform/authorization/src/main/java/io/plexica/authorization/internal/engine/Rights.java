package io.plexica.authorization.internal.engine;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The keys that somebody's roles give, and the policies that narrow them; shared by all who hold the same. What it has once
 * found out about a key it remembers, so that a decision is one look-up unless policies concern the key. Safe for all
 * threads.
 */
public final class Rights {

    /** Callers may ask for keys that nobody declared; beyond so many, nothing more is remembered. */
    private static final int MOST_REMEMBERED = 2_000;

    private final Set<String> keys;
    private final KeyMatcher matcher;
    private final Policies policies;
    private final Map<String, Ruling> remembered = new ConcurrentHashMap<>(4);

    /** Keys and patterns of keys, narrowed by policies. */
    public Rights(Set<String> keys, Policies policies) {
        this.keys = Set.copyOf(keys);
        this.matcher = new KeyMatcher(this.keys);
        this.policies = policies;
    }

    /** What was granted. */
    public Set<String> keys() {
        return keys;
    }

    /** What a key comes to. */
    public Ruling of(String key) {
        Ruling known = remembered.get(key);
        return known != null ? known : findOut(key);
    }

    private Ruling findOut(String key) {
        Ruling found = work(key);
        if (remembered.size() < MOST_REMEMBERED) {
            remembered.put(key, found);
        }
        return found;
    }

    private Ruling work(String key) {
        if (!matcher.covers(key)) {
            return Ruling.NOT_GRANTED;
        }
        List<Policy> concerning = policies.concerning(key);
        return concerning.isEmpty() ? Ruling.GRANTED : new Ruling(concerning);
    }
}
