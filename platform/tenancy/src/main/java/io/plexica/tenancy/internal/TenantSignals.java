package io.plexica.tenancy.internal;

import io.plexica.spi.signal.SignalListener;
import io.plexica.spi.signal.Signals;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Follows what other nodes do to tenants. */
@Component
public final class TenantSignals implements SignalListener {

    private final TenantService tenants;

    @Activate
    public TenantSignals(@Reference TenantService tenants) {
        this.tenants = tenants;
    }

    @Override
    public String topic() {
        return Signals.TENANTS;
    }

    @Override
    public void changed(String key) {
        tenants.changed(key);
    }
}
