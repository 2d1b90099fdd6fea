package io.plexica.plugins.internal.rest;

import io.plexica.plugins.internal.store.Installation;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A plugin in a tenant over the network. */
public record InstallationView(
        String plugin,
        String version,
        String status,
        boolean enabled,
        @Nullable Instant installedAt,
        @Nullable By installedBy,
        @Nullable Instant disabledAt,
        @Nullable Instant uninstalledAt,
        @Nullable String reason,
        @Nullable String operation,
        List<String> warnings,
        Instant createdAt,
        Instant updatedAt) {

    /**
     * What there is to say of an installation.
     *
     * @param warnings what its people should know about the version
     */
    public static InstallationView of(Installation installation, List<String> warnings) {
        UUID by = installation.installedBy();
        return new InstallationView(
                installation.plugin().id(),
                installation.plugin().version(),
                installation.status().name(),
                installation.enabled(),
                installation.installedAt(),
                by == null ? null : new By(by, installation.installedByEmail()),
                installation.disabledAt(),
                installation.uninstalledAt(),
                installation.reason(),
                installation.operation(),
                List.copyOf(warnings),
                installation.createdAt(),
                installation.updatedAt());
    }

    /** Who installed it. */
    public record By(UUID id, @Nullable String email) {}
}
