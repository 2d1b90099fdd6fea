package io.plexica.spi.search;

import java.io.IOException;
import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * An engine that finds documents. Register it as a service with the property {@link #ENGINE}; the search room uses the one that
 * the setting names, and hands it what it has checked. Every method may block, but for a bounded time, and must be safe for
 * all threads.
 *
 * <p>An engine that {@link #joinsUnitOfWork} is written to on the thread, and in the unit of work, of whoever changes a
 * document, and may fail it. Any other is written to by a worker once that has committed, again after a failure, perhaps
 * twice and out of order: it heeds versions.
 *
 * <p>An {@link IOException} means that the engine cannot do it now; its message is read by operators and holds no secret.
 */
@ConsumerType
public interface SearchEngine {

    /** The service property with the engine's name, such as {@code postgres}. */
    String ENGINE = "plexica.search.engine";

    /** Whether what is written follows the caller's unit of work by itself. */
    boolean joinsUnitOfWork();

    /**
     * Writes changes, each of another document; makes the index when it is not there. A removal leaves a trace, which entries
     * of lower versions do not pass, until the index is settled, or for an hour.
     *
     * @param settled whether the index is in use, and no new one that is being made
     * @return those that the engine will never take, with the reason for the log
     */
    List<Refused> write(IndexRef index, boolean settled, List<Entry> entries) throws IOException;

    /** Looks for documents; finds nothing where there is no index. */
    Found search(IndexRef index, EngineQuery query) throws IOException;

    /** How many documents an index has. */
    long count(IndexRef index) throws IOException;

    /** All that was written is found from now on, and the index is about to be used. */
    void settle(IndexRef index) throws IOException;

    /** Removes an index; nothing happens when there is none. */
    void drop(IndexRef index) throws IOException;

    /** The indexes of a tenant that are there. */
    List<IndexRef> indexes(String tenantSlug) throws IOException;

    /** The tenants that have indexes, as far as those do not go with their schemas. */
    List<String> tenants() throws IOException;

    /** Looks whether the engine can be used now; within two seconds. */
    void check() throws IOException;

    /** A change that the engine does not take. */
    record Refused(Entry entry, String reason) {}
}
