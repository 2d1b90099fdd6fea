package io.plexica.web.internal.metrics;

import io.plexica.spi.metrics.Figures;
import io.plexica.spi.metrics.Metric;
import io.plexica.spi.metrics.MetricSource;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.management.JMException;
import org.osgi.service.component.annotations.Component;

/** How the process does. */
@Component
public final class JvmMetrics implements MetricSource {

    private static final double MILLIS = 1_000;

    private static final Metric USED = Metric.gauge("jvm_memory_used_bytes", "Memory in use", "area");
    private static final Metric MOST = Metric.gauge("jvm_memory_max_bytes", "Memory that may be used at most", "area");
    private static final Metric BUFFERS = Metric.gauge("jvm_buffers_used_bytes", "Memory of buffers", "pool");
    private static final Metric THREADS = Metric.gauge("jvm_threads", "Threads that are alive");
    private static final Metric CLASSES = Metric.gauge("jvm_classes_loaded", "Classes that are loaded");
    private static final Metric COLLECTIONS =
            Metric.counter("jvm_gc_collections_total", "Collections of garbage", "gc");
    private static final Metric COLLECTING =
            Metric.counter("jvm_gc_collection_seconds_total", "Time spent in collections of garbage", "gc");
    private static final Metric CPU = Metric.counter("process_cpu_seconds_total", "Processor time of the process");
    private static final Metric FILES = Metric.gauge("process_open_fds", "Open files and connections of the process");
    private static final Metric STARTED =
            Metric.gauge("process_start_time_seconds", "When the process started, in seconds since 1970");

    @Override
    public List<Metric> metrics() {
        return List.of(USED, MOST, BUFFERS, THREADS, CLASSES, COLLECTIONS, COLLECTING, CPU, FILES, STARTED);
    }

    @Override
    public void tell(Figures figures) throws JMException {
        memory(figures, "heap", ManagementFactory.getMemoryMXBean().getHeapMemoryUsage());
        memory(figures, "nonheap", ManagementFactory.getMemoryMXBean().getNonHeapMemoryUsage());
        for (BufferPoolMXBean pool : ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class)) {
            figures.value(BUFFERS, pool.getMemoryUsed(), pool.getName());
        }
        figures.value(THREADS, ManagementFactory.getThreadMXBean().getThreadCount());
        figures.value(CLASSES, ManagementFactory.getClassLoadingMXBean().getLoadedClassCount());
        for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            figures.value(COLLECTIONS, collector.getCollectionCount(), collector.getName());
            figures.value(COLLECTING, collector.getCollectionTime() / MILLIS, collector.getName());
        }
        figures.value(STARTED, ManagementFactory.getRuntimeMXBean().getStartTime() / MILLIS);
        figures.value(CPU, ofSystem("ProcessCpuTime") / (double) TimeUnit.SECONDS.toNanos(1));
        figures.value(FILES, ofSystem("OpenFileDescriptorCount"));
    }

    private static void memory(Figures figures, String area, MemoryUsage usage) {
        figures.value(USED, usage.getUsed(), area);
        if (usage.getMax() > 0) {
            figures.value(MOST, usage.getMax(), area);
        }
    }

    /** Asked by name, so that no class beyond the standard is needed. */
    private static long ofSystem(String attribute) throws JMException {
        Object value = ManagementFactory.getPlatformMBeanServer()
                .getAttribute(ManagementFactory.getOperatingSystemMXBean().getObjectName(), attribute);
        return ((Number) value).longValue();
    }
}
