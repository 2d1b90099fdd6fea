package io.plexica.plugins.internal.tenant;

import io.plexica.api.manifest.SemanticVersion;
import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.FieldError;
import io.plexica.api.problem.PlexicaException;
import io.plexica.plugins.internal.plan.Eligibility;
import io.plexica.plugins.internal.runtime.Versions;
import io.plexica.plugins.internal.store.StoredVersion;
import io.plexica.spi.plugins.PluginRef;
import io.plexica.spi.tenancy.Tenant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which version a tenant gets. Pure. */
final class InstallPlan {

    private InstallPlan() {}

    /**
     * The version to install: the one named, else the newest AVAILABLE release, or a DEPRECATED one where there is none.
     *
     * @param versions all versions of the plugin
     * @throws PlexicaException {@code plugin-not-found} when there is none that the tenant may see; {@code conflict} when
     *     the one named is given to nobody any more, or none is
     */
    static StoredVersion choose(Tenant tenant, String pluginId, @Nullable String wanted, List<StoredVersion> versions) {
        List<StoredVersion> visible = versions.stream()
                .filter(version -> Eligibility.isVisible(version.manifest(), tenant.slug()))
                .toList();
        if (visible.isEmpty()) {
            throw new PlexicaException(ErrorCode.PLUGIN_NOT_FOUND, "There is no plugin '" + pluginId + "'")
                    .with("plugin", pluginId);
        }
        if (wanted != null && SemanticVersion.parse(wanted).isEmpty()) {
            throw PlexicaException.validation(
                    new FieldError("/version", "must be a semantic version such as 1.2.3, or left out"));
        }
        if (wanted == null) {
            return Versions.preferredRelease(visible).orElseThrow(() -> noneToTake(pluginId, visible));
        }
        StoredVersion named = visible.stream()
                .filter(version -> version.ref().version().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new PlexicaException(
                                ErrorCode.PLUGIN_NOT_FOUND,
                                "There is no version " + wanted + " of " + pluginId + "; there is " + names(visible))
                        .with("plugin", pluginId));
        demandInstallable(named, visible);
        return named;
    }

    /**
     * The version that an operator has named, who may know that there are others than the tenant may see.
     *
     * @throws PlexicaException as {@link #choose}; {@code conflict} when the tenant may not see the one named
     */
    static StoredVersion forTenant(Tenant tenant, PluginRef wanted, List<StoredVersion> versions) {
        if (versions.stream()
                .anyMatch(version ->
                        version.ref().equals(wanted) && !Eligibility.isVisible(version.manifest(), tenant.slug()))) {
            throw PlexicaException.conflict(
                            "not-visible",
                            wanted + " is there, but its manifest keeps it from " + tenant.slug()
                                    + ": visibility names the tenants that may have it")
                    .with("plugin", wanted.id());
        }
        return choose(tenant, wanted.id(), wanted.version(), versions);
    }

    /** Refuses a version that is given to nobody any more. */
    private static void demandInstallable(StoredVersion named, List<StoredVersion> visible) {
        if (named.status().isInstallable()) {
            return;
        }
        String instead = Versions.preferredRelease(visible)
                .map(version -> "take " + version.ref().version())
                .orElse("a super admin can release it");
        String reason = named.state().reason();
        throw PlexicaException.conflict(
                        named.state().isQuarantined() ? "version-quarantined" : "version-retired",
                        named.ref()
                                + (named.state().isQuarantined() ? " is stopped for everybody" : " is retired")
                                + (reason == null ? "" : " (" + reason + ")") + "; " + instead)
                .with("plugin", named.ref().id());
    }

    private static PlexicaException noneToTake(String pluginId, List<StoredVersion> visible) {
        List<StoredVersion> installable = visible.stream()
                .filter(version -> version.status().isInstallable())
                .toList();
        if (installable.isEmpty()) {
            return PlexicaException.conflict(
                            "no-version",
                            "no version of " + pluginId + " is given to anybody any more (" + names(visible)
                                    + "); a super admin can release one, or publish a newer one")
                    .with("plugin", pluginId);
        }
        return PlexicaException.validation(new FieldError(
                "/version",
                "must be given: " + pluginId + " has no release yet, and pre-releases are taken only when named ("
                        + names(installable) + ")"));
    }

    private static String names(List<StoredVersion> versions) {
        return versions.stream().map(version -> version.ref().version()).collect(Collectors.joining(", "));
    }
}
