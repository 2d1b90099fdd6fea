package io.plexica.tenancy.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.Callable;

/**
 * Lets one runner at a time, of all nodes, make or remove the tenant of a slug. The lock lives in a transaction on a
 * connection of its own, so that it ends with the process that held it.
 */
final class SlugLock {

    private final Transactions transactions;
    private final TenantWorkers workers;

    SlugLock(Transactions transactions, TenantWorkers workers) {
        this.transactions = transactions;
        this.workers = workers;
    }

    /** Runs work on a worker while this thread holds the lock; empty when somebody else holds it. */
    <T> Optional<T> tryWith(String slug, Callable<T> work) {
        TenantWorkers.Result<T> result = new TenantWorkers.Result<>();
        boolean ours;
        workers.enter();
        try {
            ours = transactions.in(() -> {
                boolean locked = transactions.joined(connection -> tryLock(connection, slug));
                if (locked) {
                    workers.run(work, result);
                }
                return locked;
            });
        } catch (RuntimeException e) {
            if (!result.ended()) {
                throw e;
            }
            // The work stands, even if the transaction that did nothing but hold the lock could not end well.
            ours = true;
        } finally {
            workers.leave();
        }
        return ours ? Optional.of(result.get()) : Optional.empty();
    }

    private static boolean tryLock(Connection connection, String slug) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT pg_try_advisory_xact_lock(hashtextextended('plexica tenant ' || ?, 0))")) {
            statement.setString(1, slug);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }
}
