package io.plexica.spi.data;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/** All tables of a tenant as they were at one moment, whatever happens meanwhile. For one thread. */
@ProviderType
public interface TenantSnapshot {

    /** The moment. */
    Instant at();

    /** The tenant's own schema, without what stays behind. */
    SchemaContent tenant();

    /** The schemas of its plugins, by their ids. */
    Map<String, SchemaContent> plugins();

    /**
     * Writes a table's rows in PostgreSQL's text format for COPY, in UTF-8.
     *
     * @param pluginId whose table it is; null for one of the tenant's own
     * @return how many there are
     */
    long copy(@Nullable String pluginId, SchemaContent.TableContent table, OutputStream out) throws IOException;

    /** Reads the platform's own tables as they were at that moment. */
    <T> T core(SqlWork<T> work);
}
