package io.plexica.spi.plugins;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Keeps data of plugins elsewhere than in their schemas: register it as a service. Called on a worker thread without a unit of
 * work when a plugin's data in a tenant is to go, before its schema does; may block, and is called again when it failed.
 */
@ConsumerType
public interface PluginData {

    /**
     * Removes all that is kept of a plugin in a tenant.
     *
     * @throws io.plexica.api.problem.PlexicaException when that cannot be done now; the deletion stops then, and can be
     *     repeated
     */
    void deleteAll(String tenantSlug, String pluginId);
}
