package io.plexica.plugins.analytics.internal.days;

import io.plexica.api.events.Event;
import io.plexica.api.events.EventHandler;
import io.plexica.api.events.HandlesEvent;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Notes deals that were won. */
@Component
@HandlesEvent(name = "crm.deal.won")
public final class WonDeals implements EventHandler {

    private final Days days;

    @Activate
    public WonDeals(@Reference Days days) {
        this.days = days;
    }

    @Override
    public void handle(Event event) throws Exception {
        days.note(event);
    }
}
