package io.plexica.jobs.internal.engine;

import com.github.kagkarlsson.scheduler.Clock;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The time of the database, which all nodes share, carried on by a counter that no correction of this node's clock moves.
 * Safe for all threads.
 */
final class DatabaseClock implements Clock {

    private static final long FRESH = Duration.ofSeconds(10).toNanos();

    private final LongSupplier ticks;
    private volatile @Nullable Reading last;

    DatabaseClock() {
        this(System::nanoTime);
    }

    DatabaseClock(LongSupplier ticks) {
        this.ticks = ticks;
    }

    @Override
    public Instant now() {
        Reading reading = last;
        return reading == null ? Instant.now() : reading.time().plusNanos(ticks.getAsLong() - reading.ticks());
    }

    /** Looks at the database's clock, unless it did so a moment ago. */
    void look(Connection connection) throws SQLException {
        Reading reading = last;
        if (reading != null && ticks.getAsLong() - reading.ticks() < FRESH) {
            return;
        }
        try (PreparedStatement select = connection.prepareStatement("SELECT clock_timestamp()");
                ResultSet row = select.executeQuery()) {
            row.next();
            set(row.getObject(1, OffsetDateTime.class).toInstant());
        }
    }

    void set(Instant time) {
        last = new Reading(time, ticks.getAsLong());
    }

    private record Reading(Instant time, long ticks) {}
}
