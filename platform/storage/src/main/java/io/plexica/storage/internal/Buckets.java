package io.plexica.storage.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.plexica.api.problem.PlexicaException;
import io.plexica.spi.storage.NoSuchBucketException;
import io.plexica.spi.storage.ObjectStore;
import io.plexica.spi.tenancy.TenantStatus;
import io.plexica.spi.tenancy.Tenants;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The buckets of tenants. One that came before this room, or changed its engine, gets its bucket at first use; one that is
 * gone never again. Safe for all threads.
 */
@Component(service = Buckets.class)
public final class Buckets {

    /** Of others the bucket may be about to go. */
    private static final Set<TenantStatus> LIVING =
            Set.of(TenantStatus.PROVISIONING, TenantStatus.ACTIVE, TenantStatus.SUSPENDED);

    private static final Duration MEMORY = Duration.ofMinutes(10);
    private static final int MOST_TENANTS = 10_000;

    private final Engines engines;
    private final Tenants tenants;
    private final Cache<String, Boolean> known = Caffeine.newBuilder()
            .expireAfterWrite(MEMORY)
            .maximumSize(MOST_TENANTS)
            .build();

    /** Asks the chosen engine. */
    @Activate
    public Buckets(@Reference Engines engines, @Reference Tenants tenants) {
        this.engines = engines;
        this.tenants = tenants;
    }

    /** The name of a tenant's bucket. */
    static String name(String slug) {
        return "tenant-" + slug;
    }

    /**
     * Works in a tenant's bucket.
     *
     * @throws PlexicaException {@code unavailable} while the engine does not do it, {@code not-found} without the tenant
     */
    <T> T in(String slug, Work<T> work) {
        String bucket = name(slug);
        ObjectStore engine = engines.current();
        try {
            try {
                return work.with(engine, bucket);
            } catch (NoSuchBucketException e) {
                known.invalidate(slug);
                require(slug);
            }
            return work.with(engine, bucket);
        } catch (IOException e) {
            throw Engines.broken(e);
        }
    }

    /**
     * Makes sure that a tenant has its bucket, for work that cannot be done again.
     *
     * @throws PlexicaException as above
     */
    void require(String slug) {
        if (known.getIfPresent(slug) == null) {
            requireTenant(slug);
            engines.change(engine -> engine.createBucket(name(slug)));
            known.put(slug, true);
        }
    }

    private void requireTenant(String slug) {
        boolean there = tenants.find(slug)
                .filter(tenant -> LIVING.contains(tenant.status()))
                .isPresent();
        if (!there) {
            throw PlexicaException.notFound("The tenant is gone, and its objects with it");
        }
    }

    /** Work that is done again when it found no bucket; it must not have read what it writes by then. */
    @FunctionalInterface
    interface Work<T> {
        T with(ObjectStore engine, String bucket) throws IOException;
    }
}
