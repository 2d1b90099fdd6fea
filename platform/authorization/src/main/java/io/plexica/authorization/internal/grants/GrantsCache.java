package io.plexica.authorization.internal.grants;

import io.plexica.authorization.internal.engine.Policies;
import io.plexica.authorization.internal.engine.Rights;
import io.plexica.authorization.internal.grants.GrantsLoader.Loaded;
import io.plexica.spi.identity.Principal;
import io.plexica.spi.tenancy.Workspaces.Membership;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;

/**
 * What is known of users' grants. Forgetting a tenant takes its whole store away, so that somebody who is just reading the
 * state before a change puts it into a store that nobody asks any more. Bounded: when there are too many, half of them go.
 * Safe for all threads.
 */
@Component(service = GrantsCache.class)
public final class GrantsCache {

    private static final int MOST = 200_000;

    private final int most;
    private final Map<String, Store> stores = new ConcurrentHashMap<>();
    private final AtomicInteger known = new AtomicInteger();

    public GrantsCache() {
        this(MOST);
    }

    GrantsCache(int most) {
        this.most = most;
    }

    /** The grants of a user in a workspace, or in none, loaded when they are not known. */
    HeldGrants get(String tenantSlug, Principal user, @Nullable Membership place, Supplier<Loaded> load) {
        Store store = stores.get(tenantSlug);
        HeldGrants remembered = store == null ? null : store.find(user, place);
        if (remembered != null) {
            return remembered;
        }
        Store written = stores.computeIfAbsent(tenantSlug, slug -> new Store());
        HeldGrants loaded = written.remember(user, place, load.get());
        if (known.incrementAndGet() > most) {
            forgetHalf();
        }
        return loaded;
    }

    /** The rights that a set of keys comes to in a tenant; shared by all that hold the same. */
    Rights rights(String tenantSlug, Set<String> keys, Supplier<Policies> policies) {
        Store store = stores.computeIfAbsent(tenantSlug, slug -> new Store());
        Rights remembered = store.rights.get(keys);
        return remembered != null ? remembered : store.share(keys, policies.get());
    }

    /** Makes the next question about anybody in the tenant read the database. */
    public void forget(String tenantSlug) {
        Store gone = stores.remove(tenantSlug);
        if (gone != null) {
            known.addAndGet(-gone.size());
        }
    }

    /** Makes every next question read the database. */
    void forgetAll() {
        stores.clear();
        known.set(0);
    }

    /** How many grants are remembered. */
    int size() {
        return stores.values().stream().mapToInt(Store::size).sum();
    }

    private synchronized void forgetHalf() {
        int left = size();
        for (Map.Entry<String, Store> entry : stores.entrySet()) {
            if (left <= most / 2) {
                break;
            }
            left -= entry.getValue().size();
            stores.remove(entry.getKey(), entry.getValue());
        }
        // Counted anew: those who came and went meanwhile may have been counted wrongly.
        known.set(left);
    }

    /** What is known of one tenant. */
    private static final class Store {

        private final Map<UUID, Person> people = new ConcurrentHashMap<>(4);
        private final Map<Set<String>, Rights> rights = new ConcurrentHashMap<>(4);

        @Nullable
        HeldGrants find(Principal user, @Nullable Membership place) {
            Person person = people.get(user.id());
            return person == null || !person.is(user) ? null : person.at(place);
        }

        HeldGrants remember(Principal user, @Nullable Membership place, Loaded loaded) {
            HeldGrants grants =
                    GrantsAssembler.person(user, loaded.held(), place, keys -> share(keys, loaded.policies()));
            people.compute(user.id(), (id, known) -> known != null && known.is(user) ? known : new Person(user))
                    .put(place, grants);
            return grants;
        }

        Rights share(Set<String> keys, Policies policies) {
            return rights.computeIfAbsent(Set.copyOf(keys), held -> new Rights(held, policies));
        }

        int size() {
            return people.values().stream().mapToInt(Person::size).sum();
        }
    }

    /** What is known of one user, as long as they are who they were: policies read names and addresses. */
    private static final class Person {

        private final Principal principal;
        private final Map<UUID, Placed> places = new ConcurrentHashMap<>(2);
        private volatile @Nullable HeldGrants nowhere;

        Person(Principal principal) {
            this.principal = principal;
        }

        boolean is(Principal other) {
            return principal == other || principal.equals(other);
        }

        @Nullable
        HeldGrants at(@Nullable Membership place) {
            if (place == null) {
                return nowhere;
            }
            Placed placed = places.get(place.workspace().id());
            return placed != null && placed.membership.equals(place) ? placed.grants : null;
        }

        void put(@Nullable Membership place, HeldGrants grants) {
            if (place == null) {
                nowhere = grants;
            } else {
                places.put(place.workspace().id(), new Placed(place, grants));
            }
        }

        int size() {
            return places.size() + (nowhere == null ? 0 : 1);
        }
    }

    private record Placed(Membership membership, HeldGrants grants) {}
}
