package io.plexica.notifications.internal;

import io.plexica.audit.internal.AuditMigrations;
import io.plexica.itests.rooms.RoomDatabase;
import io.plexica.operations.internal.OperationsMigrations;
import io.plexica.spi.data.RoomMigrations;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rooms to whose tables this one's look, on a real database; of two of them as much as is looked at. */
public final class Rooms {

    private Rooms() {}

    /** A fresh database. */
    public static RoomDatabase database() {
        return RoomDatabase.with(
                new AuditMigrations(),
                new Stub("tenancy"),
                new OperationsMigrations(),
                new Stub("plugins"),
                new NotificationsMigrations());
    }

    /** A room with a table or two. */
    private record Stub(String room) implements RoomMigrations {

        @Override
        public List<String> after() {
            return List.of();
        }

        @Override
        public String coreFolder() {
            return "rooms/" + room;
        }

        @Override
        public @Nullable String tenantFolder() {
            return null;
        }
    }
}
