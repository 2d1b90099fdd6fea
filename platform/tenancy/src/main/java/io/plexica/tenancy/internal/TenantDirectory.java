package io.plexica.tenancy.internal;

import io.plexica.spi.tenancy.Tenant;
import io.plexica.spi.tenancy.TenantListener;
import io.plexica.spi.tenancy.TenantStatus;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All tenants in memory, and those who want to hear of changes. Safe for all threads. */
final class TenantDirectory {

    private static final Logger LOG = LoggerFactory.getLogger(TenantDirectory.class);

    private final Map<String, Entry> entries = new ConcurrentHashMap<>();
    private final Supplier<List<TenantListener>> listeners;

    TenantDirectory(Supplier<List<TenantListener>> listeners) {
        this.listeners = listeners;
    }

    Optional<Tenant> find(String slug) {
        return Optional.ofNullable(entries.get(slug)).map(Entry::tenant);
    }

    List<Tenant> all() {
        return entries.values().stream()
                .map(Entry::tenant)
                .sorted(Comparator.comparing(Tenant::slug))
                .toList();
    }

    String theme(String slug) {
        Entry entry = entries.get(slug);
        return entry == null ? "{}" : entry.theme();
    }

    /** Takes in what has been committed; an older state never replaces a newer one. */
    void put(TenantRow row) {
        Entry fresh = new Entry(row.tenant(), row.theme(), row.version());
        Entry kept = entries.merge(
                row.slug(), fresh, (old, now) -> old.isOf(now) && old.version() > now.version() ? old : now);
        if (kept == fresh) {
            tell(fresh.tenant());
        }
    }

    /** Forgets a tenant that is gone. */
    void remove(TenantRow row) {
        entries.computeIfPresent(
                row.slug(), (slug, entry) -> entry.tenant().id().equals(row.id()) ? null : entry);
        tell(row.tenant(TenantStatus.DELETED));
    }

    /** Takes in the state of the whole table. */
    void load(List<TenantRow> rows) {
        rows.forEach(row -> entries.put(row.slug(), new Entry(row.tenant(), row.theme(), row.version())));
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

    private record Entry(Tenant tenant, String theme, long version) {

        boolean isOf(Entry other) {
            return tenant.id().equals(other.tenant.id());
        }
    }
}
