package io.plexica.plugins.internal.runtime;

import io.plexica.spi.signal.SignalListener;
import io.plexica.spi.signal.Signals;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Hears what any node publishes, withdraws and does in tenants; whoever has to do with it looks on a thread of its own. */
@Component
public final class PluginSignals implements SignalListener {

    private final Convergence convergence;
    private final RouteKeeper keeper;

    /** Hears for these two. */
    @Activate
    public PluginSignals(@Reference Convergence convergence, @Reference RouteKeeper keeper) {
        this.convergence = convergence;
        this.keeper = keeper;
    }

    @Override
    public String topic() {
        return Signals.PLUGINS;
    }

    @Override
    public void changed(String key) {
        if (key.isEmpty()) {
            convergence.versionsChanged();
        } else {
            keeper.changed(key);
        }
    }

    @Override
    public void missed() {
        convergence.versionsChanged();
        keeper.changed("");
    }
}
