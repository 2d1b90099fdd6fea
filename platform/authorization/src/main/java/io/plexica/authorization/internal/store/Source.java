package io.plexica.authorization.internal.store;

/** Who wrote a policy, and may alone change it. */
public enum Source {
    CORE,
    PLUGIN,
    SUPER_ADMIN,
    TENANT_ADMIN
}
