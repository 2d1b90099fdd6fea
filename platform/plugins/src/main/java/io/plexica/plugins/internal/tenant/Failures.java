package io.plexica.plugins.internal.tenant;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.spi.plugins.PluginRef;
import java.util.Set;

/** What callers hear of an operation that failed. */
final class Failures {

    /** What is not the plugin's fault. */
    private static final Set<ErrorCode> PASSING =
            Set.of(ErrorCode.UNAVAILABLE, ErrorCode.PLUGIN_UNAVAILABLE, ErrorCode.INTERNAL_ERROR);

    private Failures() {}

    /** A refusal keeps its code; everything else that went wrong on the plugin's account is a {@code plugin-error}. */
    static PlexicaException of(PluginRef plugin, RuntimeException cause) {
        if (cause instanceof PlexicaException known) {
            boolean refusal = known.code().status() < 500;
            boolean passing = PASSING.contains(known.code());
            if (refusal || passing) {
                return known.with("plugin", plugin.id());
            }
            return new PlexicaException(ErrorCode.PLUGIN_ERROR, known.detail(), known).with("plugin", plugin.id());
        }
        return new PlexicaException(ErrorCode.PLUGIN_ERROR, plugin + " failed: " + cause, cause)
                .with("plugin", plugin.id());
    }
}
