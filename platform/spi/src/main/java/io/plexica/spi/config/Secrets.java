package io.plexica.spi.config;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Secrets, from the environment ({@code PLEXICA_<NAME>}), from a file named there ({@code PLEXICA_<NAME>_FILE}) or from a
 * {@link SecretSource}. Ask anew each time, which costs little, so that a new secret counts soon. Never keep one in a configuration or service property. Safe for all threads.
 */
@ProviderType
public interface Secrets {

    /**
     * A secret, if it is set.
     *
     * @param name such as {@code DB_PASSWORD}
     * @throws io.plexica.api.problem.PlexicaException {@code internal-error} when a file is named that cannot be read,
     *     {@code unavailable} when it is for a vault to know that cannot be asked
     */
    Optional<String> find(String name);

    /**
     * A secret that must be set.
     *
     * @throws io.plexica.api.problem.PlexicaException {@code internal-error} naming the variable to set
     */
    String require(String name);
}
