package io.plexica.itests.rooms;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.spi.data.Database;
import io.plexica.spi.data.DatabaseException;
import io.plexica.spi.data.LateStatement;
import io.plexica.spi.data.SqlWork;
import io.plexica.spi.plugins.PluginRef;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.Callable;

/** The data room's units of work, which can be cut off as if the server, or the node, were gone. Safe for all threads. */
public final class FaultyDatabase implements Database {

    private final Database real;
    private volatile boolean down;

    FaultyDatabase(Database real) {
        this.real = real;
    }

    /** From now on nobody reaches the database through this, or everybody does again. */
    public void setDown(boolean down) {
        this.down = down;
    }

    @Override
    public <T> T core(SqlWork<T> work) {
        return real.core(reaching(work));
    }

    @Override
    public <T> T tenant(String slug, SqlWork<T> work) {
        return real.tenant(slug, reaching(work));
    }

    @Override
    public <T> T plugin(PluginRef plugin, SqlWork<T> work) {
        return real.plugin(plugin, reaching(work));
    }

    @Override
    public <T> T unitOfWork(Callable<T> work) throws Exception {
        return real.unitOfWork(work);
    }

    @Override
    public <T> T newUnitOfWork(Callable<T> work) throws Exception {
        return real.newUnitOfWork(work);
    }

    @Override
    public void afterCommit(Runnable action) {
        real.afterCommit(action);
    }

    @Override
    public void afterRollback(Runnable action) {
        real.afterRollback(action);
    }

    @Override
    public void beforeCommit(PluginRef plugin, LateStatement statement) {
        real.beforeCommit(plugin, reaching(statement));
    }

    @Override
    public Optional<PlexicaException> meaning(Throwable failure) {
        return real.meaning(failure);
    }

    @Override
    public Optional<PlexicaException> leaving(Throwable failure) {
        return real.leaving(failure);
    }

    private <T> T reaching(T work) {
        if (down) {
            throw new DatabaseException(
                    ErrorCode.UNAVAILABLE, "The database does not answer", new SQLException("cut off", "08006"));
        }
        return work;
    }
}
