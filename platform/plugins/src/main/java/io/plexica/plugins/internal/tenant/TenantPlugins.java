package io.plexica.plugins.internal.tenant;

import io.plexica.api.problem.PlexicaException;
import io.plexica.plugins.internal.configuration.Configurations;
import io.plexica.plugins.internal.plan.Eligibility;
import io.plexica.plugins.internal.plan.InstallationRequest;
import io.plexica.plugins.internal.plan.MoveOrigin;
import io.plexica.plugins.internal.plan.Plan;
import io.plexica.plugins.internal.plan.Planner;
import io.plexica.plugins.internal.plan.Snapshot;
import io.plexica.plugins.internal.preview.ExpectedState;
import io.plexica.plugins.internal.preview.Preview;
import io.plexica.plugins.internal.preview.Previews;
import io.plexica.plugins.internal.runtime.PluginRuntime;
import io.plexica.plugins.internal.runtime.StateWarnings;
import io.plexica.plugins.internal.runtime.Versions;
import io.plexica.plugins.internal.settings.PluginsSettings;
import io.plexica.plugins.internal.store.Installation;
import io.plexica.plugins.internal.store.InstallationStore;
import io.plexica.plugins.internal.store.StoredVersion;
import io.plexica.spi.plugins.PluginRef;
import io.plexica.spi.tenancy.Tenant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Plugins in tenants, for REST and shell alike. Every call runs in the caller's context, blocks until it is done and answers
 * with the installation as it is then. Safe for all threads.
 */
@Component(service = TenantPlugins.class)
public final class TenantPlugins {

    private final InstallationStore installations;
    private final PluginRuntime runtime;
    private final PlanExecutor applying;
    private final Snapshots snapshots;
    private final Previews previews;
    private final Configurations configurations;
    private final PluginsSettings settings;

    /** Takes what does the work. */
    @Activate
    public TenantPlugins(
            @Reference InstallationStore installations,
            @Reference PluginRuntime runtime,
            @Reference PlanExecutor applying,
            @Reference Snapshots snapshots,
            @Reference Previews previews,
            @Reference Configurations configurations,
            @Reference PluginsSettings settings) {
        this.installations = installations;
        this.runtime = runtime;
        this.applying = applying;
        this.snapshots = snapshots;
        this.previews = previews;
        this.configurations = configurations;
        this.settings = settings;
    }

    /** All installations of a tenant, in any status, by plugin. */
    public List<Installation> list(Tenant tenant) {
        return installations.ofTenant(tenant.slug()).stream()
                .filter(installation -> settings.serves(installation.plugin().id()))
                .toList();
    }

    /**
     * One of them.
     *
     * @throws PlexicaException {@code not-found} when the tenant never tried to install the plugin
     */
    public Installation get(Tenant tenant, String pluginId) {
        return find(tenant, pluginId)
                .orElseThrow(() ->
                        PlexicaException.notFound("The plugin '" + pluginId + "' is not installed in this tenant"));
    }

    /** The same; empty when there is none. */
    public Optional<Installation> find(Tenant tenant, String pluginId) {
        return installations.find(tenant.slug(), pluginId).filter(installation -> settings.serves(pluginId));
    }

    /**
     * Installs and enables a plugin, and before it all that it needs.
     *
     * @param version the version; null for the newest release that is AVAILABLE
     * @param grantDefaults whether roles get their default permissions; null for only the first time
     */
    public Installation install(
            Tenant tenant, String pluginId, @Nullable String version, @Nullable Boolean grantDefaults) {
        return install(tenant, pluginId, version, Map.of(), grantDefaults);
    }

    /**
     * The same with settings.
     *
     * @param configuration the tenant's settings of the plugin; empty for those that there are
     */
    public Installation install(
            Tenant tenant,
            String pluginId,
            @Nullable String version,
            Map<String, ?> configuration,
            @Nullable Boolean grantDefaults) {
        return apply(tenant, toInstall(tenant, pluginId, version, configuration, grantDefaults));
    }

    /**
     * Installs the version that is given to whoever names none, a pre-release only where there is no release, unless the
     * tenant has the plugin. Also for tenants that are only being made.
     */
    public void ensureInstalled(Tenant tenant, String pluginId) {
        boolean present = installations
                .find(tenant.slug(), pluginId)
                .filter(installation -> installation.status().isPresent())
                .isPresent();
        if (!present) {
            String newest = Versions.preferred(visible(tenant, pluginId))
                    .map(version -> version.ref().version())
                    .orElse(null);
            apply(tenant, toInstall(tenant, pluginId, newest, null).whileProvisioning());
        }
    }

    /** What the tenant's people should know about the version that they are on; empty when there is nothing to say. */
    public List<String> warnings(Installation installation) {
        return installation.status().isPresent()
                ? runtime.registry()
                        .find(installation.plugin())
                        .map(StateWarnings::of)
                        .orElse(List.of())
                : List.of();
    }

    /** Lets requests in. */
    public Installation enable(Tenant tenant, String pluginId) {
        return apply(tenant, InstallationRequest.enable(pluginId));
    }

    /** Shuts requests out. */
    public Installation disable(Tenant tenant, String pluginId) {
        return apply(tenant, InstallationRequest.disable(pluginId));
    }

    /**
     * Moves the tenant to another version.
     *
     * @param version the version; null for the newest release
     */
    public Installation upgrade(Tenant tenant, String pluginId, @Nullable String version) {
        return apply(tenant, toUpgrade(tenant, pluginId, version));
    }

