package io.plexica.spi.backup;

import io.plexica.spi.data.TenantSnapshot;
import io.plexica.spi.tenancy.Tenant;
import io.plexica.spi.tenancy.TenantSpec;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * What a room keeps of a tenant, as it goes into an export and comes back from one. Register it as a service. The backup room
 * calls the parts that its configured list names, in that list's order, on worker threads without a unit of work; each may
 * block for as long as it takes.
 */
@ConsumerType
public interface TenantPart {

    /** The name by which the list and the files know it, such as {@code storage}; also the folder of its entries. */
    String name();

    /**
     * Whether the tenant can be taken out now, before anything is written.
     *
     * @throws io.plexica.api.problem.PlexicaException why not
     */
    default void requireCalm(Tenant tenant) {}

    /** Writes the part. What it throws spoils the export. */
    void write(Tenant tenant, TenantSnapshot snapshot, PartWriter to) throws IOException;

    /**
     * The entries of the part that are there to be read, after what the part says of itself. A file that lacks one, or has another,
     * is refused.
     */
    default Set<String> entries(PartReader from) throws IOException {
        return Set.of();
    }

    /**
     * Why the part could not be brought in here, in words; empty when it can. Nothing changes.
     *
     * @param slug of the tenant that it would become
     * @param plan its plan
     */
    default List<String> problems(String slug, String plan, PartReader from) throws IOException {
        return List.of();
    }

    /** Brings the part into a tenant that is being made: its schema, realm and bucket are there, and all parts before this. */
    void restore(TenantSpec tenant, PartReader from) throws IOException;

    /** Takes away what {@link #restore} made, or might have made, beside the tenant's schema, realm and bucket. Idempotent. */
    default void undo(TenantSpec tenant) {}
}
