package io.plexica.data.internal.signal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What one look at the table found.
 *
 * @param snapshot which transactions it saw
 * @param server when the server started that was asked: another server may count its transactions anew
 * @param at when it was, by the server's clock
 * @param signals what no earlier look had seen
 */
record SignalSnapshot(String snapshot, Instant server, Instant at, List<Signal> signals) {

    /** How long rows are kept, and so how long a node may be asleep without missing any. */
    static final Duration KEPT = Duration.ofHours(1);

    /** Whether nothing can have been lost between an earlier reading and this one. */
    boolean follows(SignalSnapshot earlier) {
        return server.equals(earlier.server) && at.isBefore(earlier.at.plus(KEPT.dividedBy(2)));
    }
}
