package io.plexica.data.internal.executor;

/**
 * How much plugins may hand over.
 *
 * @param running pieces of work that run at once, of all plugins together
 * @param threads pieces of work that run at once, of one plugin version
 * @param waiting pieces of work that wait for their turn, of one plugin version
 */
public record ExecutorSettings(int running, int threads, int waiting) {

    /** What holds where nothing is configured. */
    public static final ExecutorSettings DEFAULTS = new ExecutorSettings(16, 4, 200);
}
