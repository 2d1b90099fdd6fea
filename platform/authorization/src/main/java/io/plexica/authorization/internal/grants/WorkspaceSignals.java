package io.plexica.authorization.internal.grants;

import io.plexica.spi.signal.SignalListener;
import io.plexica.spi.signal.Signals;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Lets go of what is remembered of a tenant whose workspaces or their members have changed. */
@Component
public final class WorkspaceSignals implements SignalListener {

    private final GrantSignals grants;

    @Activate
    public WorkspaceSignals(@Reference GrantsCache cache) {
        this.grants = new GrantSignals(cache);
    }

    @Override
    public String topic() {
        return Signals.WORKSPACES;
    }

    @Override
    public void changed(String key) {
        grants.changed(key);
    }
}
