package io.plexica.plugins.internal.configuration;

import io.plexica.api.configuration.PluginConfiguration;
import io.plexica.spi.settings.FeatureFlags;
import org.osgi.annotation.bundle.Capability;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Offers plugins their settings. */
@Component(service = {})
@Capability(
        namespace = "osgi.service",
        attribute = "objectClass:List<String>=\"io.plexica.api.configuration.PluginConfiguration\"",
        effective = "active")
public final class ConfigurationService {

    private final ServiceRegistration<?> registration;

    /** Begins to. */
    @Activate
    public ConfigurationService(
            BundleContext context,
            @Reference ConfigurationMemory memory,
            @Reference SecretKeys keys,
            @Reference FeatureFlags flags) {
        registration =
                context.registerService(PluginConfiguration.class, new BundleConfiguration(memory, keys, flags), null);
    }

    /** Ends to. */
    @Deactivate
    void close() {
        registration.unregister();
    }
}
