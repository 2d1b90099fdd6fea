package io.plexica.operations.internal;

import java.time.Duration;

/**
 * The settings of this room, and the pace of its housekeeping.
 *
 * @param threads how much runs at once
 * @param queue how much may wait
 * @param retention how long what has ended is kept
 * @param pause the shortest time between two writes of one operation's progress
 * @param heartbeat how often a node says that it is alive
 * @param patience after how long a silent node counts as dead
 */
record OperationsSettings(
        int threads, int queue, Duration retention, Duration pause, Duration heartbeat, Duration patience) {

    static OperationsSettings of(OperationsConfig config) {
        return new OperationsSettings(
                config.threads(),
                config.queue(),
                Duration.ofDays(config.retention()),
                Duration.ofMillis(250),
                Duration.ofSeconds(5),
                Duration.ofSeconds(30));
    }
}
