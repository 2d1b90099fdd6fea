package io.plexica.operations.internal;

import io.plexica.spi.data.Database;
import io.plexica.spi.signal.SignalListener;
import io.plexica.spi.signal.Signals;
import io.plexica.spi.threads.Daemons;
import io.plexica.spi.web.EventStream;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Those who watch operations through this node; they see what happens on every node. Safe for all threads. */
@Component(service = {SignalListener.class, Watchers.class})
public final class Watchers implements SignalListener {

    private static final Logger LOG = LoggerFactory.getLogger(Watchers.class);

    private final Database database;
    private final Set<Watcher> watchers = ConcurrentHashMap.newKeySet();
    private final ExecutorService reader;

    @Activate
    public Watchers(@Reference Database database) {
        this.database = database;
        ThreadPoolExecutor one = new ThreadPoolExecutor(
                1, 1, 30, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), Daemons.named("plexica-operations-watch"));
        one.allowCoreThreadTimeOut(true);
        this.reader = one;
    }

    @Deactivate
    void stop() {
        reader.shutdownNow();
        watchers.forEach(Watcher::end);
    }

    /** A stream that first says how the operation is, then whenever that changes, and ends with the operation. */
    public EventStream stream(OperationRow row) {
        return new EventStream() {
            @Override
            public AutoCloseable open(Sink sink) {
                return watch(new Watcher(row.operation().id(), sink));
            }

            @Override
            public boolean mayGoOn() {
                // Which tenant the deployment serves was asked before, and stays.
                return Viewer.current(null).sees(row);
            }
        };
    }

    @Override
    public String topic() {
        return Signals.OPERATIONS;
    }

    @Override
    public void changed(String key) {
        for (Watcher watcher : watchers) {
            if (key.isEmpty() || key.equals(watcher.id().toString())) {
                look(watcher);
            }
        }
    }

    /** How many streams are open. */
    int size() {
        return watchers.size();
    }

    private AutoCloseable watch(Watcher watcher) {
        watchers.add(watcher);
        look(watcher);
        return () -> watchers.remove(watcher);
    }

    private void look(Watcher watcher) {
        try {
            reader.execute(() -> tell(watcher));
        } catch (RejectedExecutionException e) {
            watcher.end();
        }
    }

    /** What cannot be read now is read at the next signal, which comes when the database is back. */
    private void tell(Watcher watcher) {
        try {
            boolean over = database.apart(() -> database.core(c -> OperationStore.find(c, watcher.id())))
                    .map(watcher::tell)
                    .orElse(true);
            if (over) {
                watchers.remove(watcher);
                watcher.end();
            }
        } catch (RuntimeException e) {
            LOG.debug("Operation {} could not be read for somebody who watches it", watcher.id(), e);
        }
    }
}
