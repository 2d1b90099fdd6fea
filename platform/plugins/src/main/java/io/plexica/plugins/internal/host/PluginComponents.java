package io.plexica.plugins.internal.host;

import io.plexica.plugins.internal.check.ComponentDescription;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceListener;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.ComponentConstants;
import org.osgi.service.component.runtime.ServiceComponentRuntime;

/**
 * The components of one plugin that the platform waits for: its resources, its lifecycle component, its handlers of hooks, of
 * events and of jobs, those that tell documents, and what it offers to others.
 */
final class PluginComponents {

    private final BundleContext context;
    private final ServiceComponentRuntime runtime;
    private final Bundle bundle;
    private final List<ComponentDescription> expected;

    PluginComponents(
            BundleContext context,
            ServiceComponentRuntime runtime,
            Bundle bundle,
            List<ComponentDescription> components,
            Set<String> offered) {
        this.context = context;
        this.runtime = runtime;
        this.bundle = bundle;
        this.expected = components.stream()
                .filter(component -> component.isResource()
                        || component.isLifecycle()
                        || component.isHookHandler()
                        || component.isEventHandler()
                        || component.isReindexer()
                        || component.isJobHandler()
                        || component.services().stream().anyMatch(offered::contains))
                .toList();
    }

    List<ComponentDescription> expected() {
        return expected;
    }

    /** Waits until all are registered, or patience ends, or one has failed for good. */
    void await(Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        Object change = new Object();
        ServiceListener listener = event -> {
            synchronized (change) {
                change.notifyAll();
            }
        };
        try {
            context.addServiceListener(listener, "(service.bundleid=" + bundle.getBundleId() + ")");
            synchronized (change) {
                long left = end - System.nanoTime();
                while (!allUp() && left > 0) {
                    change.wait(Math.max(1, left / 1_000_000));
                    left = end - System.nanoTime();
                }
            }
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            context.removeServiceListener(listener);
        }
    }

    /** The service of a component; null while it is not up. */
    @Nullable
    ServiceReference<?> reference(ComponentDescription component) {
        ServiceReference<?>[] references = bundle.getRegisteredServices();
        if (references == null) {
            return null;
        }
        for (ServiceReference<?> reference : references) {
            if (component.name().equals(reference.getProperty(ComponentConstants.COMPONENT_NAME))) {
                return reference;
            }
        }
        return null;
    }

    /** Why a component is not up. */
    String whyNot(ComponentDescription component) {
        return ComponentReasons.whyNot(runtime, bundle, component.name());
    }

    private boolean allUp() {
        return expected.stream().allMatch(component -> reference(component) != null);
    }
}
