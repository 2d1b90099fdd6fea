package io.plexica.authorization.internal.grants;

import io.plexica.spi.signal.SignalListener;
import io.plexica.spi.signal.Signals;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Lets go of what is remembered of a tenant in which roles, policies or who holds them have changed, on any node. */
@Component
public final class GrantSignals implements SignalListener {

    private final GrantsCache cache;

    @Activate
    public GrantSignals(@Reference GrantsCache cache) {
        this.cache = cache;
    }

    @Override
    public String topic() {
        return Signals.GRANTS;
    }

    @Override
    public void changed(String key) {
        if (key.isEmpty()) {
            cache.forgetAll();
        } else {
            cache.forget(key);
        }
    }
}
