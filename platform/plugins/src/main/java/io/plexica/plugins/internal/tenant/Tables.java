package io.plexica.plugins.internal.tenant;

import io.plexica.plugins.internal.runtime.RunningPlugin;
import io.plexica.spi.data.PluginSchemas;

/** A plugin's tables in a tenant. */
final class Tables {

    private Tables() {}

    /** Brings them to what a version needs. */
    static void bring(PluginSchemas schemas, String slug, RunningPlugin plugin) {
        String id = plugin.candidate().ref().id();
        String folder = plugin.candidate().manifest().data().migrations();
        if (folder == null) {
            schemas.create(slug, id);
        } else {
            schemas.migrate(slug, id, folder, plugin.hosted().loader());
        }
    }
}
