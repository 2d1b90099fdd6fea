package io.plexica.plugins.internal.testing;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.spi.data.PluginUnits;
import io.plexica.spi.plugins.PluginRef;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Counts the units that are open; refuses entities named Broken. */
public final class FakeUnits implements PluginUnits {

    private final Map<ClassLoader, List<String>> open = new ConcurrentHashMap<>();

    @Override
    public void open(PluginRef plugin, List<String> classes, ClassLoader loader) {
        if (classes.stream().anyMatch(name -> name.endsWith("Broken"))) {
            throw new PlexicaException(ErrorCode.PLUGIN_INVALID, "The entities do not make a unit");
        }
        open.put(loader, classes);
    }

    @Override
    public void close(PluginRef plugin, ClassLoader loader) {
        open.remove(loader);
    }

    public int size() {
        return open.size();
    }
}
