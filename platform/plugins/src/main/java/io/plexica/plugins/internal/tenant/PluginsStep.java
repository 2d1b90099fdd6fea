package io.plexica.plugins.internal.tenant;

import io.plexica.plugins.internal.runtime.Routes;
import io.plexica.plugins.internal.settings.PluginsSettings;
import io.plexica.plugins.internal.store.InstallationStore;
import io.plexica.spi.plugins.Plugins;
import io.plexica.spi.tenancy.ProvisioningStep;
import io.plexica.spi.tenancy.TenantSpec;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Installs in a new tenant what its plan or the platform brings along; forgets the installations of one that goes. */
@Component
public final class PluginsStep implements ProvisioningStep {

    private final PluginsSettings settings;
    private final Plugins plugins;
    private final Routes routes;
    private final InstallationStore installations;

    /** Takes what does the work. */
    @Activate
    public PluginsStep(
            @Reference PluginsSettings settings,
            @Reference Plugins plugins,
            @Reference Routes routes,
            @Reference InstallationStore installations) {
        this.settings = settings;
        this.plugins = plugins;
        this.routes = routes;
        this.installations = installations;
    }

    @Override
    public String name() {
        return "plugins";
    }

    @Override
    public Optional<Set<String>> needs() {
        return Optional.of(Set.of("schema", "roles", "workspace"));
    }

    /** Such a tenant has its plugins. */
    @Override
    public boolean isNeededByImports() {
        return false;
    }

    @Override
    public void apply(TenantSpec tenant) {
        for (String plugin : settings.defaultPlugins().ofPlan(tenant.plan())) {
            plugins.ensureInstalled(tenant.slug(), plugin);
        }
    }

    /** The schemas go with the tenant's own. */
    @Override
    public void undo(TenantSpec tenant) {
        routes.removeTenant(tenant.slug());
        installations.deleteTenant(tenant.slug());
    }
}
