package io.plexica.spi.plugins;

import java.util.Optional;

/**
 * One version of one plugin.
 *
 * @param id the plugin's id, such as {@code crm}
 * @param version its semantic version in text
 */
public record PluginRef(String id, String version) {

    private static final String SCHEME = "plexica:";

    /**
     * The location at which the plugin's bundle is installed. Only the installer installs there, so a bundle at such a
     * location is that plugin.
     *
     * @param digest the artifact's digest in hexadecimal; a snapshot replaced by other bytes gets another location
     */
    public String location(String digest) {
        return SCHEME + id + ":" + version + ":" + digest;
    }

    /** The plugin version installed at a location; empty for a bundle that is no plugin. */
    public static Optional<PluginRef> ofLocation(String location) {
        if (!location.startsWith(SCHEME)) {
            return Optional.empty();
        }
        String[] parts = location.substring(SCHEME.length()).split(":");
        return parts.length == 3 ? Optional.of(new PluginRef(parts[0], parts[1])) : Optional.empty();
    }

    @Override
    public String toString() {
        return id + "@" + version;
    }
}
