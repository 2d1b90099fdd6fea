package io.plexica.tenancy.internal;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * The ids of tenants that were removed, so that whoever has read one before does not bring it back. Only the last are kept:
 * nobody holds on to a row while so many others go. Safe for all threads.
 */
final class RemovedTenants {

    private final Set<UUID> ids;

    RemovedTenants(int most) {
        this.ids = Collections.synchronizedSet(Collections.newSetFromMap(new LinkedHashMap<>() {

            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<UUID, Boolean> eldest) {
                return size() > most;
            }
        }));
    }

    /** Takes one in; whether it is news. */
    boolean add(UUID id) {
        return ids.add(id);
    }

    boolean contains(UUID id) {
        return ids.contains(id);
    }
}
