package io.plexica.tenancy.internal.workspaces;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of one tenant. Whoever reads the tables takes hold of it before and fills it after; a change drops it,
 * so that what was read before the change goes into one that nobody asks any more. Safe for all threads.
 */
final class TenantMemberships {

    private final Map<UUID, UserMemberships> users = new ConcurrentHashMap<>();
    private volatile @Nullable UserMemberships everywhere;
    private volatile @Nullable UserMemberships plain;

    @Nullable
    UserMemberships of(UUID userId, boolean entersAll) {
        return entersAll ? everywhere : users.get(userId);
    }

    void put(UUID userId, boolean entersAll, UserMemberships places) {
        if (entersAll) {
            everywhere = places;
        } else {
            users.put(userId, shared(places));
        }
    }

    private UserMemberships shared(UserMemberships places) {
        UserMemberships same = plain;
        if (!places.isPlain() || places.equals(same)) {
            return places.isPlain() && same != null ? same : places;
        }
        plain = places;
        return places;
    }
}
