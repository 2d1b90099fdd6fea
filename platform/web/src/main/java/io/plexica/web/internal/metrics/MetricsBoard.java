package io.plexica.web.internal.metrics;

import io.plexica.spi.metrics.Metric;
import io.plexica.spi.metrics.MetricSource;
import io.plexica.spi.threads.Daemons;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks all sources, each on a thread of its own. One that hangs, such as for a database that does not answer, is left out
 * and not asked again before it has come back: a scrape that is short of something is worth more than none.
 */
@Component(service = MetricsBoard.class)
public final class MetricsBoard {

    private static final Logger LOG = LoggerFactory.getLogger(MetricsBoard.class);
    private static final Duration BOUND = Duration.ofSeconds(2);
    private static final Metric MISSING = Metric.gauge(
            "metric_sources_missing", "Parts of the platform that could not tell their figures at this scrape");

    private final Set<MetricSource> sources = ConcurrentHashMap.newKeySet();
    private final Map<MetricSource, Future<Exposition>> running = new ConcurrentHashMap<>();
    private final ExecutorService workers = Executors.newCachedThreadPool(Daemons.named("plexica-web-metrics"));

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addSource(MetricSource source) {
        sources.add(source);
    }

    void removeSource(MetricSource source) {
        sources.remove(source);
        running.remove(source);
    }

    @Deactivate
    public void close() {
        workers.shutdownNow();
    }

    /** All figures of now as Prometheus reads them. Blocks for two seconds at most. */
    public synchronized String look() {
        Exposition all = new Exposition();
        all.show(MISSING);
        List<Future<Exposition>> asked = new ArrayList<>();
        for (MetricSource source : sources) {
            source.metrics().forEach(all::show);
            asked.add(ask(source));
        }
        long deadline = System.nanoTime() + BOUND.toNanos();
        int missing = 0;
        for (Future<Exposition> answer : asked) {
            missing += add(answer, deadline, all) ? 0 : 1;
        }
        all.value(MISSING, missing);
        return all.text();
    }

    private Future<Exposition> ask(MetricSource source) {
        return running.compute(
                source,
                (same, before) -> before == null || before.isDone() ? workers.submit(() -> run(source)) : before);
    }

    private static Exposition run(MetricSource source) throws Exception {
        Exposition told = new Exposition();
        source.tell(told);
        return told;
    }

    private static boolean add(Future<Exposition> answer, long deadline, Exposition all) {
        try {
            all.add(answer.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS));
            return true;
        } catch (TimeoutException e) {
            LOG.debug("Figures did not come in time", e);
        } catch (ExecutionException e) {
            LOG.debug("Figures could not be told", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return false;
    }
}
