package io.plexica.storage.internal;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * The room there is for one object that is being written: what others write meanwhile takes of the same, whether it is kept in the
 * end or not. So two that would each fit alone can both be refused, and neither passes the bound. For one thread.
 */
final class Room implements AutoCloseable {

    private final StorageBounds bounds;
    private final String plan;
    private final LongSupplier kept;
    private final AtomicLong underWay;
    private long taken;

    /**
     * For one object.
     *
     * @param kept how many bytes the tenant keeps
     * @param underWay how many bytes of objects that are being written there are, of all of the tenant's
     */
    Room(StorageBounds bounds, String plan, LongSupplier kept, AtomicLong underWay) {
        this.bounds = bounds;
        this.plan = plan;
        this.kept = kept;
        this.underWay = underWay;
    }

    /**
     * Some bytes more.
     *
     * @throws io.plexica.api.problem.PlexicaException {@code payload-too-large}, {@code plan-required}
     */
    void take(int bytes) {
        taken += bytes;
        long all = underWay.addAndGet(bytes);
        if (taken > bounds.object()) {
            throw bounds.tooLarge();
        }
        if (!bounds.holds(plan, kept.getAsLong() + all)) {
            throw bounds.full(plan);
        }
    }

    /** It is written and counts among what is kept, or is not. */
    @Override
    public void close() {
        underWay.addAndGet(-taken);
    }
}
