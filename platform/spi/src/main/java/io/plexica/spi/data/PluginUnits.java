package io.plexica.spi.data;

import io.plexica.spi.plugins.PluginRef;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The persistence units of plugin versions, built by the platform with settings that no plugin can change. Opened before
 * the plugin's bundle starts, closed after it has stopped.
 *
 * <p>While a snapshot is replaced by other bytes, two units of one version are open at once; they differ by class loader,
 * and each bundle gets the unit of its own.
 */
@ProviderType
public interface PluginUnits {

    /**
     * Builds the unit of a plugin version.
     *
     * @param classes names of its entities, embeddables, mapped superclasses and converters; may be empty
     * @param loader the plugin's class loader
     * @throws io.plexica.api.problem.PlexicaException {@code plugin-invalid} when the entities do not make a unit
     */
    void open(PluginRef plugin, List<String> classes, ClassLoader loader);

    /** Closes the unit of a class loader and lets go of everything of the plugin's; no error when there is none. */
    void close(PluginRef plugin, ClassLoader loader);
}
