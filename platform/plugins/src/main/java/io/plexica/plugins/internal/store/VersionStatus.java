package io.plexica.plugins.internal.store;

/** Where a plugin version is in its life. */
public enum VersionStatus {
    /** Can be installed. */
    AVAILABLE,
    /** Can be installed, with a warning. */
    DEPRECATED,
    /** Stays with those who have it; nobody else gets it. */
    RETIRED,
    /** Is stopped for all. */
    QUARANTINED;

    /** Whether a tenant that does not have the version can get it. */
    public boolean isInstallable() {
        return this == AVAILABLE || this == DEPRECATED;
    }
}
