package io.plexica.tenancy.internal;

import io.plexica.spi.tenancy.ProvisioningStep;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;

/** As much of a service registry as this room asks for. */
final class FakeRegistry {

    private final Map<Object, Object> services = new ConcurrentHashMap<>();

    BundleContext context() {
        return Proxies.of(BundleContext.class, (method, arguments) -> switch (method) {
            case "getService" -> services.get(arguments[0]);
            case "ungetService" -> true;
            default -> null;
        });
    }

    @SuppressWarnings("unchecked")
    ServiceReference<ProvisioningStep> register(ProvisioningStep step) {
        ServiceReference<ProvisioningStep> reference = Proxies.of(ServiceReference.class, (method, arguments) -> null);
        services.put(reference, step);
        return reference;
    }
}
