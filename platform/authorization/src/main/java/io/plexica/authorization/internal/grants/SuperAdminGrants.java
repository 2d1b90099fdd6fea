package io.plexica.authorization.internal.grants;

import io.plexica.spi.authorization.Grants;
import java.util.Set;

/** What operators hold: everything of the platform's own, nothing of a plugin's. Policies of tenants do not concern them. */
final class SuperAdminGrants implements Grants {

    /** The role that operators have, and that no tenant can make. */
    static final String ROLE = "super-admin";

    static final Grants INSTANCE = new SuperAdminGrants();

    private static final String PREFIX = "core:";

    private SuperAdminGrants() {}

    @Override
    public Set<String> roles() {
        return Set.of(ROLE);
    }

    @Override
    public Set<String> keys() {
        return Set.of("core:*");
    }

    @Override
    public boolean covers(String key) {
        return key.length() > PREFIX.length() && key.startsWith(PREFIX);
    }
}
