package io.plexica.plugins.internal.store;

/** Where a plugin is in a tenant. */
public enum InstallationStatus {
    IN_PROGRESS,
    INSTALLED,
    DISABLED,
    FAILED,
    UNINSTALLED;

    /** Whether the tenant has the plugin. */
    public boolean isPresent() {
        return this == INSTALLED || this == DISABLED;
    }
}
