package io.plexica.events.internal;

import io.plexica.audit.internal.AuditMigrations;
import io.plexica.itests.rooms.EventDeliveryContract;
import io.plexica.itests.rooms.FaultyDatabase;
import io.plexica.spi.data.RoomMigrations;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;

/** Nothing carries events: who relays them makes the deliveries. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class DirectDeliveryTest extends EventDeliveryContract {

    @Override
    protected RoomMigrations[] tables() {
        return new RoomMigrations[] {new AuditMigrations(), new EventsMigrations()};
    }

    @Override
    protected AutoCloseable start(FaultyDatabase database) {
        return new EventsNode(database, plugins, tenants, EventsRoom.SETTINGS);
    }
}
