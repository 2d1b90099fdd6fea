package io.plexica.events.internal.relay;

import io.plexica.spi.data.Database;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.util.UUID;

/**
 * The right to send, which one node has at a time; that of a node that died ends by itself. Were two to believe that they have
 * it, events would be sent twice, which is no harm.
 */
final class SenderLease {

    /** Longer than a transport takes for a batch. */
    private static final Duration TIME = Duration.ofSeconds(30);

    private static final String TAKE = "UPDATE core.events_lease SET holder = ?, until = clock_timestamp() + interval '"
            + TIME.toSeconds() + " s' WHERE holder = ? OR until <= clock_timestamp()";
    private static final String LEAVE = "UPDATE core.events_lease SET until = '-infinity' WHERE holder = ?";

    private final Database database;
    private final UUID holder = UUID.randomUUID();

    SenderLease(Database database) {
        this.database = database;
    }

    /** Takes it for a while, or for a while longer; whether it is ours. */
    boolean take() {
        return update(TAKE, 2);
    }

    /** Lets another have it. */
    void leave() {
        update(LEAVE, 1);
    }

    private boolean update(String sql, int times) {
        return database.apart(() -> database.core(connection -> {
            try (PreparedStatement update = connection.prepareStatement(sql)) {
                for (int i = 1; i <= times; i++) {
                    update.setObject(i, holder);
                }
                return update.executeUpdate() == 1;
            }
        }));
    }
}
