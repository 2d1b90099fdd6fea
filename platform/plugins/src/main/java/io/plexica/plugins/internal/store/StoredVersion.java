package io.plexica.plugins.internal.store;

import io.plexica.api.manifest.PluginManifest;
import io.plexica.spi.plugins.PluginRef;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A plugin version as the registry knows it.
 *
 * @param manifest its manifest
 * @param raw its manifest as it stands
 * @param symbolicName the symbolic name that the plugin's id belongs to
 * @param osgiVersion the bundle's version
 * @param state where it is in its life
 * @param digest SHA-256 of its bytes in hexadecimal
 * @param size how many bytes
 * @param migrationsDigest one digest for all its migrations
 * @param source where it came from: {@code upload}, {@code shell}, {@code deploy:<file>}, {@code mvn:<group>/<artifact>/<version>}
 * @param signer who signed its bytes, if that is somebody trusted; null otherwise
 * @param publishedAt when
 * @param publishedBy by whom, an e-mail address or {@code system}
 */
public record StoredVersion(
        PluginManifest manifest,
        Map<String, Object> raw,
        String symbolicName,
        String osgiVersion,
        VersionState state,
        String digest,
        long size,
        String migrationsDigest,
        String source,
        @Nullable String signer,
        Instant publishedAt,
        String publishedBy) {

    public StoredVersion {
        raw = Collections.unmodifiableMap(raw);
    }

    /** The plugin version that this is. */
    public PluginRef ref() {
        return new PluginRef(manifest.id(), manifest.version().toString());
    }

    /** Where it is in its life. */
    public VersionStatus status() {
        return state.status();
    }
}
