package io.plexica.plugins.internal.host;

import io.plexica.spi.plugins.PluginRef;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceEvent;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.hooks.service.EventListenerHook;
import org.osgi.framework.hooks.service.FindHook;
import org.osgi.framework.hooks.service.ListenerHook.ListenerInfo;
import org.osgi.service.component.annotations.Component;

/**
 * What plugins see of the service registry: services of {@code io.plexica.api} that the platform registers, and their own.
 * Components are wired through their bundle's context, so this holds for references, too. Nobody else is affected.
 */
@Component(service = {FindHook.class, EventListenerHook.class, ServiceVisibility.class})
public final class ServiceVisibility implements FindHook, EventListenerHook {

    private static final String CONTRACT = "io.plexica.api.";

    @Override
    public void find(
            BundleContext context,
            String name,
            String filter,
            boolean allServices,
            Collection<ServiceReference<?>> references) {
        Bundle viewer = context.getBundle();
        if (isPlugin(viewer)) {
            references.removeIf(reference -> !sees(viewer, reference));
        }
    }

    @Override
    public void event(ServiceEvent event, Map<BundleContext, Collection<ListenerInfo>> listeners) {
        ServiceReference<?> reference = event.getServiceReference();
        listeners.keySet().removeIf(context -> {
            Bundle viewer = bundle(context);
            return viewer != null && isPlugin(viewer) && !sees(viewer, reference);
        });
    }

    private static boolean sees(Bundle viewer, ServiceReference<?> reference) {
        Bundle owner = reference.getBundle();
        if (viewer.equals(owner)) {
            return true;
        }
        return owner != null && !isPlugin(owner) && isContract(reference);
    }

    private static boolean isContract(ServiceReference<?> reference) {
        String[] types = (String[]) reference.getProperty(Constants.OBJECTCLASS);
        return Arrays.stream(types).anyMatch(type -> type.startsWith(CONTRACT));
    }

    private static boolean isPlugin(Bundle bundle) {
        return PluginRef.ofLocation(bundle.getLocation()).isPresent();
    }

    /** A context that has just become invalid has no bundle any more, and hears nothing anyway. */
    private static @Nullable Bundle bundle(BundleContext context) {
        try {
            return context.getBundle();
        } catch (IllegalStateException e) {
            return null;
        }
    }
}
