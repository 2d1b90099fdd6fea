package io.plexica.plugins.internal.tenant;

import io.plexica.api.problem.PlexicaException;
import io.plexica.plugins.internal.publish.Publisher;
import io.plexica.spi.plugins.PluginRef;
import io.plexica.spi.plugins.Plugins;
import io.plexica.spi.tenancy.Tenants;
import java.nio.file.Path;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Publishing and installing for other rooms, by the same code as for REST and shell. */
@Component
public final class PluginsService implements Plugins {

    private final Publisher publisher;
    private final TenantPlugins tenantPlugins;
    private final Tenants tenants;

    /** Takes what does the work. */
    @Activate
    public PluginsService(
            @Reference Publisher publisher, @Reference TenantPlugins tenantPlugins, @Reference Tenants tenants) {
        this.publisher = publisher;
        this.tenantPlugins = tenantPlugins;
        this.tenants = tenants;
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
}
