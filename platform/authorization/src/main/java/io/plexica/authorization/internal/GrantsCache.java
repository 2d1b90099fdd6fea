package io.plexica.authorization.internal;

import io.plexica.spi.authorization.Grants;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Component;

/**
 * What is known of users' grants. Forgetting a tenant takes its whole store away, so that somebody who is just reading the
 * state before a change puts it into a store that nobody asks any more. Bounded: when there are too many users, half of them
 * go. Safe for all threads.
 */
@Component(service = GrantsCache.class)
public final class GrantsCache {

    private static final int MOST_USERS = 200_000;

    private final int mostUsers;
    private final Map<String, Store> stores = new ConcurrentHashMap<>();
    private final AtomicInteger known = new AtomicInteger();

    public GrantsCache() {
        this(MOST_USERS);
    }

    GrantsCache(int mostUsers) {
        this.mostUsers = mostUsers;
    }

    /** The grants of a user, loaded when they are not known. */
    Grants get(String tenantSlug, UUID user, Supplier<Held> load) {
        Store store = store(tenantSlug);
        Grants remembered = store.users.get(user);
        if (remembered != null) {
            return remembered;
        }
        Grants loaded = store.remember(user, load.get());
        if (known.incrementAndGet() > mostUsers) {
            forgetHalf();
        }
        return loaded;
    }

    /** Makes the next question about anybody in the tenant read the database. */
    void forget(String tenantSlug) {
        Store gone = stores.remove(tenantSlug);
        if (gone != null) {
            known.addAndGet(-gone.users.size());
        }
    }

    /** How many users are remembered. */
    int size() {
        return stores.values().stream().mapToInt(store -> store.users.size()).sum();
    }

    private Store store(String tenantSlug) {
        Store store = stores.get(tenantSlug);
        return store != null ? store : stores.computeIfAbsent(tenantSlug, slug -> new Store());
    }

    private synchronized void forgetHalf() {
        int left = size();
        for (Map.Entry<String, Store> entry : stores.entrySet()) {
            if (left <= mostUsers / 2) {
                break;
            }
            left -= entry.getValue().users.size();
            stores.remove(entry.getKey(), entry.getValue());
        }
        // Counted anew: those who came and went meanwhile may have been counted wrongly.
        known.set(left);
    }

    /** What somebody holds, as the tables say. */
    record Held(Set<String> roles, Set<String> keys) {}

    private static final class Store {

        private final Map<UUID, Grants> users = new ConcurrentHashMap<>(4);
        private final Map<Held, Grants> compiled = new ConcurrentHashMap<>(4);

        Grants remember(UUID user, Held held) {
            Grants grants = compiled.computeIfAbsent(held, h -> new CompiledGrants(h.roles(), h.keys()));
            users.put(user, grants);
            return grants;
        }
    }
}
