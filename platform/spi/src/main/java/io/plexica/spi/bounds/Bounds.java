package io.plexica.spi.bounds;

import io.plexica.api.manifest.PluginManifest.Limits;
import org.jspecify.annotations.Nullable;

/**
 * What holds for the calls of one version.
 *
 * @param asked what its manifest asks for
 * @param most what the platform gives
 * @param limits what comes of both
 */
public record Bounds(Limits asked, BoundSettings most, CallLimits limits) {

    /** Those that are known, unless one of the two has changed since. */
    public static Bounds of(@Nullable Bounds known, Limits asked, BoundSettings most) {
        return known != null && known.most == most && known.asked == asked
                ? known
                : new Bounds(asked, most, CallLimits.of(asked, most));
    }
}
