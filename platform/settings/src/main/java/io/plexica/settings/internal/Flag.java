package io.plexica.settings.internal;

import io.plexica.spi.tenancy.Tenant;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A feature flag.
 *
 * @param enabled for all for whom nothing else was decided
 * @param tenants what was decided for single tenants, by slug
 * @param plans plans whose tenants have it
 * @param version grows with every change
 */
public record Flag(
        String key,
        @Nullable String description,
        boolean enabled,
        SortedMap<String, Boolean> tenants,
        SortedSet<String> plans,
        long version,
        Instant createdAt,
        Instant updatedAt) {

    /** A flag with copies of what it is given. */
    public Flag {
        tenants = Collections.unmodifiableSortedMap(new TreeMap<>(tenants));
        plans = Collections.unmodifiableSortedSet(new TreeSet<>(plans));
    }

    /** One that has not been stored yet. */
    static Flag wanted(
            String key,
            @Nullable String description,
            boolean enabled,
            Map<String, Boolean> tenants,
            Set<String> plans) {
        return new Flag(
                key,
                description,
                enabled,
                new TreeMap<>(tenants),
                new TreeSet<>(plans),
                1,
                Instant.EPOCH,
                Instant.EPOCH);
    }

    /** The same with this decided for single tenants. */
    Flag with(Map<String, Boolean> decided) {
        return new Flag(key, description, enabled, new TreeMap<>(decided), plans, version, createdAt, updatedAt);
    }

    /** Whether it is on: the tenant's own decision first, then its plan's, then everybody's. */
    boolean isOn(@Nullable Tenant tenant) {
        if (tenant == null) {
            return enabled;
        }
        Boolean own = tenants.get(tenant.slug());
        return own == null ? plans.contains(tenant.plan()) || enabled : own;
    }

    /** Whether two say the same, whenever they were stored. */
    boolean saysTheSame(Flag other) {
        return content().equals(other.content());
    }

    /** What the audit log keeps. */
    Map<String, Object> content() {
        Map<String, Object> content = new TreeMap<>();
        content.put("key", key);
        content.put("description", description == null ? "" : description);
        content.put("enabled", enabled);
        content.put("tenants", tenants);
        content.put("plans", plans);
        return content;
    }
}
