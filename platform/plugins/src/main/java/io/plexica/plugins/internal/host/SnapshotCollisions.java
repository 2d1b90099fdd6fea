package io.plexica.plugins.internal.host;

import io.plexica.spi.plugins.PluginRef;
import java.util.Collection;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.hooks.bundle.CollisionHook;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * Lets a snapshot be installed while the bytes that it replaces still serve: then two bundles have one symbolic name and
 * version. Only this bundle installs plugins, and it knows what it does.
 */
@Component
public final class SnapshotCollisions implements CollisionHook {

    private final Bundle self;

    /** Speaks for this bundle only. */
    @Activate
    public SnapshotCollisions(BundleContext context) {
        self = context.getBundle();
    }

    @Override
    public void filterCollisions(int operation, Bundle target, Collection<Bundle> candidates) {
        if (operation == INSTALLING && target.equals(self)) {
            candidates.removeIf(
                    bundle -> PluginRef.ofLocation(bundle.getLocation()).isPresent());
        }
    }
}
