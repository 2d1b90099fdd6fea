package io.plexica.itests.faults;

import java.time.Duration;
import java.util.List;
import java.util.Random;

/**
 * Breaks one thing after the other, in an order that the seed decides, for as many minutes as the first argument says, and
 * judges again and again. Ends with 1 when a promise was broken.
 */
public final class Soak {

    private static final int FAULTS_BETWEEN_VERDICTS = 10;

    private Soak() {}

    /** {@code [minutes [seed]]}. */
    public static void main(String[] arguments) {
        Duration length = Duration.ofMinutes(arguments.length > 0 ? Long.parseLong(arguments[0]) : 30);
        long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : System.currentTimeMillis();
        System.out.println("seed " + seed);
        boolean kept;
        try (Site site = new Site()) {
            kept = run(site, length, seed);
        }
        System.exit(kept ? 0 : 1);
    }

    private static boolean run(Site site, Duration length, long seed) {
        Caller caller = new Caller(site);
        Random random = new Random(seed);
        List<Fault> faults = Faults.all();
        long end = System.nanoTime() + length.toNanos();
        Faults.first().deed().run(site, caller);
        while (System.nanoTime() < end) {
            try (Workload workload = new Workload(site, caller, random.nextLong())) {
                for (int i = 0; i < FAULTS_BETWEEN_VERDICTS && System.nanoTime() < end; i++) {
                    Fault next = faults.get(random.nextInt(faults.size()));
                    System.out.println(next.name());
                    next.deed().run(site, caller);
                }
            }
            Verdict verdict = Verdict.on(site);
            System.out.println(verdict.summary());
            verdict.violations().forEach(System.out::println);
            if (!verdict.violations().isEmpty()) {
                return false;
            }
        }
        return true;
    }
}
