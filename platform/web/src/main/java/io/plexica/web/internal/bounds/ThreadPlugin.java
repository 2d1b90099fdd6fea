package io.plexica.web.internal.bounds;

import io.plexica.spi.plugins.PluginRef;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleReference;

/** Tells in which plugin's code a thread is: whoever calls a plugin gives the thread that plugin's class loader meanwhile. */
final class ThreadPlugin {

    private ThreadPlugin() {}

    /** The plugin that has the thread; the one that was called, where the thread does not say. */
    static PluginRef of(Thread thread, PluginRef called) {
        if (thread.getContextClassLoader() instanceof BundleReference reference) {
            Bundle bundle = reference.getBundle();
            return bundle == null
                    ? called
                    : PluginRef.ofLocation(bundle.getLocation()).orElse(called);
        }
        return called;
    }
}
