package io.plexica.api.data;

import java.sql.Connection;
import javax.persistence.EntityManager;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The calling plugin's tables in the current tenant. A service of bundle scope: inject it with {@code @Reference}; what a
 * plugin gets reaches that plugin's schema alone.
 *
 * <p><b>The unit of work.</b> A resource method, event handler, job, hook or command runs in one unit of work: one
 * transaction on one connection, begun at its first use of the database, committed when the work returns normally, rolled
 * back when it throws. {@link #entityManager} and {@link #connection} join it. The other methods open a unit of work of
 * their own where there is none, or divide one on purpose.
 *
 * <p>Every method fails with {@code internal-error} where there is no tenant: no tenant's table can be reached outside a
 * context. When the database cannot be reached or all connections stay busy, with {@code unavailable}. The objects handed
 * out belong to the thread and the unit of work; do not keep them.
 */
@ProviderType
public interface Data {

    /**
     * The entity manager of the current unit of work. Its transaction belongs to the platform: {@code getTransaction()},
     * {@code close()} and the like are refused.
     *
     * @throws io.plexica.api.problem.PlexicaException {@code internal-error} outside a unit of work
     */
    EntityManager entityManager();

    /**
     * The connection of the current unit of work, for plain SQL. Committing, rolling back, closing it or changing its
     * settings is refused.
     *
     * @throws io.plexica.api.problem.PlexicaException {@code internal-error} outside a unit of work
     */
    Connection connection();

    /**
     * Runs work that only reads. Joins the current unit of work; where there is none, opens a read-only one.
     *
     * @return what the work returns
     */
    <T> T read(Work<T> work);

    /**
     * Runs work that may change data. Joins the current unit of work; where there is none, opens one and commits it when
     * the work returns.
     *
     * @return what the work returns
     */
    <T> T write(Work<T> work);

    /**
     * Runs work in a transaction of its own, on a second connection, whatever becomes of the current unit of work. It
     * commits when the work returns and rolls back when it throws. Use it sparingly: each level holds one more connection.
     *
     * @return what the work returns
     */
    <T> T requiresNew(Work<T> work);

    /**
     * Work on the database. What it throws reaches the caller untouched where a unit of work was joined. Where one was opened
     * for it, that holds for all but what the database said that a caller can act on: {@code unavailable} when it is away or
     * busy, {@code conflict} for a duplicate, a broken reference or an object that was changed meanwhile, and
     * {@code validation-failed} for a text that cannot be stored.
     */
    @FunctionalInterface
    interface Work<T> {

        /** Does the work with the plugin's entity manager. */
        T with(EntityManager entities);
    }
}
