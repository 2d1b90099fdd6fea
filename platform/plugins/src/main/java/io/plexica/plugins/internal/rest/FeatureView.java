package io.plexica.plugins.internal.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.plexica.api.manifest.PluginManifest.Feature;

/** A part of a plugin over the network, written as in the manifest. */
public record FeatureView(
        String key, String name, @JsonProperty("default") boolean enabledByDefault) {

    static FeatureView of(Feature feature) {
        return new FeatureView(feature.key(), feature.name(), feature.enabledByDefault());
    }
}
