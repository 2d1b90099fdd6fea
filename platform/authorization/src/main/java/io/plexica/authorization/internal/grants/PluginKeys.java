package io.plexica.authorization.internal.grants;

import io.plexica.spi.authorization.PermissionKeys;

/** Which keys a plugin may claim. */
final class PluginKeys {

    /** The first segment of the platform's own keys: no plugin's id. */
    static final String CORE = "core";

    private PluginKeys() {}

    /** Whether a key has the form {@code <plugin>:<resource>:<action>} in lower case and lies under the plugin's id. */
    static boolean belongsTo(String key, String pluginId) {
        return !pluginId.equals(CORE) && key.startsWith(pluginId + ":") && PermissionKeys.isKey(key);
    }
}
