package io.plexica.tenancy.internal;

import io.plexica.spi.tenancy.Tenant;
import io.plexica.spi.tenancy.TenantListener;
import io.plexica.spi.tenancy.TenantStatus;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All tenants in memory, and those who want to hear of changes. Safe for all threads. */
final class TenantDirectory {

    private static final Logger LOG = LoggerFactory.getLogger(TenantDirectory.class);

    private static final int MOST_GONE = 1_000;

    private final Map<String, Entry> entries = new ConcurrentHashMap<>();
    private final RemovedTenants gone = new RemovedTenants(MOST_GONE);

    private final Supplier<List<TenantListener>> listeners;

    TenantDirectory(Supplier<List<TenantListener>> listeners) {
        this.listeners = listeners;
    }

    Optional<TenantRow> find(String slug) {
        return Optional.ofNullable(entries.get(slug)).map(Entry::row);
    }

    List<Tenant> all() {
        return entries.values().stream()
                .map(entry -> entry.row().tenant())
                .sorted(Comparator.comparing(Tenant::slug))
                .toList();
    }

    /** Takes in what has been committed; an older state never replaces a newer one. */
    void put(TenantRow row) {
        if (gone.contains(row.id())) {
            return;
        }
        Entry fresh = new Entry(row);
        Entry kept = entries.merge(row.slug(), fresh, Entry::newer);
        if (gone.contains(row.id())) {
            entries.remove(row.slug(), fresh);
        } else if (kept == fresh) {
            tell(row.tenant());
        }
    }

    /** Forgets a tenant that is gone. */
    void remove(TenantRow row) {
        gone.add(row.id());
        entries.computeIfPresent(row.slug(), (slug, entry) -> entry.row().id().equals(row.id()) ? null : entry);
        tell(row.tenant(TenantStatus.DELETED));
    }

    /** Reads a tenant again, since somebody has changed it. */
    Optional<TenantRow> refresh(String slug, Supplier<Optional<TenantRow>> reader) {
        Entry before = entries.get(slug);
        Optional<TenantRow> row = reader.get();
        row.ifPresent(this::put);
        if (row.isEmpty() && before != null) {
            vanished(before);
        }
        return row;
    }

    /** Takes in the state of the whole table. */
    void load(Supplier<List<TenantRow>> reader) {
        List<Entry> before = List.copyOf(entries.values());
        List<TenantRow> rows = reader.get();
        Set<UUID> present = new HashSet<>();
        for (TenantRow row : rows) {
            present.add(row.id());
            put(row);
        }
        for (Entry entry : before) {
            if (!present.contains(entry.row().id())) {
                vanished(entry);
            }
        }
    }

    private void vanished(Entry entry) {
        if (gone.add(entry.row().id())) {
            remove(entry.row());
        }
    }

    private void tell(Tenant tenant) {
        for (TenantListener listener : listeners.get()) {
            try {
                listener.changed(tenant);
            } catch (RuntimeException e) {
                LOG.error("{} failed to follow the change of tenant {}", listener.getClass(), tenant.slug(), e);
            }
        }
    }

    /** What is remembered of a tenant; compared by identity. */
    private static final class Entry {

        private final TenantRow row;

        Entry(TenantRow row) {
            this.row = row;
        }

        TenantRow row() {
            return row;
        }

        /** The present one unless the other says something new. */
        Entry newer(Entry other) {
            boolean same = row.id().equals(other.row.id());
            return same && row.version() >= other.row.version() ? this : other;
        }
    }
}
