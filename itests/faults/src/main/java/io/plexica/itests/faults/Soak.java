package io.plexica.itests.faults;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Breaks one thing after the other, in an order that the seed decides, for as many minutes as the first argument says, and
 * judges again and again. Ends with 1 when a promise was broken. With the system property {@code soak.faults}, a regular
 * expression for a part of their names, it keeps to those, one after the other and each at least once.
 */
public final class Soak {

    private static final Logger LOG = LoggerFactory.getLogger(Soak.class);
    private static final int FAULTS_BETWEEN_VERDICTS = 10;
    private static final String CHOSEN = System.getProperty("soak.faults", "");

    private Soak() {}

    /** {@code [minutes [seed]]}. */
    public static void main(String[] arguments) {
        Duration length = Duration.ofMinutes(arguments.length > 0 ? Long.parseLong(arguments[0]) : 30);
        long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : System.currentTimeMillis();
        System.out.println("seed " + seed);
        boolean kept = false;
        try (Site site = new Site()) {
            kept = run(site, length, seed);
        } catch (RuntimeException | AssertionError e) {
            LOG.error("The soak could not go on", e);
        }
        // Threads of the engines may still be there.
        System.exit(kept ? 0 : 1);
    }

    private static boolean run(Site site, Duration length, long seed) {
        Caller caller = new Caller(site);
        Random random = new Random(seed);
        List<Fault> faults = chosen();
        int owed = CHOSEN.isEmpty() ? 0 : faults.size();
        int done = 0;
        long end = System.nanoTime() + length.toNanos();
        Faults.first().deed().run(site, caller);
        while (System.nanoTime() < end || done < owed) {
            try (Workload workload = new Workload(site, caller, random.nextLong())) {
                for (int i = 0; i < FAULTS_BETWEEN_VERDICTS && (System.nanoTime() < end || done < owed); i++) {
                    Fault next = faults.get(owed == 0 ? random.nextInt(faults.size()) : done % owed);
                    done++;
                    run(next, site, caller);
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

    private static List<Fault> chosen() {
        if (CHOSEN.isEmpty()) {
            return Faults.all();
        }
        Pattern name = Pattern.compile(CHOSEN);
        List<Fault> faults = Stream.concat(Faults.all().stream(), Faults.onRequest().stream())
                .filter(fault -> name.matcher(fault.name()).find())
                .toList();
        if (faults.isEmpty()) {
            throw new IllegalArgumentException("No fault is called " + CHOSEN);
        }
        return faults;
    }

    private static void run(Fault fault, Site site, Caller caller) {
        System.out.println(fault.name());
        long begun = System.nanoTime();
        fault.deed().run(site, caller);
        System.out.println(
                "  over after " + Duration.ofNanos(System.nanoTime() - begun).toSeconds() + " s");
    }
}
