package io.plexica.plugins.internal.rest;

import io.plexica.api.manifest.PluginManifest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What anybody may know of a public plugin. */
public record InfoView(
        String id, String name, String version, @Nullable String description, List<FeatureView> features) {

    static InfoView of(PluginManifest manifest) {
        return new InfoView(
                manifest.id(),
                manifest.name(),
                manifest.version().toString(),
                manifest.description(),
                manifest.features().stream().map(FeatureView::of).toList());
    }
}
