package io.plexica.itests.faults;

import io.plexica.itests.faults.history.Call;
import io.plexica.itests.faults.history.Intent;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** People who change few things together, through all nodes and in all tenants, one after the other and without a rest. */
public final class Workload implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Workload.class);
    private static final int PEOPLE_OF_NODE = 2;
    private static final int THINGS = 3;
    private static final int PAUSE_MILLIS = 40;
    private static final int LONGEST_CALL_SECONDS = 90;

    private final Site site;
    private final Caller caller;
    private final ScheduledExecutorService people;
    private final List<AtomicInteger> done = new ArrayList<>();
    private final Queue<RuntimeException> failures = new ConcurrentLinkedQueue<>();

    /** Begins. */
    public Workload(Site site, Caller caller, long seed) {
        this.site = site;
        this.caller = caller;
        this.people =
                Executors.newScheduledThreadPool(PEOPLE_OF_NODE * site.nodes().size());
        long next = seed;
        for (SiteNode node : site.nodes()) {
            for (int i = 0; i < PEOPLE_OF_NODE; i++) {
                Random random = new Random(next++);
                AtomicInteger count = new AtomicInteger();
                done.add(count);
                people.scheduleWithFixedDelay(() -> step(node, random, count), 0, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
            }
        }
    }

    /** Ends, once all answers have come. That nobody could work, or somebody not, is a failure: it would prove nothing. */
    @Override
    public void close() {
        people.shutdown();
        try {
            if (!people.awaitTermination(LONGEST_CALL_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("somebody still waits for an answer");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        demandWork();
    }

    private void demandWork() {
        RuntimeException failure = failures.peek();
        if (failure != null) {
            throw new IllegalStateException("people could not go on, " + failures.size() + " times", failure);
        }
        if (done.stream().anyMatch(count -> count.get() == 0)) {
            throw new IllegalStateException("not one call of somebody was successful; of each: " + done);
        }
    }

    private void step(SiteNode node, Random random, AtomicInteger count) {
        try {
            var tenants = site.tenants();
            Call call = caller.call(
                    node,
                    tenants.get(random.nextInt(tenants.size())),
                    intent(random.nextInt(100)),
                    "thing-" + random.nextInt(THINGS));
            if (call.outcome() == Call.Outcome.ACKNOWLEDGED) {
                count.incrementAndGet();
            }
        } catch (RuntimeException e) {
            LOG.warn("One of the people cannot go on for now", e);
            failures.add(e);
        }
    }

    private static Intent intent(int dice) {
        if (dice < 50) {
            return Intent.KEEP;
        }
        if (dice < 60) {
            return Intent.BREAK;
        }
        if (dice < 63) {
            return Intent.STUMBLE;
        }
        if (dice < 68) {
            return Intent.ATTACH;
        }
        return dice < 74 ? Intent.FIND : Intent.READ;
    }
}
