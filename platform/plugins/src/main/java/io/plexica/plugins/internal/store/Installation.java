package io.plexica.plugins.internal.store;

import io.plexica.spi.plugins.PluginRef;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A plugin in a tenant.
 *
 * @param tenantSlug the tenant
 * @param plugin the version that the tenant is on, or was on
 * @param status where it is
 * @param operation what is being done to it right now; null for nothing
 * @param operationId the run that does it
 * @param fresh whether the running installation makes the schema
 * @param granted whether default permissions were given once
 * @param installedAt when it was installed
 * @param installedBy by whom
 * @param installedByEmail their address
 * @param disabledAt since when it is disabled
 * @param uninstalledAt when it was uninstalled
 * @param reason why it failed, or what was left behind
 * @param tablesFrom the version from which its tables were last migrated; null when they came with a first installation
 * @param createdAt when the tenant first tried to install it
 * @param updatedAt when the row changed last
 */
public record Installation(
        String tenantSlug,
        PluginRef plugin,
        InstallationStatus status,
        @Nullable String operation,
        @Nullable UUID operationId,
        boolean fresh,
        boolean granted,
        @Nullable Instant installedAt,
        @Nullable UUID installedBy,
        @Nullable String installedByEmail,
        @Nullable Instant disabledAt,
        @Nullable Instant uninstalledAt,
        @Nullable String reason,
        @Nullable String tablesFrom,
        Instant createdAt,
        Instant updatedAt) {

    /** Whether requests are let in. */
    public boolean enabled() {
        return status == InstallationStatus.INSTALLED;
    }
}
