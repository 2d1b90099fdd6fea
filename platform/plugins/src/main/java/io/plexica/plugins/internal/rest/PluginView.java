package io.plexica.plugins.internal.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.plexica.api.manifest.PluginManifest;
import io.plexica.plugins.internal.store.StoredVersion;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A plugin in the catalogue, as the version describes it that whoever names none gets.
 *
 * @param version that version; the newest one where none can be installed
 * @param status that version's
 * @param versions all of them, newest first
 * @param installation what the caller's tenant has of it; absent when it never had it, or outside a tenant
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PluginView(
        String id,
        String name,
        String version,
        String status,
        @Nullable String description,
        PluginManifest.@Nullable Author author,
        @Nullable String license,
        @Nullable String category,
        List<String> tags,
        @Nullable String icon,
        @Nullable String homepage,
        List<String> plans,
        List<PluginManifest.Dependency> dependencies,
        List<PluginManifest.Permission> permissions,
        List<FeatureView> features,
        List<String> versions,
        Instant publishedAt,
        @Nullable InstallationView installation) {

    static PluginView of(StoredVersion shown, List<StoredVersion> all, @Nullable InstallationView installation) {
        PluginManifest manifest = shown.manifest();
        return new PluginView(
                manifest.id(),
                manifest.name(),
                manifest.version().toString(),
                shown.status().name(),
                manifest.description(),
                manifest.author(),
                manifest.license(),
                manifest.category(),
                manifest.tags(),
                manifest.icon(),
                manifest.homepage(),
                manifest.plans(),
                manifest.dependencies(),
                manifest.permissions(),
                manifest.features().stream().map(FeatureView::of).toList(),
                all.stream().map(version -> version.ref().version()).toList(),
                shown.publishedAt(),
                installation);
    }
}
