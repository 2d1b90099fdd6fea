package io.plexica.cache.internal;

import io.plexica.spi.data.Database;
import io.plexica.spi.data.SqlWork;
import io.plexica.spi.plugins.PluginRef;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** A database without tables, in whose unit of work a test may be for a while. */
final class LaterDatabase implements Database {

    private final List<Runnable> later = new ArrayList<>();
    private final List<Runnable> otherwise = new ArrayList<>();
    private boolean working;

    void begin() {
        working = true;
    }

    void commit() {
        working = false;
        List.copyOf(later).forEach(Runnable::run);
        later.clear();
        otherwise.clear();
    }

    void rollBack() {
        working = false;
        later.clear();
        List.copyOf(otherwise).forEach(Runnable::run);
        otherwise.clear();
    }

    @Override
    public void afterCommit(Runnable action) {
        if (working) {
            later.add(action);
        } else {
            action.run();
        }
    }

    @Override
    public void afterRollback(Runnable action) {
        if (working) {
            otherwise.add(action);
        }
    }

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
        return work.call();
    }

    @Override
    public <T> T newUnitOfWork(Callable<T> work) throws Exception {
        return work.call();
    }
}
