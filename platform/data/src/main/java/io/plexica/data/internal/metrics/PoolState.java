package io.plexica.data.internal.metrics;

/**
 * How a pool of connections is.
 *
 * @param active connections in use
 * @param idle connections that wait for use
 * @param max how many there may be
 * @param waiting how many wait for one
 * @param refused how many have waited in vain since the start
 */
public record PoolState(int active, int idle, int max, int waiting, long refused) {

    /** Of no pool. */
    public static final PoolState NONE = new PoolState(0, 0, 0, 0, 0);

    /** Both together. */
    public PoolState with(PoolState other) {
        return new PoolState(
                active + other.active,
                idle + other.idle,
                max + other.max,
                waiting + other.waiting,
                refused + other.refused);
    }
}
