package io.plexica.spi.backup;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What a room has written of a tenant, perhaps on another platform. The bytes are whole, but nobody vouches for what they say:
 * whoever reads them checks it.
 */
@ProviderType
public interface PartReader {

    /** An entry's bytes, to be closed by who asked; empty when there is no such entry. */
    Optional<InputStream> entry(String name) throws IOException;

    /**
     * An entry with a value as JSON; empty when there is no such entry.
     *
     * @throws io.plexica.api.problem.PlexicaException {@code validation-failed} when it is no such value
     */
    <T> Optional<T> json(String name, Class<T> type) throws IOException;
}