    /**
     * Moves the tenant back to a version that it was on, in whatever state that is by now. Its tables stay as they are:
     * versions read those of their successors.
     */
    public Installation moveBack(Tenant tenant, PluginRef version) {
        return moveBack(tenant, version, MoveOrigin.back(null, null));
    }

    /**
     * The same for a reason.
     *
     * @param course whose move is taken back, and why
     * @throws PlexicaException {@code conflict} {@link MoveOrigin#MOVED_ON} when that move is not the last any more
     */
    public Installation moveBack(Tenant tenant, PluginRef version, MoveOrigin course) {
        StoredVersion target = runtime.registry()
                .find(version)
                .orElseThrow(() -> PlexicaException.conflict("version-withdrawn", version + " is there no more"));
        return apply(tenant, InstallationRequest.move(target, course));
    }

    /** Moves the tenant since an operator rolls a version out. */
    public Installation rollOut(Tenant tenant, PluginRef version, MoveOrigin course) {
        StoredVersion target = InstallPlan.forTenant(tenant, version, versions(version.id()));
        return apply(tenant, InstallationRequest.move(target, course));
    }

    /** Takes the plugin from the tenant. */
    public void uninstall(Tenant tenant, String pluginId, boolean deleteData) {
        apply(tenant, InstallationRequest.uninstall(pluginId, deleteData));
    }

    /** The wish to install a version, with the settings that there are. */
    public InstallationRequest toInstall(
            Tenant tenant, String pluginId, @Nullable String version, @Nullable Boolean grantDefaults) {
        return toInstall(tenant, pluginId, version, Map.of(), grantDefaults);
    }

    /**
     * The wish to install a version.
     *
     * @param version the version; null for the newest release
     * @param configuration the tenant's settings of the plugin; empty for those that there are
     * @throws PlexicaException {@code plugin-not-found} when there is none that the tenant may see;
     *     {@code validation-failed} when the settings are not right
     */
    public InstallationRequest toInstall(
            Tenant tenant,
            String pluginId,
            @Nullable String version,
            Map<String, ?> configuration,
            @Nullable Boolean grantDefaults) {
        StoredVersion chosen = choose(tenant, pluginId, version);
        configurations.check(tenant, chosen.manifest(), configuration);
        return InstallationRequest.install(chosen, grantDefaults).with(configuration);
    }

    /**
     * The wish to move to a version.
     *
     * @param version the version; null for the newest release, unless the tenant is on a newer version already or there is none
     * @throws PlexicaException {@code plugin-not-found} when there is none that the tenant may see
     */
    public InstallationRequest toUpgrade(Tenant tenant, String pluginId, @Nullable String version) {
        Optional<StoredVersion> present = version == null ? serving(tenant, pluginId) : Optional.empty();
        Optional<StoredVersion> release = Versions.preferredRelease(visible(tenant, pluginId));
        return InstallationRequest.upgrade(present.filter(
                        own -> release.isEmpty() || Versions.OLDEST_FIRST.compare(own, release.get()) > 0)
                .orElseGet(() -> choose(tenant, pluginId, version)));
    }

    /** The version that a tenant is on, unless it is stopped. */
    private Optional<StoredVersion> serving(Tenant tenant, String pluginId) {
        return installations
                .find(tenant.slug(), pluginId)
                .flatMap(installation -> runtime.registry().find(installation.plugin()))
                .filter(present -> !present.state().isQuarantined());
    }

    /** Those that a tenant may see and that run here. */
    private List<StoredVersion> visible(Tenant tenant, String pluginId) {
        return suitable(pluginId).stream()
                .filter(version -> Eligibility.isVisible(version.manifest(), tenant.slug()))
                .toList();
    }

    /** What would have to be done for a wish, all that stands in its way, and what would follow. Nothing changes. */
    public Preview preview(Tenant tenant, InstallationRequest wish) {
        Snapshot snapshot = snapshots.take(tenant, wish);
        return previews.of(snapshot, Planner.plan(snapshot, wish));
    }

    /**
     * Refuses at once what would be refused anyway, for work that goes on while its caller does.
     *
     * @throws PlexicaException the refusal
     */
    public void check(Tenant tenant, InstallationRequest wish, ExpectedState expected) {
        Snapshot snapshot = snapshots.take(tenant, wish);
        Plan plan = Planner.plan(snapshot, wish);
        if (!expected.isAny()) {
            expected.require(previews.of(snapshot, plan).state());
        }
        plan.demandFeasible();
    }

    /** Fulfils a wish, if the state is the expected one. */
    public Installation apply(Tenant tenant, InstallationRequest wish, ExpectedState expected, Progress progress) {
        applying.apply(tenant, wish, expected, progress);
        return get(tenant, wish.pluginId());
    }

    private Installation apply(Tenant tenant, InstallationRequest wish) {
        return apply(tenant, wish, ExpectedState.ANY, Progress.NONE);
    }

    private StoredVersion choose(Tenant tenant, String pluginId, @Nullable String version) {
        return InstallPlan.choose(tenant, pluginId, version, version == null ? suitable(pluginId) : versions(pluginId));
    }

    /** Those that run on this platform, which may be another one than when they were published; all where none does. */
    private List<StoredVersion> suitable(String pluginId) {
        List<StoredVersion> suitable = versions(pluginId).stream()
                .filter(version ->
                        Versions.runsOn(version.manifest(), runtime.registry().platform()))
                .toList();
        return suitable.isEmpty() ? versions(pluginId) : suitable;
    }

    private List<StoredVersion> versions(String pluginId) {
        return runtime.registry().versions(pluginId);
    }
}
