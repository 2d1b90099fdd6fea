package io.plexica.plugins.internal.tenant;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.spi.plugins.PluginRef;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What callers hear of an operation that failed. */
final class Failures {

    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

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
        return untold(plugin.toString(), cause).with("plugin", plugin.id());
    }

    /** What code says to itself is for its authors: it goes to the log, and callers hear only that something failed. */
    static PlexicaException untold(String what, Exception cause) {
        LOG.warn("{} failed", what, cause);
        return new PlexicaException(ErrorCode.PLUGIN_ERROR, what + " failed; the log says why", cause);
    }
}
