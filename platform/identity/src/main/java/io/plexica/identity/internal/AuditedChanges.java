package io.plexica.identity.internal;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.spi.audit.AuditLog;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Changes that may be refused. Refusals that depend on who asks, or on what there is, are worth knowing of; what is wrong with
 * a request itself, or is not there, is not.
 *
 * @param type what is changed, as the audit log calls it
 */
public record AuditedChanges(AuditLog audit, String type) {

    /**
     * Tries to make a change.
     *
     * @param slug the tenant; null for the platform
     * @param action the whole name of the action, such as {@code core.team.created}
     * @param id what is to be changed, or how it is to be called
     */
    public <T> T make(@Nullable String slug, String action, String id, Supplier<T> change) {
        try {
            return change.get();
        } catch (PlexicaException e) {
            if (e.code() == ErrorCode.CONFLICT || e.code() == ErrorCode.PERMISSION_DENIED) {
                audit.recordFailure(slug, action, type, id, e.detail());
            }
            throw e;
        }
    }

    /** Demands likewise that a change may be made. */
    public void demand(@Nullable String slug, String action, String id, Runnable demands) {
        make(slug, action, id, () -> {
            demands.run();
            return true;
        });
    }
}
