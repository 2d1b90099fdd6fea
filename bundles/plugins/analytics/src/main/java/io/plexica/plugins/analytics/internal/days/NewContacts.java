package io.plexica.plugins.analytics.internal.days;

import io.plexica.api.events.Event;
import io.plexica.api.events.EventHandler;
import io.plexica.api.events.HandlesEvent;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Notes contacts that the CRM has gained. */
@Component
@HandlesEvent(name = "crm.contact.created")
public final class NewContacts implements EventHandler {

    private final Days days;

    @Activate
    public NewContacts(@Reference Days days) {
        this.days = days;
    }

    @Override
    public void handle(Event event) throws Exception {
        days.note(event);
    }
}
