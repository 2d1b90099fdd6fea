package io.plexica.operations.internal;

import io.plexica.spi.data.Database;
import io.plexica.spi.signal.SignalListener;
import io.plexica.spi.signal.Signals;
import io.plexica.spi.stream.News;
import io.plexica.spi.stream.StreamSource;
import io.plexica.spi.tenancy.Tenants;
import io.plexica.spi.threads.Daemons;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells people how the operations are that they may see, whichever node works on them. Safe for all threads. */
@Component(service = {SignalListener.class, StreamSource.class})
public final class OperationNews implements SignalListener, StreamSource {

    private static final Logger LOG = LoggerFactory.getLogger(OperationNews.class);
    private static final String PLATFORM = "";

    private final Database database;
    private final Tenants tenants;
    private final Set<Audience> audiences = ConcurrentHashMap.newKeySet();
    private final Set<UUID> waiting = ConcurrentHashMap.newKeySet();
    private final ExecutorService reader;

    /** Tells nobody yet. */
    @Activate
    public OperationNews(@Reference Database database, @Reference Tenants tenants) {
        this.database = database;
        this.tenants = tenants;
        ThreadPoolExecutor one = new ThreadPoolExecutor(
                1, 1, 30, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), Daemons.named("plexica-operations-news"));
        one.allowCoreThreadTimeOut(true);
        this.reader = one;
    }

    @Deactivate
    void stop() {
        reader.shutdownNow();
    }

    @Override
    public AutoCloseable tellTo(Audience audience) {
        audiences.add(audience);
        return () -> audiences.remove(audience);
    }

    @Override
    public String topic() {
        return Signals.OPERATIONS;
    }

    /** Of one that changes quickly, only how it is when it is read. */
    @Override
    public void changed(String key) {
        if (key.isEmpty() || audiences.stream().noneMatch(Audience::isThere)) {
            return;
        }
        UUID id = UUID.fromString(key);
        if (waiting.add(id)) {
            try {
                reader.execute(() -> tell(id));
            } catch (RejectedExecutionException e) {
                LOG.debug("The platform stops; readers find out when they come back", e);
            }
        }
    }

    private void tell(UUID id) {
        waiting.remove(id);
        try {
            database.apart(() -> database.core(connection -> OperationStore.find(connection, id)))
                    .ifPresent(this::tell);
        } catch (RuntimeException e) {
            LOG.debug("Operation {} could not be read for those who listen", id, e);
        }
    }

    private void tell(OperationRow row) {
        String slug = row.operation().tenantSlug();
        OperationJson json = OperationJson.of(row);
        News news = new News(slug == null ? PLATFORM : slug, "operations", to -> seen(row, json));
        audiences.forEach(audience -> audience.tell(news));
    }

    private @Nullable OperationJson seen(OperationRow row, OperationJson json) {
        return Viewer.current(tenants.pinned().orElse(null)).sees(row) ? json : null;
    }
}
