package io.plexica.authorization.internal;

import io.plexica.spi.authorization.Grants;
import java.util.Set;

/** Grants made ready for questions. Immutable; users with the same roles share one. */
final class CompiledGrants implements Grants {

    /** What operators hold: everything of the platform's own, nothing of a plugin's. */
    static final Grants SUPER_ADMIN = new CompiledGrants(Set.of("super-admin"), Set.of("core:*"));

    private final Set<String> roles;
    private final Set<String> keys;
    private final KeyMatcher matcher;

    CompiledGrants(Set<String> roles, Set<String> keys) {
        this.roles = Set.copyOf(roles);
        this.keys = Set.copyOf(keys);
        this.matcher = new KeyMatcher(this.keys);
    }

    @Override
    public Set<String> roles() {
        return roles;
    }

    @Override
    public Set<String> keys() {
        return keys;
    }

    @Override
    public boolean covers(String key) {
        return matcher.covers(key);
    }

    @Override
    public String toString() {
        return "Grants[roles=" + roles + "]";
    }
}
