package io.plexica.api.audit;

import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Writes rows of the audit log. A row says what is so at the call and belongs to the current unit of work: it is kept with it or
 * not at all. It is written with the commit, which is its time, and only where part of the unit of work may be taken back, as by
 * a savepoint, at the call. Tenant and plugin are taken from the database role, user, address and trace from the context, so that
 * no caller can write in another's name. Rows cannot be changed afterwards. A service of bundle scope: inject it with
 * {@code @Reference}.
 */
@ProviderType
public interface Audit {

    /**
     * Records a change.
     *
     * @param action what was done, as {@code <plugin>.<entity>.<verb>}, such as {@code crm.contact.deleted}
     * @param resourceType the kind of thing changed, such as {@code contact}
     * @param resourceId its identifier
     * @param before its state before, as a JSON-serialisable value; null for a creation
     * @param after its state after; null for a deletion
     * @throws io.plexica.api.problem.PlexicaException {@code internal-error} outside a tenant's unit of work, and for a state
     *     that Jackson cannot write
     */
    void record(String action, String resourceType, String resourceId, @Nullable Object before, @Nullable Object after);
}
