package io.plexica.spi.tenancy;

/** Where a tenant is in its life. */
public enum TenantStatus {
    PROVISIONING,
    ACTIVE,
    SUSPENDED,
    PENDING_DELETION,
    DELETED
}
