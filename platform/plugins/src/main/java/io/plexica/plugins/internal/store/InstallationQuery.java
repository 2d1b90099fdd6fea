package io.plexica.plugins.internal.store;

import io.plexica.api.problem.FieldError;
import io.plexica.api.problem.PlexicaException;
import io.plexica.api.rest.PageQuery;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which tenants have a plugin.
 *
 * @param only in this tenant; null for all
 * @param status only those in it; null for those that have the plugin, enabled or disabled
 * @param version only those on it; null for all
 * @param paging which page, in what order, with what text in the tenant's slug
 */
public record InstallationQuery(
        String pluginId,
        @Nullable String only,
        @Nullable InstallationStatus status,
        @Nullable String version,
        PageQuery paging) {

    private static final Map<String, String> SORTABLE = Map.of(
            "tenant", "tenant_slug",
            "version", "version",
            "status", "status",
            "installedAt", "installed_at",
            "updatedAt", "updated_at");

    /** Reads the parameters of a call. */
    public static InstallationQuery of(
            String pluginId,
            @Nullable String only,
            @Nullable String status,
            @Nullable String version,
            PageQuery paging) {
        paging.orderBy(SORTABLE, "");
        return new InstallationQuery(pluginId, only, status == null ? null : status(status), version, paging);
    }

    String order() {
        return paging.orderBy(SORTABLE, "tenant_slug") + ", tenant_slug";
    }

    private static InstallationStatus status(String text) {
        return Arrays.stream(InstallationStatus.values())
                .filter(status -> status.name().equals(text))
                .findFirst()
                .orElseThrow(() -> PlexicaException.validation(new FieldError(
                        "/status",
                        "must be one of "
                                + Arrays.stream(InstallationStatus.values())
                                        .map(InstallationStatus::name)
                                        .collect(Collectors.joining(", ")))));
    }
}
