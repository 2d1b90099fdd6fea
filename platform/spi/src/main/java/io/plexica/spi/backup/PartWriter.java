package io.plexica.spi.backup;

import java.io.IOException;
import java.io.OutputStream;
import org.osgi.annotation.versioning.ProviderType;

/** Where a part of a tenant is written. Entries are streamed one after the other. For one thread. */
@ProviderType
public interface PartWriter {

    /**
     * Begins an entry, which ends when it is closed.
     *
     * @param name its parts, of letters, digits and {@code . _ -}, with slashes between them; at most three
     */
    OutputStream entry(String name) throws IOException;

    /** Writes an entry with a value as JSON. */
    void json(String name, Object value) throws IOException;
}
