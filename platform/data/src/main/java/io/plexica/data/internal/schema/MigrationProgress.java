package io.plexica.data.internal.schema;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** Says every few seconds how far a migration of many tenants is. Safe for all threads. */
final class MigrationProgress {

    private static final long PAUSE = Duration.ofSeconds(5).toNanos();

    private final String what;
    private final int total;
    private final Consumer<String> says;
    private final long begun = System.nanoTime();
    private final AtomicLong said = new AtomicLong(begun);
    private final AtomicInteger done = new AtomicInteger();
    private final AtomicInteger failed = new AtomicInteger();

    MigrationProgress(String what, int total, Consumer<String> says) {
        this.what = what;
        this.total = total;
        this.says = says;
    }

    void one(boolean worked) {
        (worked ? done : failed).incrementAndGet();
        long now = System.nanoTime();
        long last = said.get();
        if (now - last > PAUSE && said.compareAndSet(last, now)) {
            says.accept(sentence(now) + ", about " + secondsLeft(now) + " s to go");
        }
    }

    /** The end; silent where there was nothing to do. */
    void end() {
        if (total > 0) {
            says.accept(sentence(System.nanoTime()));
        }
    }

    int done() {
        return done.get();
    }

    int failed() {
        return failed.get();
    }

    private String sentence(long now) {
        String failures = failed.get() == 0 ? "" : ", " + failed.get() + " failed";
        return what + ": " + done.get() + " of " + total + " tenants migrated" + failures + " (" + Math.round(rate(now))
                + " a second)";
    }

    private long secondsLeft(long now) {
        return Math.round((total - done.get() - failed.get()) / Math.max(rate(now), 0.1));
    }

    private double rate(long now) {
        return (done.get() + failed.get()) / Math.max((now - begun) / 1e9, 0.001);
    }
}
