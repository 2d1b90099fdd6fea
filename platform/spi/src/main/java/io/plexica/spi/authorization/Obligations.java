package io.plexica.spi.authorization;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The permissions of one call that were left open until the resource is known. A guard leaves them, {@code check} and
 * {@code filter} meet them; a call that ends with one unmet has decided nothing and must not commit. Safe for all threads.
 */
public final class Obligations {

    private volatile Set<String> open = Set.of();

    /** Notes that a permission was left open. */
    public void leaveOpen(String key) {
        if (open.isEmpty()) {
            open = ConcurrentHashMap.newKeySet();
        }
        open.add(key);
    }

    /** Notes that the code has decided about resources under this permission. */
    public void meet(String key) {
        if (!open.isEmpty()) {
            open.remove(key);
        }
    }

    /** What nobody has decided about; empty when all is well. */
    public Set<String> unmet() {
        return Set.copyOf(open);
    }
}
