package io.plexica.authorization.internal.grants;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.spi.audit.AuditLog;
import io.plexica.spi.data.DatabaseException;
import io.plexica.spi.data.SqlWork;
import org.jspecify.annotations.Nullable;

/**
 * Changes of one type of thing, each on record: what is made by whoever makes it, what is refused to somebody, or by what there
 * is, here.
 *
 * @param type such as {@code role}
 */
public record AuditedChanges(GrantChanges changes, AuditLog audit, String type) {

    /** What has been done. */
    public static final String CREATED = "created";

    public static final String UPDATED = "updated";
    public static final String DELETED = "deleted";

    /** Makes a change of a tenant's tables; of two that take one name at once, the later is refused like any later one. */
    public <T> T make(String tenantSlug, String what, String id, SqlWork<T> work) {
        try {
            return changes.make(tenantSlug, work);
        } catch (DatabaseException e) {
            throw e.isUniqueViolation() ? refused(tenantSlug, what, id, taken(e)) : e;
        } catch (PlexicaException e) {
            throw refused(tenantSlug, what, id, e);
        }
    }

    /** Records what has been made, in the unit of work that is open. */
    public void record(String tenantSlug, String what, String id, @Nullable Object before, @Nullable Object after) {
        audit.record(tenantSlug, action(what), type, id, before, after);
    }

    private PlexicaException refused(String tenantSlug, String what, String id, PlexicaException why) {
        if (why.code() == ErrorCode.CONFLICT || why.code() == ErrorCode.PERMISSION_DENIED) {
            audit.recordFailure(tenantSlug, action(what), type, id, why.detail());
        }
        return why;
    }

    private PlexicaException taken(DatabaseException cause) {
        PlexicaException taken =
                PlexicaException.conflict("name-taken", "there is a " + type + " of this name already");
        taken.addSuppressed(cause);
        return taken;
    }

    private String action(String what) {
        return "core." + type + "." + what;
    }
}
