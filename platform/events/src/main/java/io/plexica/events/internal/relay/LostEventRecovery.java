package io.plexica.events.internal.relay;

import io.plexica.spi.data.Database;
import java.sql.PreparedStatement;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees to events that a transport has taken and does not bring: it may have been emptied, or replaced, or whoever listens to it
 * may have lost its place. They are in the outbox still, and are delivered from there. For one thread.
 */
final class LostEventRecovery {

    private static final Logger LOG = LoggerFactory.getLogger(LostEventRecovery.class);
    private static final long PERIOD_NANOS = Duration.ofSeconds(5).toNanos();
    private static final String OVERDUE = """
            UPDATE core.events_deliveries d
            SET state = 'PENDING', due_at = clock_timestamp(), changed_at = clock_timestamp()
            FROM core.events_outbox o
            WHERE d.state = 'SENT' AND o.number = d.event_number
                AND o.relayed_at < clock_timestamp() - ? * interval '1 ms'""";

    private final Database database;
    private long next = System.nanoTime();

    LostEventRecovery(Database database) {
        this.database = database;
    }

    /** Looks now and then whether any have been waited for too long; how many had. */
    int release(Duration patience) {
        if (System.nanoTime() - next < 0) {
            return 0;
        }
        next = System.nanoTime() + PERIOD_NANOS;
        int late = database.apart(() -> database.core(connection -> {
            try (PreparedStatement update = connection.prepareStatement(OVERDUE)) {
                update.setLong(1, patience.toMillis());
                return update.executeUpdate();
            }
        }));
        if (late > 0) {
            LOG.warn("{} deliveries of events that were sent and did not come are made without waiting longer", late);
        }
        return late;
    }
}
