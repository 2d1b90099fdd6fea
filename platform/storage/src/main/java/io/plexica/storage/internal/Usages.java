package io.plexica.storage.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.plexica.spi.tenancy.Tenant;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * How much tenants keep, as far as their plans want to know. Counted by the engine now and then, and carried on here by what
 * this node writes: of what other nodes have written meanwhile a tenant may have kept too much, for a few minutes. Safe for
 * all threads.
 */
@Component(service = Usages.class)
public final class Usages {

    private static final Duration MEMORY = Duration.ofMinutes(5);
    private static final int MOST_TENANTS = 10_000;

    private final Buckets buckets;
    private final StorageSettings settings;
    private final Cache<String, AtomicLong> used = Caffeine.newBuilder()
            .expireAfterWrite(MEMORY)
            .maximumSize(MOST_TENANTS)
            .build();

    /** How many bytes of what is being written there are, while anything is. */
    private final Cache<String, AtomicLong> underWay =
            Caffeine.newBuilder().weakValues().build();

    /** Counts in these buckets. */
    @Activate
    public Usages(@Reference Buckets buckets, @Reference StorageSettings settings) {
        this.buckets = buckets;
        this.settings = settings;
    }

    /** What a tenant keeps now. */
    public Usage of(Tenant tenant) {
        OptionalLong most = settings.bounds().ofPlan(tenant.plan());
        Usage usage = Usage.count(buckets, tenant.slug(), most.isPresent() ? most.getAsLong() : null);
        used.put(tenant.slug(), new AtomicLong(usage.bytes()));
        return usage;
    }

    /** Whether a tenant's plan has a bound. */
    boolean isBounded(Tenant tenant) {
        return settings.bounds().ofPlan(tenant.plan()).isPresent();
    }

    /**
     * The room for one more object of a tenant, to be closed when that is written and noted, or is not.
     *
     * @throws io.plexica.api.problem.PlexicaException {@code plan-required} when not one byte more fits
     */
    Room room(Tenant tenant) {
        StorageBounds bounds = settings.bounds();
        if (!isBounded(tenant)) {
            return new Room(bounds, tenant.plan(), () -> 0, new AtomicLong());
        }
        AtomicLong known = used.getIfPresent(tenant.slug());
        long kept = known == null ? of(tenant).bytes() : known.get();
        if (!bounds.holds(tenant.plan(), kept + 1)) {
            throw bounds.full(tenant.plan());
        }
        return new Room(
                bounds,
                tenant.plan(),
                () -> Optional.ofNullable(used.getIfPresent(tenant.slug()))
                        .map(AtomicLong::get)
                        .orElse(kept),
                underWay.get(tenant.slug(), slug -> new AtomicLong()));
    }

    /** Notes what this node has written or removed. */
    void add(String slug, long bytes) {
        AtomicLong known = used.getIfPresent(slug);
        if (known != null) {
            known.addAndGet(bytes);
        }
    }
}
