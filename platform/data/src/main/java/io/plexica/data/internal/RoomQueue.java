package io.plexica.data.internal;

import io.plexica.data.internal.schema.Rooms;
import io.plexica.spi.data.RoomMigrations;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Rooms waiting for their tables: each is served once those it comes after are. Changed by one thread, read by all.
 */
final class RoomQueue {

    private static final Logger LOG = LoggerFactory.getLogger(RoomQueue.class);
    private static final String OWN_ROOM = "data";

    private final List<RoomMigrations> waiting = new CopyOnWriteArrayList<>();
    private final Map<RoomMigrations, String> failures = new ConcurrentHashMap<>();
    private final StartNotice notice;

    RoomQueue(StartNotice notice) {
        this.notice = notice;
    }

    void add(RoomMigrations room) {
        waiting.add(room);
    }

    void remove(RoomMigrations room) {
        waiting.remove(room);
        failures.remove(room);
    }

    /**
     * Serves all rooms that can be served.
     *
     * @param served hears of each room whose tables are there
     * @return whether any failed and is worth another try
     */
    boolean settle(Rooms rooms, Consumer<RoomMigrations> served) {
        failures.clear();
        boolean progress = true;
        while (progress) {
            progress = false;
            for (RoomMigrations room : List.copyOf(waiting)) {
                if (!failures.containsKey(room) && missing(rooms, room) == null && serve(rooms, room)) {
                    waiting.remove(room);
                    served.accept(room);
                    progress = true;
                }
            }
        }
        return rooms.retryFailed() | !failures.isEmpty();
    }

    /** What keeps a room from its tables; null when none waits. */
    @Nullable
    String problem(Rooms rooms) {
        Iterator<String> failed = failures.values().iterator();
        if (failed.hasNext()) {
            return failed.next();
        }
        return waiting.stream()
                .map(room -> missing(rooms, room) == null
                        ? "The tables of room " + room.room() + " are being migrated"
                        : "Room " + room.room() + " waits for room " + missing(rooms, room))
                .findFirst()
                .orElse(null);
    }

    private boolean serve(Rooms rooms, RoomMigrations room) {
        try {
            rooms.add(room);
            return true;
        } catch (RuntimeException e) {
            LOG.error("The tables of room {} could not be migrated; it stays out of service", room.room(), e);
            String problem = "Room " + room.room() + ": " + e.getMessage();
            failures.put(room, problem);
            notice.failed(e, problem);
            return false;
        }
    }

    private static @Nullable String missing(Rooms rooms, RoomMigrations room) {
        return room.after().stream()
                .filter(earlier -> !earlier.equals(OWN_ROOM) && !rooms.has(earlier))
                .findFirst()
                .orElse(null);
    }
}
