package io.plexica.spi.data;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.spi.plugins.PluginRef;
import java.sql.PreparedStatement;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The database as core services use it. Each call runs under the database role that may do just that, joins the unit of
 * work of the calling thread (switching role on its one connection and back) or opens one for itself. Safe for all
 * threads.
 *
 * <p>{@link java.sql.SQLException}s of {@link SqlWork} become a {@link DatabaseException}: {@code unavailable} when the
 * database cannot be reached, has no resources left or all connections stay busy, a statement took too long or met others'
 * on the same rows, and when a tenant's tables are missing while it is being made or removed; else {@code internal-error}.
 * A unique violation stays recognisable by {@link DatabaseException#isUniqueViolation}. What else leaves a unit of work that
 * was opened for it, as by {@link #unitOfWork}, is untouched but for what this database said that a caller can act on:
 * {@code unavailable} whatever it is wrapped in; and of the driver's and JPA's own exceptions {@code conflict} for a duplicate,
 * a broken reference or an object that was changed meanwhile, and {@code validation-failed} for a text that cannot be stored. A
 * commit that is refused fails likewise.
 */
@ProviderType
public interface Database {

    /** Works on the platform's own tables, schema {@code core}. */
    <T> T core(SqlWork<T> work);

    /** Works on the platform's tables of a tenant, schema {@code tenant_<slug>}. */
    <T> T tenant(String slug, SqlWork<T> work);

    /**
     * Works as a plugin in the current context's tenant, schema {@code tenant_<slug>__<plugin>}.
     *
     * @throws io.plexica.api.problem.PlexicaException {@code internal-error} where there is no tenant
     */
    <T> T plugin(PluginRef plugin, SqlWork<T> work);

    /**
     * Runs work as one unit of work: nothing is sent to the database until something in it asks for the database; commits
     * when the work returns, rolls back when it throws. Where a unit of work is already open, joins it.
     */
    <T> T unitOfWork(Callable<T> work) throws Exception;

    /** {@link #unitOfWork} for work that throws no checked exception; one that comes all the same is {@code internal-error}. */
    default <T> T together(Callable<T> work) {
        try {
            return unitOfWork(work);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new PlexicaException(ErrorCode.INTERNAL_ERROR, "The platform failed to use its database", e);
        }
    }

    /** {@link #newUnitOfWork} likewise. */
    default <T> T apart(Callable<T> work) {
        try {
            return newUnitOfWork(work);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new PlexicaException(ErrorCode.INTERNAL_ERROR, "The platform failed to use its database", e);
        }
    }

    /** The same in a transaction of its own on another connection, whatever becomes of the current one. */
    <T> T newUnitOfWork(Callable<T> work) throws Exception;

    /**
     * Runs something once the current unit of work has committed, never when it rolls back; at once where none is open. On
     * the thread of the unit of work, in the order of the calls, after the connection has been given back. What it throws
     * goes to the log. For what is kept in memory and must follow the database.
     */
    void afterCommit(Runnable action);

    /**
     * Runs something once the current unit of work has been rolled back, or nobody can tell whether it was; at once where part of
     * it is, as to a savepoint, or may have been; not at all where none is open. Otherwise as {@link #afterCommit}. For what others
     * may have seen in memory and that never came to be.
     */
    void afterRollback(Runnable action);

    /**
     * Has something written with the commit of the current unit of work, as a plugin in the current context's tenant: after
     * all else, in the order of the calls, and mostly in the commit's own way to the server. Where part of the unit of work may
     * be taken back, as by a savepoint, it is written in its place. Where none is open, opens one and commits it. What the server
     * refuses then makes the whole unit of work fail.
     *
     * @throws io.plexica.api.problem.PlexicaException {@code internal-error} where there is no tenant, in a unit of work that only
     *     reads, and after a statement of it has failed
     */
    default void beforeCommit(PluginRef plugin, LateStatement statement) {
        plugin(plugin, connection -> {
            try (PreparedStatement now = connection.prepareStatement(statement.sql())) {
                statement.bind(now, 1);
                return now.execute();
            }
        });
    }

    /**
     * What a failure says of the database to a caller who can act on it, for whoever answers in place of others: what leaves a
     * unit of work says so by itself, what a plugin caught within and passed on another way does not. Empty where it says
     * nothing, as of another database, and for what somebody has given a code already: of those, only
     * {@code unavailable} is told, and a {@link DatabaseException} looked into.
     */
    default Optional<PlexicaException> meaning(Throwable failure) {
        return Optional.empty();
    }

    /**
     * What a failure becomes where it leaves a unit of work that was opened for it, for whoever answers alike in one that he
     * joined. Empty for what leaves it untouched.
     */
    default Optional<PlexicaException> leaving(Throwable failure) {
        return Optional.empty();
    }

    /**
     * Whether a failure goes back to something of the platform's that is not there, whoever made what of it: so that nobody is
     * blamed who was at work then. What may be so each time, as {@link DatabaseException#isOfDatabase} has it, is none.
     */
    default boolean isOutage(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .limit(20)
                .map(cause -> cause instanceof PlexicaException coded ? Optional.of(coded) : meaning(cause))
                .flatMap(Optional::stream)
                .filter(told -> told.code() == ErrorCode.UNAVAILABLE)
                .reduce((above, beneath) -> beneath)
                .filter(told -> !(told instanceof DatabaseException known) || known.isOfDatabase())
                .isPresent();
    }
}
