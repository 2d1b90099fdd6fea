package io.plexica.authorization.internal;

import io.plexica.spi.authorization.Grants;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Component;

/**
 * What is known of users' grants. Forgetting a tenant takes its whole store away, so that somebody who is just reading the
 * state before a change puts it into a store that nobody asks any more. Bounded: a store that is full begins anew.
 * Safe for all threads.
 */
@Component(service = GrantsCache.class)
public final class GrantsCache {

    private static final int TENANTS = 2_000;
    private static final int USERS_OF_A_TENANT = 10_000;

    private final Map<String, Store> stores = new ConcurrentHashMap<>();

    /** The grants of a user, loaded when they are not known. */
    Grants get(String tenantSlug, UUID user, Supplier<Held> load) {
        Store store = store(tenantSlug);
        Grants known = store.users.get(user);
        return known != null ? known : store.remember(user, load.get());
    }

    /** Makes the next question about anybody in the tenant read the database. */
    void forget(String tenantSlug) {
        stores.remove(tenantSlug);
    }

    private Store store(String tenantSlug) {
        Store store = stores.get(tenantSlug);
        if (store != null) {
            return store;
        }
        if (stores.size() >= TENANTS) {
            stores.clear();
        }
        return stores.computeIfAbsent(tenantSlug, slug -> new Store());
    }

    /** What somebody holds, as the tables say. */
    record Held(Set<String> roles, Set<String> keys) {}

    private static final class Store {

        private final Map<UUID, Grants> users = new ConcurrentHashMap<>();
        private final Map<Held, Grants> compiled = new ConcurrentHashMap<>();

        Grants remember(UUID user, Held held) {
            if (users.size() >= USERS_OF_A_TENANT) {
                users.clear();
                compiled.clear();
            }
            Grants grants = compiled.computeIfAbsent(held, h -> new CompiledGrants(h.roles(), h.keys()));
            users.put(user, grants);
            return grants;
        }
    }
}
