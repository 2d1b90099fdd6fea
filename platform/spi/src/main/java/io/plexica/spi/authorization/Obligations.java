package io.plexica.spi.authorization;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * The permissions of one call that were left open until the resource is known. A guard leaves them, {@code check} and
 * {@code filter} meet them; a call that ends with one unmet has decided nothing and must not commit. Safe for all threads.
 */
public final class Obligations {

    /** Of each set, one key has to be decided under. */
    private volatile Set<Set<String>> open = Set.of();

    /** Notes that a permission was left open. */
    public void leaveOpen(String key) {
        leaveOneOpen(Set.of(key));
    }

    /** Notes that permissions were left open any of which is enough: to decide under one of them meets all. */
    public synchronized void leaveOneOpen(Set<String> keys) {
        if (open.isEmpty()) {
            open = ConcurrentHashMap.newKeySet();
        }
        open.add(Set.copyOf(keys));
    }

    /** Notes that the code has decided about resources under this permission. */
    public void meet(String key) {
        if (!open.isEmpty()) {
            open.removeIf(keys -> keys.contains(key));
        }
    }

    /** What nobody has decided about; empty when all is well. */
    public Set<String> unmet() {
        Set<Set<String>> left = open;
        return left.isEmpty() ? Set.of() : left.stream().flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());
    }
}
