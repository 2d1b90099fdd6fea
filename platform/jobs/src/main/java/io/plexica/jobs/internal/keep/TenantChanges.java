package io.plexica.jobs.internal.keep;

import io.plexica.spi.signal.SignalListener;
import io.plexica.spi.signal.Signals;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Hears what any node changes of tenants: whether they are active, and their time zone. */
@Component
public final class TenantChanges implements SignalListener {

    private final ReconciliationSchedule keeper;

    /** Hears for the keeper. */
    @Activate
    public TenantChanges(@Reference ReconciliationSchedule keeper) {
        this.keeper = keeper;
    }

    @Override
    public String topic() {
        return Signals.TENANTS;
    }

    @Override
    public void changed(String key) {
        keeper.changed(key);
    }
}
