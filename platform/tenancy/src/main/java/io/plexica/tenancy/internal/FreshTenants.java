package io.plexica.tenancy.internal;

import io.plexica.spi.signal.Signals;
import io.plexica.spi.tenancy.Tenant;
import io.plexica.spi.threads.Daemons;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The tenants as the directory remembers them, as long as it is sure of what it remembers: whoever asks for one that
 * another node has just changed, or while this node does not hear of changes, is answered by the database. Safe for all
 * threads.
 */
final class FreshTenants {

    private static final Logger LOG = LoggerFactory.getLogger(FreshTenants.class);

    private final TenantDirectory directory;
    private final Transactions transactions;
    private final Signals signals;
    private final Map<String, Long> doubts = new ConcurrentHashMap<>();
    private final AtomicLong numbers = new AtomicLong();
    /** The doubt about all of them; 0 for none. */
    private final AtomicLong generalDoubt = new AtomicLong();

    private final ThreadPoolExecutor reader = new ThreadPoolExecutor(
            1, 1, 30, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), Daemons.named("plexica-tenancy-reader"));

    FreshTenants(TenantDirectory directory, Transactions transactions, Signals signals) {
        this.directory = directory;
        this.transactions = transactions;
        this.signals = signals;
        reader.allowCoreThreadTimeOut(true);
    }

    void load() {
        directory.load(() -> transactions.core(TenantStore::all));
    }

    void close() {
        reader.shutdownNow();
    }

    Optional<Tenant> find(String slug) {
        return row(slug).map(TenantRow::tenant);
    }

    Optional<TenantRow> row(String slug) {
        boolean sure = generalDoubt.get() == 0 && !doubts.containsKey(slug) && signals.isCurrent();
        return sure ? directory.find(slug) : refresh(slug);
    }

    /** Somebody has changed a tenant; empty for any of them. */
    void changed(String slug) {
        if (slug.isEmpty()) {
            anyChanged();
            return;
        }
        doubts.put(slug, numbers.incrementAndGet());
        inBackground(() -> refresh(slug));
    }

    private void anyChanged() {
        long doubt = numbers.incrementAndGet();
        generalDoubt.set(doubt);
        inBackground(() -> {
            load();
            generalDoubt.compareAndSet(doubt, 0);
        });
    }

    private Optional<TenantRow> refresh(String slug) {
        Long doubt = doubts.get(slug);
        Optional<TenantRow> row =
                directory.refresh(slug, () -> transactions.core(connection -> TenantStore.find(connection, slug)));
        if (doubt != null) {
            doubts.remove(slug, doubt);
        }
        return row;
    }

    /** What fails here stays doubtful, so that whoever asks reads it. */
    private void inBackground(Runnable work) {
        try {
            reader.execute(() -> {
                try {
                    work.run();
                } catch (RuntimeException e) {
                    LOG.warn("Tenants that were changed could not be read yet: {}", e.getMessage());
                }
            });
        } catch (RejectedExecutionException e) {
            LOG.debug("The room is closing: changes of tenants are not followed any more");
        }
    }
}
