package io.plexica.identity.internal.auth;

import io.plexica.spi.authorization.Grants;
import java.util.Set;

/** Two roles and two keys; they cover everything. */
final class SomeGrants implements Grants {
    @Override
    public Set<String> roles() {
        return Set.of("member", "admin");
    }

    @Override
    public Set<String> keys() {
        return Set.of("crm:*", "core:users:read");
    }

    @Override
    public boolean covers(String key) {
        return true;
    }
}
