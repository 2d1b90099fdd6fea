package io.plexica.plugins.internal.tenant;

import io.plexica.api.problem.PlexicaException;
import io.plexica.plugins.internal.runtime.PluginRuntime;
import io.plexica.plugins.internal.runtime.Versions;
import io.plexica.plugins.internal.settings.PluginsSettings;
import io.plexica.plugins.internal.store.Installation;
import io.plexica.plugins.internal.store.InstallationStore;
import io.plexica.plugins.internal.store.StoredVersion;
import io.plexica.spi.tenancy.Tenant;
import io.plexica.spi.tenancy.TenantStatus;
import io.plexica.spi.tenancy.Tenants;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

    private static final Set<TenantStatus> SERVED = EnumSet.of(TenantStatus.ACTIVE, TenantStatus.SUSPENDED);
    private static final Set<TenantStatus> SERVED_OR_NEW =
            EnumSet.of(TenantStatus.PROVISIONING, TenantStatus.ACTIVE, TenantStatus.SUSPENDED);

    private final InstallationStore installations;
    private final PluginRuntime runtime;
    private final Installing installing;
    private final Switching switching;
    private final Upgrading upgrading;
    private final Uninstalling uninstalling;
    private final Tenants tenants;
    private final PluginsSettings settings;

    /** Takes what does the work. */
    @Activate
    public TenantPlugins(
            @Reference InstallationStore installations,
            @Reference PluginRuntime runtime,
            @Reference Installing installing,
            @Reference Switching switching,
            @Reference Upgrading upgrading,
            @Reference Uninstalling uninstalling,
            @Reference Tenants tenants,
            @Reference PluginsSettings settings) {
        this.installations = installations;
        this.runtime = runtime;
        this.installing = installing;
        this.switching = switching;
        this.upgrading = upgrading;
        this.uninstalling = uninstalling;
        this.tenants = tenants;
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
        return installations
                .find(tenant.slug(), pluginId)
                .filter(installation -> settings.serves(pluginId))
                .orElseThrow(() -> Operations.notInstalled(pluginId));
    }

    /**
     * Installs and enables a plugin.
     *
     * @param version the version; null for the newest release
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
        demandStatus(tenant, SERVED);
        return put(tenant, pluginId, version, configuration, grantDefaults);
    }

    /** Installs the newest version, a pre-release where there is no release, unless the tenant has the plugin. */
    public void ensureInstalled(Tenant tenant, String pluginId) {
        boolean there = installations
                .find(tenant.slug(), pluginId)
                .filter(Switching::isPresent)
                .isPresent();
        if (there) {
            return;
        }
        String newest = Versions.newest(versions(pluginId))
                .map(version -> version.ref().version())
                .orElse(null);
        demandStatus(tenant, SERVED_OR_NEW);
        put(tenant, pluginId, newest, Map.of(), null);
    }

    /** Lets requests in. */
    public Installation enable(Tenant tenant, String pluginId) {
        demandStatus(tenant, SERVED);
        switching.enable(tenant, pluginId);
        return get(tenant, pluginId);
    }

    /** Shuts requests out. */
    public Installation disable(Tenant tenant, String pluginId) {
        switching.disable(tenant, pluginId);
        return get(tenant, pluginId);
    }

    /**
     * Moves the tenant to another version.
     *
     * @param version the version; null for the newest release
     */
    public Installation upgrade(Tenant tenant, String pluginId, @Nullable String version) {
        demandStatus(tenant, SERVED);
        Installation present = get(tenant, pluginId);
        if (!present.status().isPresent()) {
            throw Operations.notInstalled(pluginId);
        }
        upgrading.upgrade(tenant, InstallPlan.choose(tenant, pluginId, version, versions(pluginId)));
        return get(tenant, pluginId);
    }

    /** Takes the plugin from the tenant. */
    public void uninstall(Tenant tenant, String pluginId, boolean deleteData) {
        uninstalling.uninstall(tenant, pluginId, deleteData);
    }

    private Installation put(
            Tenant tenant,
            String pluginId,
            @Nullable String version,
            Map<String, ?> configuration,
            @Nullable Boolean grantDefaults) {
        StoredVersion chosen = InstallPlan.choose(tenant, pluginId, version, versions(pluginId));
        installing.install(tenant, chosen, configuration, grantDefaults);
        return get(tenant, pluginId);
    }

    /** What is begun later than this look is stopped by the tenant's rows and schema, which are gone then. */
    private void demandStatus(Tenant tenant, Set<TenantStatus> wanted) {
        TenantStatus status = tenants.find(tenant.slug()).map(Tenant::status).orElse(TenantStatus.DELETED);
        if (!wanted.contains(status)) {
            throw PlexicaException.conflict(
                    "tenant-busy",
                    "The tenant is " + status + "; plugins are brought to tenants that are there to stay");
        }
    }

    private List<StoredVersion> versions(String pluginId) {
        return runtime.registry().versions(pluginId);
    }
}
