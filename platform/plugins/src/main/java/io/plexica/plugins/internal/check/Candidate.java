package io.plexica.plugins.internal.check;

import io.plexica.api.manifest.PluginManifest;
import io.plexica.api.manifest.ServiceOffer;
import io.plexica.plugins.internal.archive.CarriedApi;
import io.plexica.spi.plugins.PluginRef;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A jar that passed the checks which need nothing but the jar.
 *
 * @param manifest its manifest
 * @param raw its manifest as it stands
 * @param digest SHA-256 of its bytes in hexadecimal
 * @param size how many bytes
 * @param symbolicName the bundle's symbolic name
 * @param osgiVersion the bundle's version
 * @param persistent names of its entities and what belongs to them
 * @param components its DS components
 * @param apis the API bundles that it carries
 * @param migrationsDigest one digest for all its migrations; equal when two versions have the same tables
 */
public record Candidate(
        PluginManifest manifest,
        Map<String, Object> raw,
        String digest,
        long size,
        String symbolicName,
        String osgiVersion,
        List<String> persistent,
        List<ComponentDescription> components,
        List<CarriedApi> apis,
        String migrationsDigest) {

    public Candidate {
        raw = Collections.unmodifiableMap(raw);
        persistent = List.copyOf(persistent);
        components = List.copyOf(components);
        apis = List.copyOf(apis);
    }

    /** The plugin version that this is. */
    public PluginRef ref() {
        return new PluginRef(manifest.id(), manifest.version().toString());
    }

    /** Names of the services that it offers to other plugins. */
    public Set<String> offered() {
        return manifest.services().provides().stream().map(ServiceOffer::name).collect(Collectors.toUnmodifiableSet());
    }

    /** Where its bundle is installed. */
    public String location() {
        return ref().location(digest);
    }
}
