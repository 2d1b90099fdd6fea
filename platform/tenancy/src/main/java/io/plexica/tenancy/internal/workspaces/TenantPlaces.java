package io.plexica.tenancy.internal.workspaces;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of one tenant. Whoever reads the tables takes hold of it before and fills it after; a change drops it,
 * so that what was read before the change goes into one that nobody asks any more. Safe for all threads.
 */
final class TenantPlaces {

    private final Map<UUID, UserPlaces> users = new ConcurrentHashMap<>();
    private volatile @Nullable UserPlaces everywhere;
    private volatile @Nullable UserPlaces plain;

    @Nullable
    UserPlaces of(UUID userId, boolean entersAll) {
        return entersAll ? everywhere : users.get(userId);
    }

    void put(UUID userId, boolean entersAll, UserPlaces places) {
        if (entersAll) {
            everywhere = places;
        } else {
            users.put(userId, shared(places));
        }
    }

    private UserPlaces shared(UserPlaces places) {
        UserPlaces same = plain;
        if (!places.isPlain() || places.equals(same)) {
            return places.isPlain() && same != null ? same : places;
        }
        plain = places;
        return places;
    }
}
