package io.plexica.cache.internal;

import io.plexica.spi.cache.CacheStore;
import io.plexica.spi.health.HealthCheck;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Whether things are remembered. Without that the platform is slower and nothing else, so it is ready all the same. */
@Component
public final class CacheHealth implements HealthCheck {

    private final LoadingStore memory;

    /** Looks at the store that is used. */
    @Activate
    public CacheHealth(@Reference LoadingStore memory) {
        this.memory = memory;
    }

    @Override
    public String name() {
        return "cache";
    }

    @Override
    public boolean neededForReady() {
        return false;
    }

    @Override
    public Health check() {
        CacheStore store = memory.store();
        if (store == null) {
            return Health.down("There is nothing to keep values in, so everything is worked out anew");
        }
        Map<String, String> facts = store.facts();
        String trouble = store.trouble();
        return (trouble == null ? Health.UP : Health.down(trouble)).with(facts);
    }
}
