package io.plexica.plugins.internal.store;

import io.plexica.api.manifest.PluginManifest;
import io.plexica.spi.plugins.PluginRef;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;

/**
 * A plugin version as the registry knows it.
 *
 * @param manifest its manifest
 * @param raw its manifest as it stands
 * @param symbolicName the symbolic name that the plugin's id belongs to
 * @param osgiVersion the bundle's version
 * @param status AVAILABLE; other states come with the plugin's later life
 * @param digest SHA-256 of its bytes in hexadecimal
 * @param size how many bytes
 * @param migrationsDigest one digest for all its migrations
 * @param source where it came from: {@code upload}, {@code shell}, {@code deploy:<file>}
 * @param publishedAt when
 * @param publishedBy by whom, an e-mail address or {@code system}
 */
public record StoredVersion(
        PluginManifest manifest,
        Map<String, Object> raw,
        String symbolicName,
        String osgiVersion,
        String status,
        String digest,
        long size,
        String migrationsDigest,
        String source,
        Instant publishedAt,
        String publishedBy) {

    /** The state of every version that can be installed. */
    public static final String AVAILABLE = "AVAILABLE";

    public StoredVersion {
        raw = Collections.unmodifiableMap(raw);
    }

    /** The plugin version that this is. */
    public PluginRef ref() {
        return new PluginRef(manifest.id(), manifest.version().toString());
    }
}
