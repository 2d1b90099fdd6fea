package io.plexica.plugins.crm.internal.common;

import io.plexica.api.problem.PlexicaException;
import java.sql.SQLException;
import java.util.function.Supplier;
import javax.persistence.EntityManager;
import javax.persistence.OptimisticLockException;
import javax.persistence.PersistenceException;
import org.jspecify.annotations.Nullable;

/** Sends changes to the database while the caller can still say what a refusal means. */
public final class Changes {

    private static final String FOREIGN_KEY_VIOLATION = "23503";

    private Changes() {}

    /** Sends what is pending and refers to nothing else. */
    public static void send(EntityManager entities) {
        try {
            entities.flush();
        } catch (OptimisticLockException e) {
            throw Tags.changedMeanwhile(e);
        }
    }

    /**
     * Sends what is pending.
     *
     * @param brokenReference the answer when a row would refer to one that is not there. The foreign key decides, so that no
     *     other transaction can slip in between a look and the change
     */
    public static void send(EntityManager entities, Supplier<PlexicaException> brokenReference) {
        try {
            send(entities);
        } catch (PersistenceException e) {
            if (isForeignKeyViolation(e)) {
                throw brokenReference.get();
            }
            throw e;
        }
    }

    private static boolean isForeignKeyViolation(Throwable thrown) {
        for (@Nullable Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && FOREIGN_KEY_VIOLATION.equals(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }
}
