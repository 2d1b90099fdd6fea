package io.plexica.itests.rooms;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The time of day, as far from now as a test wants it. */
public final class MovableClock extends Clock {

    private volatile Duration offset = Duration.ZERO;

    /** Goes on, or back, by so much. */
    public void move(Duration by) {
        offset = offset.plus(by);
    }

    @Override
    public Instant instant() {
        return Instant.now().plus(offset);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
