package io.plexica.api.manifest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the plugin adds to the web console.
 *
 * @param remoteEntry path of its main module within the bundle; null when it has none
 * @param routePrefix where its pages begin
 * @param sandbox whether its pages run in a frame on another origin; null for what the platform does by itself
 */
public record Web(
        @Nullable String remoteEntry,
        @Nullable String routePrefix,
        @Nullable Boolean sandbox,
        List<Contribution> contributions) {

    /** Nothing. */
    public static final Web NONE = new Web(null, null, null, List.of());

    public Web {
        contributions = List.copyOf(contributions);
    }
}
