package io.plexica.web.internal.support;

import io.plexica.spi.plugins.PluginRef;
import java.lang.reflect.Proxy;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleReference;

/** The class loader of a plugin's bundle, as the framework makes them. */
public final class PluginLoader extends ClassLoader implements BundleReference {

    private final Bundle bundle;

    public PluginLoader(PluginRef plugin) {
        super(PluginLoader.class.getClassLoader());
        String location = plugin.location("0");
        this.bundle = (Bundle) Proxy.newProxyInstance(
                Bundle.class.getClassLoader(), new Class<?>[] {Bundle.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("getLocation")) {
                        return location;
                    }
                    throw new UnsupportedOperationException(method.getName());
                });
    }

    @Override
    public Bundle getBundle() {
        return bundle;
    }
}
