package io.plexica.web.internal.support;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.spi.data.Database;
import io.plexica.spi.data.DatabaseException;
import io.plexica.spi.data.SqlWork;
import io.plexica.spi.plugins.PluginRef;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import javax.persistence.OptimisticLockException;

/** Counts units of work and has no tables. */
public final class FakeDatabase implements Database {

    public final AtomicInteger commits = new AtomicInteger();
    public final AtomicInteger rollbacks = new AtomicInteger();

    @Override
    public <T> T core(SqlWork<T> work) {
        throw new UnsupportedOperationException("no tables here");
    }

    @Override
    public <T> T tenant(String slug, SqlWork<T> work) {
        throw new UnsupportedOperationException("no tables here");
    }

    @Override
    public <T> T plugin(PluginRef plugin, SqlWork<T> work) {
        throw new UnsupportedOperationException("no tables here");
    }

    @Override
    public <T> T unitOfWork(Callable<T> work) throws Exception {
        boolean done = false;
        try {
            T result = work.call();
            done = true;
            return result;
        } finally {
            (done ? commits : rollbacks).incrementAndGet();
        }
    }

    @Override
    public <T> T newUnitOfWork(Callable<T> work) throws Exception {
        return unitOfWork(work);
    }

    @Override
    public void afterCommit(Runnable action) {
        action.run();
    }

    @Override
    public void afterRollback(Runnable action) {
        // Nothing of this is ever taken back.
    }

    @Override
    public Optional<PlexicaException> meaning(Throwable failure) {
        if (failure instanceof OptimisticLockException) {
            return Optional.of(PlexicaException.conflict("state-moved", "read it again"));
        }
        SQLException sql = failure instanceof DatabaseException known
                ? known.sqlCause()
                : failure.getCause() instanceof SQLException inner ? inner : null;
        return Optional.ofNullable(sql).map(e -> switch (String.valueOf(e.getSQLState())) {
            case "08006", "57014" -> new DatabaseException(ErrorCode.UNAVAILABLE, "no database here", e);
            case "23505" -> new DatabaseException(ErrorCode.CONFLICT, "duplicate: there is one", e);
            default -> null;
        });
    }
}
