package io.plexica.plugins.internal.configuration;

import io.plexica.api.configuration.ConfigurationChange;
import io.plexica.api.configuration.ConfigurationListener;
import io.plexica.api.context.WorkspaceInfo;
import io.plexica.plugins.internal.runtime.BoundedExecution;
import io.plexica.plugins.internal.runtime.Routes;
import io.plexica.plugins.internal.settings.PluginsSettings;
import io.plexica.spi.authorization.Grants;
import io.plexica.spi.context.Contexts;
import io.plexica.spi.context.ExecutionContext;
import io.plexica.spi.data.Database;
import io.plexica.spi.identity.Principal;
import io.plexica.spi.plugins.PluginRef;
import io.plexica.spi.plugins.PluginRoutes.Route;
import io.plexica.spi.tenancy.Tenant;
import io.plexica.spi.tenancy.Tenants;
import io.plexica.spi.tenancy.WorkspaceRole;
import io.plexica.spi.tenancy.Workspaces;
import io.plexica.spi.tenancy.Workspaces.Membership;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.wiring.BundleWiring;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells plugins on this node that their settings have changed. Safe for all threads; never blocks the caller for long. */
@Component(service = ConfigurationNews.class)
public final class ConfigurationNews {

    private static final Logger LOG = LoggerFactory.getLogger(ConfigurationNews.class);

    private final PluginQueues queues = new PluginQueues();
    private final BundleContext context;
    private final Routes routes;
    private final Tenants tenants;
    private final Workspaces workspaces;
    private final Database database;
    private final PluginsSettings settings;

    /** Tells those whom it finds in the service registry. */
    @Activate
    public ConfigurationNews(
            BundleContext context,
            @Reference Routes routes,
            @Reference Tenants tenants,
            @Reference Workspaces workspaces,
            @Reference Database database,
            @Reference PluginsSettings settings) {
        this.context = context;
        this.routes = routes;
        this.tenants = tenants;
        this.workspaces = workspaces;
        this.database = database;
        this.settings = settings;
    }

    /** Tells nobody any more. */
    @Deactivate
    public void close() {
        queues.close();
    }

    /** What a tenant, or one of its workspaces, set of a plugin has changed. */
    void tell(String slug, String pluginId, @Nullable UUID workspace) {
        for (ServiceReference<ConfigurationListener> listener : listeners()) {
            if (pluginOf(listener)
                    .filter(plugin -> plugin.id().equals(pluginId))
                    .isPresent()) {
                queues.add(pluginId, () -> tell(listener, slug, workspace));
            }
        }
    }

    /** Anything may have changed. */
    void tellAll() {
        for (ServiceReference<ConfigurationListener> listener : listeners()) {
            pluginOf(listener)
                    .ifPresent(plugin -> queues.add(
                            plugin.id(), () -> tenants.all().forEach(tenant -> tell(listener, tenant.slug(), null))));
        }
    }

    private void tell(ServiceReference<ConfigurationListener> listener, String slug, @Nullable UUID workspace) {
        PluginRef plugin = pluginOf(listener).orElse(null);
        Tenant tenant = tenants.find(slug).filter(Tenant::isActive).orElse(null);
        if (plugin == null || tenant == null || !isOn(plugin, slug, workspace)) {
            return;
        }
        ExecutionContext here = ExecutionContext.platform(Contexts.newTraceId())
                .as(Principal.SYSTEM, Grants.NONE)
                .inTenant(tenant)
                .inPlugin(plugin);
        try (Contexts.Scope scope = Contexts.open(here)) {
            WorkspaceInfo place =
                    workspace == null ? null : find(slug, workspace).orElse(null);
            if (workspace == null || place != null) {
                call(listener, plugin, here.as(null, Grants.NONE), new ConfigurationChange(tenant.info(), place));
            }
        } catch (Exception e) {
            LOG.warn("{} of {} could not be told that its settings have changed", plugin, slug, e);
        }
    }

    private void call(
            ServiceReference<ConfigurationListener> reference,
            PluginRef plugin,
            ExecutionContext here,
            ConfigurationChange change)
            throws Exception {
        ConfigurationListener listener = context.getService(reference);
        if (listener == null) {
            return;
        }
        WorkspaceInfo place = change.workspace();
        Membership there = place == null ? null : new Membership(place, WorkspaceRole.ADMIN);
        ClassLoader loader = reference.getBundle().adapt(BundleWiring.class).getClassLoader();
        try (Contexts.Scope scope = Contexts.open(here.inWorkspace(there, Grants.NONE))) {
            BoundedExecution.run("configurationChanged of " + plugin, loader, settings.hookTimeout(), () -> {
                return database.unitOfWork(() -> {
                    listener.configurationChanged(change);
                    return Boolean.TRUE;
                });
            });
        } finally {
            context.ungetService(reference);
        }
    }

    private boolean isOn(PluginRef plugin, String slug, @Nullable UUID workspace) {
        Route route = routes.find(plugin.id(), slug);
        return route != null && route.enabledIn(workspace) && route.plugin().equals(plugin);
    }

    private Optional<WorkspaceInfo> find(String slug, UUID workspace) {
        return workspaces.all(slug).stream()
                .filter(place -> place.id().equals(workspace))
                .findFirst();
    }

    private Collection<ServiceReference<ConfigurationListener>> listeners() {
        try {
            return context.getServiceReferences(ConfigurationListener.class, null);
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        } catch (IllegalStateException e) {
            LOG.debug("This bundle has stopped", e);
            return List.of();
        }
    }

    /** The plugin whose listener it is; empty once it has stopped. */
    private static Optional<PluginRef> pluginOf(ServiceReference<?> listener) {
        return Optional.ofNullable(listener.getBundle()).flatMap(bundle -> PluginRef.ofLocation(bundle.getLocation()));
    }
}
