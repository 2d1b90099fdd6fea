package io.plexica.plugins.internal.tenant;

import io.plexica.api.manifest.PluginManifest;
import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.FieldError;
import io.plexica.api.problem.PlexicaException;
import io.plexica.plugins.internal.runtime.Versions;
import io.plexica.plugins.internal.store.StoredVersion;
import io.plexica.spi.tenancy.Tenant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which version a tenant gets, and whether it may. Pure. */
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
                .filter(version -> isVisible(version.manifest(), tenant.slug()))
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

    /** Whether a tenant may see a plugin. */
    static boolean isVisible(PluginManifest manifest, String slug) {
        return manifest.visibility().isPublic()
                || manifest.visibility().tenants().contains(slug);
    }

    /** Refuses what the tenant's plan does not include. */
    static void demandPlan(PluginManifest manifest, Tenant tenant) {
        if (!manifest.plans().isEmpty() && !manifest.plans().contains(tenant.plan())) {
            throw new PlexicaException(
                            ErrorCode.PLAN_REQUIRED,
                            manifest.name() + " is for tenants on the plan " + String.join(" or ", manifest.plans())
                                    + "; this one is on " + tenant.plan())
                    .with("plugin", manifest.id())
                    .with("plans", manifest.plans());
        }
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
