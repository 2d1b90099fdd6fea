package io.plexica.spi.search;

import io.plexica.api.search.DocumentPage;
import io.plexica.api.search.DocumentType;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The plugins as an index wants them that is made anew. The plugins room provides it. Every call works in the context of the
 * calling thread, which must have a tenant, on the version that the tenant is on. Safe for all threads.
 */
@ProviderType
public interface Reindexers {

    /**
     * The types whose documents a plugin tells; empty for a plugin that tells none.
     *
     * @throws io.plexica.api.problem.PlexicaException {@code plugin-not-enabled} where the tenant does not have it enabled,
     *     {@code plugin-unavailable} where its version does not run here
     */
    List<DocumentType> types(String pluginId);

    /**
     * Some documents of a type, told in a unit of work of its own on a thread of the plugin's.
     *
     * @throws Exception what the plugin throws; {@code plugin-timeout} when time is up, and as above
     */
    DocumentPage page(String pluginId, DocumentType type, @Nullable String after, int size, Duration limit)
            throws Exception;
}
