package io.plexica.configuration.internal;

import io.plexica.spi.config.SecretSource;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.util.tracker.ServiceTracker;

/** The vaults that are there, the highest ranking first. */
final class VaultTracker extends ServiceTracker<SecretSource, SecretSource> {

    private final Map<ServiceReference<SecretSource>, SecretSource> present =
            new ConcurrentSkipListMap<>(Collections.reverseOrder());

    private final Runnable changed;

    VaultTracker(BundleContext context, Runnable changed) {
        super(context, SecretSource.class, null);
        this.changed = changed;
    }

    List<SecretSource> all() {
        return List.copyOf(present.values());
    }

    @Override
    public SecretSource addingService(ServiceReference<SecretSource> reference) {
        SecretSource source = super.addingService(reference);
        if (source != null) {
            present.put(reference, source);
            changed.run();
        }
        return source;
    }

    @Override
    public void removedService(ServiceReference<SecretSource> reference, SecretSource source) {
        present.remove(reference);
        changed.run();
        super.removedService(reference, source);
    }
}
