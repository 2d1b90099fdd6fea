package io.plexica.plugins.internal.tenant;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.plugins.internal.runtime.RunningPlugin;
import io.plexica.spi.data.PluginSchemas;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

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

    /**
     * The same where there are tables already. Before they change it is noted from which version they do: that one reads them
     * afterwards, whatever becomes of the step.
     *
     * @param from the version that the tenant is on, or was on when it kept them; null when nobody can say
     * @param noted what is noted so far
     */
    static void bring(
            PluginSchemas schemas,
            String slug,
            RunningPlugin plugin,
            @Nullable String from,
            @Nullable String noted,
            Consumer<@Nullable String> notes) {
        if (from == null || !hasPending(schemas, slug, plugin)) {
            bring(schemas, slug, plugin);
            return;
        }
        notes.accept(from);
        try {
            bring(schemas, slug, plugin);
        } catch (PlexicaException e) {
            if (e.code() == ErrorCode.PLUGIN_ERROR) {
                notes.accept(noted);
            }
            throw e;
        }
    }

    private static boolean hasPending(PluginSchemas schemas, String slug, RunningPlugin plugin) {
        String folder = plugin.candidate().manifest().data().migrations();
        return folder != null
                && !schemas.pending(
                                slug,
                                plugin.candidate().ref().id(),
                                folder,
                                plugin.hosted().loader())
                        .isEmpty();
    }
}
