package io.plexica.events.internal;

import io.plexica.spi.data.RoomMigrations;
import java.util.List;
import org.osgi.service.component.annotations.Component;

/** The tables of events and deliveries, and the functions through which events are published. */
@Component
public final class EventsMigrations implements RoomMigrations {

    @Override
    public String room() {
        return "events";
    }

    @Override
    public List<String> after() {
        return List.of("audit");
    }
}
