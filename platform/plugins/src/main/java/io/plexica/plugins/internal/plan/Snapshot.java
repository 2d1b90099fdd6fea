package io.plexica.plugins.internal.plan;

import io.plexica.api.manifest.PluginManifest;
import io.plexica.api.problem.FieldError;
import io.plexica.plugins.internal.runtime.Versions;
import io.plexica.plugins.internal.store.Installation;
import io.plexica.plugins.internal.store.StoredVersion;
import io.plexica.spi.data.PluginSchemas.Difference;
import io.plexica.spi.plugins.PluginRef;
import io.plexica.spi.tenancy.Tenant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.osgi.framework.Version;

/**
 * All that a plan is made from, at one moment.
 *
 * @param tenant the tenant
 * @param platform this platform's version
 * @param versions all published versions
 * @param installations what the tenant has, or had
 * @param idle versions that do not run, and why
 * @param rights what whoever asks may do
 * @param dataLeft whether the tenant has tables of the plugin that the wish is about
 * @param differences how versions' migrations differ from those that have run in the tenant; none for those not named
 * @param unfit what the version that the tenant would move to has against the settings that there are, by pointer
 */
public record Snapshot(
        Tenant tenant,
        Version platform,
        List<StoredVersion> versions,
        List<Installation> installations,
        Map<PluginRef, String> idle,
        Rights rights,
        boolean dataLeft,
        Map<PluginRef, Difference> differences,
        List<FieldError> unfit) {

    public Snapshot {
        versions = List.copyOf(versions);
        installations = List.copyOf(installations);
        idle = Map.copyOf(idle);
        differences = Map.copyOf(differences);
        unfit = List.copyOf(unfit);
    }

    /**
     * What whoever asks may do in the tenant.
     *
     * @param install whether plugins may be installed
     * @param enable whether plugins may be enabled
     */
    public record Rights(boolean install, boolean enable) {

        /** Everything. */
        public static final Rights ALL = new Rights(true, true);
    }

    /** The same with one more version, which runs and whose migrations differ so; in the place of one of the same name. */
    public Snapshot with(StoredVersion more, Difference difference) {
        List<StoredVersion> all = new ArrayList<>(versions);
        all.removeIf(version -> version.ref().equals(more.ref()));
        all.add(more);
        Map<PluginRef, String> others = new HashMap<>(idle);
        others.remove(more.ref());
        Map<PluginRef, Difference> compared = new HashMap<>(differences);
        compared.put(more.ref(), difference);
        return new Snapshot(tenant, platform, all, installations, others, rights, dataLeft, compared, unfit);
    }

    /** The same where versions were compared with the tenant's tables. */
    public Snapshot compared(Map<PluginRef, Difference> all) {
        return new Snapshot(tenant, platform, versions, installations, idle, rights, dataLeft, all, unfit);
    }

    Difference difference(PluginRef ref) {
        return differences.getOrDefault(ref, Difference.NONE);
    }

    /** A plugin of the tenant, in any status. */
    Optional<Installation> find(String pluginId) {
        return installations.stream()
                .filter(installation -> installation.plugin().id().equals(pluginId))
                .findFirst();
    }

    Optional<StoredVersion> version(PluginRef ref) {
        return versions.stream().filter(version -> version.ref().equals(ref)).findFirst();
    }

    /** A plugin's versions that the tenant may see, newest first. */
    List<StoredVersion> visible(String pluginId) {
        return versions.stream()
                .filter(version -> version.manifest().id().equals(pluginId))
                .filter(version -> Eligibility.isVisible(version.manifest(), tenant.slug()))
                .sorted(Versions.OLDEST_FIRST.reversed())
                .toList();
    }

    /** The tenant's plugins but one, those under way to it among them. */
    Stream<Installation> others(String pluginId) {
        return installations.stream()
                .filter(installation -> !installation.plugin().id().equals(pluginId))
                .filter(installation -> installation.status().isPresent() || installation.operation() != null);
    }

    /** The manifests of the tenant's other plugins that are enabled. */
    Stream<PluginManifest> enabledBeside(String pluginId) {
        return others(pluginId).filter(Installation::enabled).flatMap(this::manifest);
    }

    Stream<PluginManifest> manifest(Installation installation) {
        return version(installation.plugin()).map(StoredVersion::manifest).stream();
    }
}
