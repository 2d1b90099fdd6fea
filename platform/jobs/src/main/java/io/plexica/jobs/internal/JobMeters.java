package io.plexica.jobs.internal;

import io.plexica.spi.metrics.Figures;
import io.plexica.spi.metrics.Histogram;
import io.plexica.spi.metrics.Metric;
import io.plexica.spi.metrics.MetricSource;
import io.plexica.spi.metrics.Tallies;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.osgi.service.component.annotations.Component;

/** Counts what this node does of jobs, by names that manifests and rooms list. Safe for all threads. */
@Component(service = {JobMeters.class, MetricSource.class})
public final class JobMeters implements MetricSource {

    private static final String PLUGIN = "plugin";

    private static final Metric RUNS =
            Metric.counter("jobs_runs_total", "Runs of jobs that have ended", PLUGIN, "job", "outcome");
    private static final Metric DURATION =
            Metric.histogram("jobs_run_duration_seconds", "How long runs of jobs took", PLUGIN);
    private static final Metric LATENESS =
            Metric.histogram("jobs_run_lateness_seconds", "How long after they were due runs of jobs began", PLUGIN);
    private static final Metric RUNNING = Metric.gauge("jobs_running", "Jobs that run on this node now");

    private final Tallies runs = new Tallies(RUNS);
    private final Map<String, Histogram> durations = new ConcurrentHashMap<>();
    private final Map<String, Histogram> latenesses = new ConcurrentHashMap<>();
    private final AtomicInteger running = new AtomicInteger();

    /** What became of a run. */
    public enum Outcome {
        /** It was done. */
        DONE("done"),
        /** It failed. */
        FAILED("failed"),
        /** It was interrupted when its time was up. */
        LATE("late"),
        /** Its node ended in the middle. */
        CUT_OFF("cut_off");

        private final String label;

        Outcome(String label) {
            this.label = label;
        }
    }

    /** A job begins to run; what comes back is to be closed when it does no longer. */
    public Run began(String plugin, String job, Duration lateness) {
        histogram(latenesses, plugin).record(Math.max(0, lateness.toNanos()));
        running.incrementAndGet();
        return new Run(plugin, job);
    }

    /** A run of a node that is thought dead has ended. */
    public void cutOff(String plugin, String job) {
        runs.of(plugin, job, Outcome.CUT_OFF.label).increment();
    }

    @Override
    public List<Metric> metrics() {
        return List.of(RUNS, DURATION, LATENESS, RUNNING);
    }

    @Override
    public void tell(Figures figures) {
        runs.tell(figures);
        durations.forEach((plugin, times) -> figures.times(DURATION, times, plugin));
        latenesses.forEach((plugin, times) -> figures.times(LATENESS, times, plugin));
        figures.value(RUNNING, running.get());
    }

    private static Histogram histogram(Map<String, Histogram> histograms, String plugin) {
        return histograms.computeIfAbsent(plugin, fresh -> Histogram.ofWork());
    }

    /** A job that runs. For one thread. */
    public final class Run implements AutoCloseable {

        private final String plugin;
        private final String job;
        private final long begun = System.nanoTime();

        private Run(String plugin, String job) {
            this.plugin = plugin;
            this.job = job;
        }

        /** It has ended so; without this it counts for nothing, since it was not possible now. */
        public void ended(Outcome outcome) {
            runs.of(plugin, job, outcome.label).increment();
            histogram(durations, plugin).record(System.nanoTime() - begun);
        }

        @Override
        public void close() {
            running.decrementAndGet();
        }
    }
}
