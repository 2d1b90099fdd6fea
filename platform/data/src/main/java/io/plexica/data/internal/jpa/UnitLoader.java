package io.plexica.data.internal.jpa;

import java.io.IOException;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.eclipse.persistence.jpa.PersistenceProvider;
import org.jspecify.annotations.Nullable;

/**
 * What EclipseLink sees of a plugin: the plugin's classes, EclipseLink's own, and the platform's
 * two that EclipseLink makes by name. Configuration
 * files that the plugin may carry are hidden, since its settings are the platform's.
 */
final class UnitLoader extends ClassLoader {

    private static final String ECLIPSELINK = "org.eclipse.persistence.";

    private static final List<Class<?>> OWN = List.of(PlatformSession.class, PlatformDialect.class);

    private final ClassLoader plugin;

    UnitLoader(ClassLoader plugin) {
        super(null);
        this.plugin = plugin;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (name.startsWith(ECLIPSELINK)) {
            return PersistenceProvider.class.getClassLoader().loadClass(name);
        }
        for (Class<?> own : OWN) {
            if (name.equals(own.getName())) {
                return own;
            }
        }
        return plugin.loadClass(name);
    }

    @Override
    public @Nullable URL getResource(String name) {
        return name.startsWith("META-INF/") ? null : plugin.getResource(name);
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
        return name.startsWith("META-INF/") ? Collections.emptyEnumeration() : plugin.getResources(name);
    }
}
