package io.plexica.plugins.internal.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.plexica.api.manifest.PluginManifest;
import io.plexica.plugins.internal.runtime.Versions;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Version;

/**
 * With what a version gets along.
 *
 * @param platform the versions of the platform that it runs on; absent for all
 * @param runs whether this platform is one of them
 * @param needs the plugins that it needs beside it
 * @param conflicts ids of the plugins that it cannot be beside
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CompatibilityView(
        @Nullable String platform, boolean runs, List<PluginManifest.Dependency> needs, List<String> conflicts) {

    static CompatibilityView of(PluginManifest manifest, Version platform) {
        return new CompatibilityView(
                manifest.platform(),
                Versions.runsOn(manifest, platform),
                manifest.dependencies(),
                manifest.conflicts());
    }
}
