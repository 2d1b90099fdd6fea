package io.plexica.plugins.internal.tenant;

import io.plexica.api.problem.PlexicaException;
import io.plexica.plugins.internal.publish.Publisher;
import io.plexica.plugins.internal.runtime.PluginRuntime;
import io.plexica.plugins.internal.runtime.Versions;
import io.plexica.plugins.internal.store.ArtifactStore;
import io.plexica.plugins.internal.store.InstallationPages;
import io.plexica.plugins.internal.store.StoredVersion;
import io.plexica.spi.plugins.PluginRef;
import io.plexica.spi.plugins.Plugins;
import io.plexica.spi.tenancy.Tenants;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Publishing and installing for other rooms, by the same code as for REST and shell. */
@Component
public final class PluginsService implements Plugins {

    private final Publisher publisher;
    private final PluginRuntime runtime;
    private final ArtifactStore artifacts;
    private final TenantPlugins tenantPlugins;
    private final Tenants tenants;
    private final InstallationPages installations;

    /** Takes what does the work. */
    @Activate
    public PluginsService(
            @Reference Publisher publisher,
            @Reference PluginRuntime runtime,
            @Reference ArtifactStore artifacts,
            @Reference TenantPlugins tenantPlugins,
            @Reference Tenants tenants,
            @Reference InstallationPages installations) {
        this.publisher = publisher;
        this.runtime = runtime;
        this.artifacts = artifacts;
        this.tenantPlugins = tenantPlugins;
        this.tenants = tenants;
        this.installations = installations;
    }

    @Override
    public PluginRef publish(Path jar) {
        return publisher.publish(jar, "platform").version().ref();
    }

    @Override
    public void ensureInstalled(String tenantSlug, String pluginId) {
        tenantPlugins.ensureInstalled(
                tenants.find(tenantSlug)
                        .orElseThrow(() -> PlexicaException.notFound("There is no tenant '" + tenantSlug + "'")),
                pluginId);
    }

    @Override
    public List<PluginRef> published() {
        return runtime.registry().allVersions().stream()
                .sorted(Comparator.<StoredVersion, String>comparing(
                                version -> version.manifest().id())
                        .thenComparing(Versions.OLDEST_FIRST))
                .map(StoredVersion::ref)
                .toList();
    }

    @Override
    public Map<String, Long> installed(Collection<String> tenantSlugs) {
        return installations.counts(tenantSlugs);
    }

    @Override
    public void copy(PluginRef plugin, Path target) {
        StoredVersion version =
                runtime.registry().find(plugin).orElseThrow(() -> PlexicaException.notFound("There is no " + plugin));
        artifacts.copy(version.digest(), target);
    }
}
