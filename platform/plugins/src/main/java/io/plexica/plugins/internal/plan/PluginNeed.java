package io.plexica.plugins.internal.plan;

import io.plexica.api.manifest.PluginManifest;
import io.plexica.api.manifest.SemanticVersion;
import io.plexica.spi.plugins.PluginRef;
import java.util.stream.Stream;
import org.osgi.framework.VersionRange;

/**
 * What one plugin wants of another.
 *
 * @param dependant who
 * @param plugin of which plugin
 * @param range which versions will do
 * @param optional whether it also works without
 */
record PluginNeed(PluginRef dependant, String plugin, String range, boolean optional) {

    /** All that a manifest wants of others. */
    static Stream<PluginNeed> of(PluginManifest manifest) {
        PluginRef ref = new PluginRef(manifest.id(), manifest.version().toString());
        return manifest.dependencies().stream()
                .map(dependency -> new PluginNeed(
                        ref, dependency.plugin(), dependency.version().strip(), dependency.optional()));
    }

    boolean accepts(SemanticVersion version) {
        return Ranges.includes(VersionRange.valueOf(range), version);
    }

    @Override
    public String toString() {
        return dependant + " needs " + plugin + " " + range;
    }
}
