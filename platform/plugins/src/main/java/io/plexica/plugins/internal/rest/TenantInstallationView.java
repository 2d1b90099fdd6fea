package io.plexica.plugins.internal.rest;

import io.plexica.plugins.internal.rest.InstallationView.By;
import io.plexica.plugins.internal.store.Installation;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A tenant that has a plugin, over the network. */
public record TenantInstallationView(
        String tenant,
        String version,
        String status,
        boolean enabled,
        @Nullable Instant installedAt,
        @Nullable By installedBy,
        @Nullable Instant disabledAt,
        @Nullable Instant uninstalledAt,
        @Nullable String reason,
        @Nullable String operation,
        Instant updatedAt) {

    /** What there is to say. */
    public static TenantInstallationView of(Installation installation) {
        InstallationView view = InstallationView.of(installation, List.of());
        return new TenantInstallationView(
                installation.tenantSlug(),
                view.version(),
                view.status(),
                view.enabled(),
                view.installedAt(),
                view.installedBy(),
                view.disabledAt(),
                view.uninstalledAt(),
                view.reason(),
                view.operation(),
                view.updatedAt());
    }
}
