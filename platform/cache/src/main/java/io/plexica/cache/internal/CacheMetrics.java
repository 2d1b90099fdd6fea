package io.plexica.cache.internal;

import io.plexica.spi.cache.CacheStore;
import io.plexica.spi.metrics.Figures;
import io.plexica.spi.metrics.Metric;
import io.plexica.spi.metrics.MetricSource;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** How often the cache of this node helps, and what it holds in memory. */
@Component
public final class CacheMetrics implements MetricSource {

    private static final Metric HITS = Metric.counter("cache_hits_total", "Values that were found in the cache");
    private static final Metric MISSES =
            Metric.counter("cache_misses_total", "Values that were not found in the cache");
    private static final Metric ENTRIES = Metric.gauge("cache_entries", "Values that this node holds in memory");
    private static final Metric BYTES = Metric.gauge("cache_bytes", "Memory of the values that this node holds");
    private static final Metric UP =
            Metric.gauge("cache_up", "1 while the cache works, 0 while all is worked out anew");

    private final LoadingStore memory;

    /** Tells of the store that is used. */
    @Activate
    public CacheMetrics(@Reference LoadingStore memory) {
        this.memory = memory;
    }

    @Override
    public List<Metric> metrics() {
        return List.of(HITS, MISSES, ENTRIES, BYTES, UP);
    }

    @Override
    public void tell(Figures figures) {
        figures.value(HITS, memory.hits());
        figures.value(MISSES, memory.misses());
        CacheStore store = memory.store();
        figures.value(UP, store != null && store.trouble() == null ? 1 : 0);
        Map<String, String> facts = store == null ? Map.of() : store.facts();
        figures.value(ENTRIES, Long.parseLong(facts.getOrDefault("entries", "0")));
        figures.value(BYTES, Long.parseLong(facts.getOrDefault("bytes", "0")));
    }
}
