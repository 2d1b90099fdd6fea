package io.plexica.cache.redis.internal;

import io.plexica.spi.cache.CacheStore;
import io.plexica.spi.config.Secrets;
import io.plexica.spi.limits.RateLimiter;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Offers a cache and a limiter for all nodes while a Redis is configured. */
@Component(
        service = RedisCaching.class,
        immediate = true,
        configurationPid = "io.plexica.cache.redis",
        configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class RedisCaching {

    private static final Logger LOG = LoggerFactory.getLogger(RedisCaching.class);

    /** Before what each node keeps for itself. */
    private static final int RANKING = 100;

    private final @Nullable Redis redis;
    private final List<ServiceRegistration<?>> registrations;

    @Activate
    public RedisCaching(BundleContext context, RedisConfig config, @Reference Secrets secrets) {
        if (config.cacheUrl().isBlank()) {
            redis = null;
            registrations = List.of();
            return;
        }
        RedisSettings settings =
                RedisSettings.of(config, secrets.find("CACHE_PASSWORD").orElse(null));
        redis = new Redis(settings);
        Dictionary<String, Object> first = new Hashtable<>();
        first.put(Constants.SERVICE_RANKING, RANKING);
        registrations = List.of(
                context.registerService(CacheStore.class, redis.cache(), first),
                context.registerService(RateLimiter.class, redis.limiter(), first));
        LOG.info("Values are cached and calls counted in {}", settings);
    }

    @Deactivate
    void stop() {
        registrations.forEach(ServiceRegistration::unregister);
        if (redis != null) {
            redis.close();
        }
    }
}
