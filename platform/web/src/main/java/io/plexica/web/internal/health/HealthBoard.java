package io.plexica.web.internal.health;

import io.plexica.spi.health.HealthCheck;
import io.plexica.spi.health.HealthCheck.Health;
import io.plexica.spi.threads.Daemons;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/**
 * Asks all health checks, at most once a second however many want to know, each on a thread of its own. A check that hangs
 * counts as not healthy and is not asked again before it has come back.
 */
@Component(service = HealthBoard.class)
public final class HealthBoard {

    private static final Duration BOUND = Duration.ofSeconds(2);
    private static final long FRESH_NANOS = Duration.ofSeconds(1).toNanos();

    private final Map<String, HealthCheck> checks = new ConcurrentHashMap<>();
    private final Map<HealthCheck, Future<Finding>> running = new ConcurrentHashMap<>();
    private final ExecutorService workers = Executors.newCachedThreadPool(Daemons.named("plexica-web-health"));

    private @Nullable Report last;

    /**
     * What was found out about one part.
     *
     * @param needed whether the platform is not ready without it
     * @param details how its own parts are
     */
    public record Finding(
            String name,
            boolean healthy,
            boolean needed,
            long millis,
            @Nullable String error,
            Map<String, String> details) {

        /** Of a part that has no parts of its own. */
        public Finding(String name, boolean healthy, boolean needed, long millis, @Nullable String error) {
            this(name, healthy, needed, millis, error, Map.of());
        }
    }

    /** What was found out at one moment. */
    public record Report(List<Finding> findings, long nanos) {

        /** Whether a part of this name was there to ask. */
        public boolean knows(String name) {
            return findings.stream().anyMatch(finding -> finding.name().equals(name));
        }

        /** Whether all parts are well that are needed. */
        public boolean neededAreHealthy() {
            return findings.stream().allMatch(finding -> finding.healthy() || !finding.needed());
        }

        /** Whether all parts are well. */
        public boolean allAreHealthy() {
            return findings.stream().allMatch(Finding::healthy);
        }
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addCheck(HealthCheck check) {
        checks.put(check.name(), check);
    }

    void removeCheck(HealthCheck check) {
        checks.remove(check.name(), check);
    }

    @Deactivate
    public void close() {
        workers.shutdownNow();
    }

    /** How everything is, as of a second ago at most. Blocks for two seconds at most. */
    public synchronized Report look() {
        Report known = last;
        if (known != null && System.nanoTime() - known.nanos() < FRESH_NANOS) {
            return known;
        }
        Map<String, Future<Finding>> asked = new TreeMap<>();
        checks.forEach((name, check) -> asked.put(name, ask(check)));
        long deadline = System.nanoTime() + BOUND.toNanos();
        List<Finding> findings = new ArrayList<>();
        asked.forEach((name, answer) -> findings.add(await(name, answer, deadline)));
        Report fresh = new Report(List.copyOf(findings), System.nanoTime());
        last = fresh;
        return fresh;
    }

    private Future<Finding> ask(HealthCheck check) {
        return running.compute(
                check, (same, before) -> before == null || before.isDone() ? workers.submit(() -> run(check)) : before);
    }

    private Finding run(HealthCheck check) {
        long started = System.nanoTime();
        Health health;
        try {
            health = check.check();
        } catch (Exception | LinkageError e) {
            String message = e.getMessage();
            health = Health.down(message == null ? e.getClass().getSimpleName() : message);
        }
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started);
        return new Finding(
                check.name(), health.healthy(), check.neededForReady(), millis, health.error(), health.details());
    }

    private Finding await(String name, Future<Finding> answer, long deadline) {
        try {
            return answer.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            return silent(name, "did not answer within " + BOUND.toSeconds() + " s");
        } catch (ExecutionException e) {
            return silent(name, String.valueOf(e.getCause()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return silent(name, "nobody waited for the answer");
        }
    }

    private Finding silent(String name, String error) {
        HealthCheck check = checks.get(name);
        return new Finding(name, false, check == null || check.neededForReady(), BOUND.toMillis(), error);
    }
}
