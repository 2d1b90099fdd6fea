package io.plexica.spi.plugins;

import io.plexica.api.problem.PlexicaException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;

/** Publishing and installing, for callers in other rooms. Calls block until done and run in the caller's context. */
@ProviderType
public interface Plugins {

    /**
     * Publishes a jar; identical bytes again change nothing.
     *
     * @throws io.plexica.api.problem.PlexicaException {@code plugin-invalid} with every reason
     */
    PluginRef publish(Path jar);

    /**
     * Installs the newest available version for a tenant, a pre-release only where there is no release. What the tenant has,
     * enabled or disabled, is left as it is.
     *
     * @throws io.plexica.api.problem.PlexicaException with the reason
     */
    void ensureInstalled(String tenantSlug, String pluginId);

    /** The versions that are here, in whatever state, by id and the oldest first. */
    default List<PluginRef> published() {
        return List.of();
    }

    /** How many plugins each of some tenants has, enabled or disabled, by slug; none where it has none. One look-up. */
    default Map<String, Long> installed(Collection<String> tenantSlugs) {
        return Map.of();
    }

    /**
     * Writes the jar of a version to a file.
     *
     * @throws io.plexica.api.problem.PlexicaException {@code not-found} when it is not here
     */
    default void copy(PluginRef plugin, Path target) {
        throw PlexicaException.notFound("There is no " + plugin);
    }
}
