package io.plexica.tenancy.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The time of day, and any time ahead of it. */
final class MovableClock extends Clock {

    private volatile Duration ahead = Duration.ZERO;

    void goAhead(Duration further) {
        ahead = ahead.plus(further);
    }

    @Override
    public Instant instant() {
        return Instant.now().plus(ahead);
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
