package io.plexica.plugins.internal.backup;

import io.plexica.api.problem.FieldError;
import io.plexica.api.problem.PlexicaException;
import io.plexica.plugins.internal.store.InstallationStatus;
import io.plexica.spi.backup.PartReader;
import io.plexica.spi.data.DatabaseException;
import io.plexica.spi.plugins.PluginRef;
import java.io.IOException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The plugins of a tenant in the form in which they travel.
 *
 * @param plugins those that the tenant has, and those whose tables it has kept
 */
record CopiedPlugins(List<Plugin> plugins) {

    static final String ENTRY = "installations.json";

    private static final Set<InstallationStatus> SETTLED = Set.of(
            InstallationStatus.INSTALLED,
            InstallationStatus.DISABLED,
            InstallationStatus.FAILED,
            InstallationStatus.UNINSTALLED);

    CopiedPlugins {
        plugins = List.copyOf(plugins);
    }

    /**
     * One of them.
     *
     * @param version the version that the tenant is, or was, on
     * @param granted whether default permissions were given once
     * @param tablesFrom the version from which its tables were last migrated
     */
    record Plugin(
            String id,
            String version,
            InstallationStatus status,
            boolean granted,
            @Nullable Instant installedAt,
            @Nullable UUID installedBy,
            @Nullable String installedByEmail,
            @Nullable Instant disabledAt,
            @Nullable Instant uninstalledAt,
            @Nullable String reason,
            @Nullable String tablesFrom,
            @Nullable Instant createdAt) {

        PluginRef toRef() {
            return new PluginRef(id, version);
        }

        /** Where its tables lie in the part. */
        String toFolder() {
            return id + "/";
        }
    }

    /**
     * Reads them.
     *
     * @throws PlexicaException {@code validation-failed} when they are not what they should be
     */
    static CopiedPlugins read(PartReader from) throws IOException {
        CopiedPlugins copied = from.json(ENTRY, CopiedPlugins.class).orElseThrow(() -> unfit("is missing"));
        Set<String> ids = new HashSet<>();
        for (Plugin plugin : copied.plugins()) {
            boolean named = plugin.id() != null
                    && plugin.id().matches("[a-z](?:[a-z0-9]|-(?=[a-z0-9])){1,19}")
                    && plugin.version() != null
                    && plugin.status() != null;
            if (!named || !ids.add(plugin.id()) || !SETTLED.contains(plugin.status())) {
                throw unfit("has a plugin without an id, version or status, in the middle of something, or twice");
            }
        }
        return copied;
    }

    /** Whether the database has something against what the rows hold. */
    static boolean isRefused(DatabaseException e) {
        return e.sqlState().startsWith("22") || e.sqlState().startsWith("23");
    }

    static PlexicaException unfit(String message) {
        return PlexicaException.validation(new FieldError("/plugins/" + ENTRY, message));
    }
}
