package io.plexica.tenancy.internal;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;

/**
 * Services that come and go, got only when they are used: those who offer them may themselves need the tenants, and would
 * wait for us while we wait for them. Safe for all threads.
 */
final class LazyServices<T> {

    private final BundleContext context;
    private final Set<ServiceReference<T>> references = new ConcurrentSkipListSet<>(Collections.reverseOrder());
    private final Map<ServiceReference<T>, T> services = new ConcurrentHashMap<>();

    LazyServices(BundleContext context) {
        this.context = context;
    }

    void add(ServiceReference<T> reference) {
        references.add(reference);
    }

    void remove(ServiceReference<T> reference) {
        references.remove(reference);
        if (services.remove(reference) != null) {
            context.ungetService(reference);
        }
    }

    /** The services there are now, the highest ranking first. */
    List<T> all() {
        return references.stream()
                .map(reference -> services.computeIfAbsent(reference, context::getService))
                .filter(Objects::nonNull)
                .toList();
    }
}
