package io.plexica.plugins.internal.testing;

import io.plexica.spi.data.PluginSchemas;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds nothing wrong with migrations, and has no tables. */
public final class FakeSchemas implements PluginSchemas {

    @Override
    public List<String> check(String folder, ClassLoader loader) {
        return List.of();
    }

    @Override
    public int migrate(String slug, String pluginId, String folder, ClassLoader loader) {
        return 0;
    }

    @Override
    public List<String> pending(String slug, String pluginId, String folder, ClassLoader loader) {
        return List.of();
    }

    @Override
    public Difference compare(String slug, String pluginId, @Nullable String folder, ClassLoader loader) {
        return Difference.NONE;
    }

    @Override
    public List<TableRows> tables(String slug, String pluginId) {
        return List.of();
    }

    @Override
    public void create(String slug, String pluginId) {}

    @Override
    public void drop(String slug, String pluginId) {}

    @Override
    public boolean exists(String slug, String pluginId) {
        return false;
    }
}
