package io.plexica.jobs.internal.keep;

import io.plexica.spi.signal.SignalListener;
import io.plexica.spi.signal.Signals;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Hears what any node changes of versions and of what tenants have installed. */
@Component
public final class PluginChanges implements SignalListener {

    private final ReconciliationSchedule keeper;

    /** Hears for the keeper. */
    @Activate
    public PluginChanges(@Reference ReconciliationSchedule keeper) {
        this.keeper = keeper;
    }

    @Override
    public String topic() {
        return Signals.PLUGINS;
    }

    @Override
    public void changed(String key) {
        keeper.changed(key);
    }
}
