package io.plexica.plugins.internal.deploy;

import io.plexica.spi.plugins.PluginRef;
import java.util.Optional;

/**
 * What a file in the deploy folder has brought onto the platform.
 *
 * @param plugin the version
 * @param digest its bytes
 * @param source what the registry says of where they came from, unless another folder, or somebody by hand, was first
 */
record DeployedFile(PluginRef plugin, String digest, String source) {

    private static final int PARTS = 4;

    /** Whether the very same bytes are there, by whatever name. */
    boolean isSame(DeployedFile other) {
        return plugin.equals(other.plugin) && digest.equals(other.digest);
    }

    /** In one line; a file's name, which may hold blanks, comes last. */
    String line() {
        return plugin.id() + ' ' + plugin.version() + ' ' + digest + ' ' + source;
    }

    /** What a line says; empty when it says nothing. */
    static Optional<DeployedFile> parse(String line) {
        String[] parts = line.split(" ", PARTS);
        return parts.length == PARTS
                ? Optional.of(new DeployedFile(new PluginRef(parts[0], parts[1]), parts[2], parts[PARTS - 1]))
                : Optional.empty();
    }
}
