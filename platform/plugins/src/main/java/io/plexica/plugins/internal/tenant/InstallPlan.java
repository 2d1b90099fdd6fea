package io.plexica.plugins.internal.tenant;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.FieldError;
import io.plexica.api.problem.PlexicaException;
import io.plexica.plugins.internal.plan.Eligibility;
import io.plexica.plugins.internal.runtime.Versions;
import io.plexica.plugins.internal.store.StoredVersion;
import io.plexica.spi.tenancy.Tenant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which version a tenant gets. Pure. */
final class InstallPlan {

    private InstallPlan() {}

    /**
     * The version to install: the one named, else the newest release.
     *
     * @param versions all versions of the plugin
     * @throws PlexicaException {@code plugin-not-found} when there is none that the tenant may see
     */
    static StoredVersion choose(Tenant tenant, String pluginId, @Nullable String wanted, List<StoredVersion> versions) {
        List<StoredVersion> visible = versions.stream()
                .filter(version -> Eligibility.isVisible(version.manifest(), tenant.slug()))
                .toList();
        if (visible.isEmpty()) {
            throw new PlexicaException(ErrorCode.PLUGIN_NOT_FOUND, "There is no plugin '" + pluginId + "'")
                    .with("plugin", pluginId);
        }
        if (wanted == null) {
            return Versions.newestRelease(visible).orElseThrow(() -> onlyPreReleases(pluginId, visible));
        }
        return visible.stream()
                .filter(version -> version.ref().version().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new PlexicaException(
                                ErrorCode.PLUGIN_NOT_FOUND,
                                "There is no version " + wanted + " of " + pluginId + "; there is " + names(visible))
                        .with("plugin", pluginId));
    }

    private static PlexicaException onlyPreReleases(String pluginId, List<StoredVersion> visible) {
        return PlexicaException.validation(new FieldError(
                "/version",
                "must be given: " + pluginId + " has no release yet, and pre-releases are taken only when named ("
                        + names(visible) + ")"));
    }

    private static String names(List<StoredVersion> versions) {
        return versions.stream().map(version -> version.ref().version()).collect(Collectors.joining(", "));
    }
}
