package io.plexica.data.testing;

import io.plexica.spi.data.RoomMigrations;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A room made of folders on the class path. */
public record Room(
        String room,
        List<String> after,
        @Nullable String coreFolder,
        @Nullable String tenantFolder,
        ClassLoader loader) implements RoomMigrations {

    /** A room whose migrations lie in {@code rooms/<name>}. */
    public static Room named(String name, String... after) {
        return new Room(
                name,
                List.of(after),
                "rooms/" + name + "/core",
                "rooms/" + name + "/tenant",
                Room.class.getClassLoader());
    }
}
