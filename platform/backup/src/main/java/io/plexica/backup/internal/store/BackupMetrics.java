package io.plexica.backup.internal.store;

import io.plexica.spi.metrics.Figures;
import io.plexica.spi.metrics.Metric;
import io.plexica.spi.metrics.MetricSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * How backups do. What the folder knows is read from it, so that each node that shares it tells the same, also after a restart;
 * what came to nothing leaves nothing there, and is counted by the node that tried.
 */
@Component
public final class BackupMetrics implements MetricSource {

    private static final Metric MADE =
            Metric.counter("backups_total", "Backups that this node has made, by how that ended", "outcome");
    private static final Metric KEPT =
            Metric.gauge("backups_kept", "Backups that are kept, those included that lack something");
    private static final Metric SUCCESS = Metric.gauge(
            "backup_last_success_timestamp_seconds", "When the newest backup was begun that lacks nothing");
    private static final Metric DURATION =
            Metric.gauge("backup_last_duration_seconds", "How long the newest backup took");
    private static final Metric SIZE = Metric.gauge("backup_last_size_bytes", "How large the newest backup is");
    private static final Metric LACKING = Metric.gauge("backup_last_failures", "What the newest backup lacks");
    private static final double MILLIS = 1_000.0;

    private final Backups backups;

    /** Tells of these. */
    @Activate
    public BackupMetrics(@Reference Backups backups) {
        this.backups = backups;
    }

    @Override
    public List<Metric> metrics() {
        return List.of(MADE, KEPT, SUCCESS, DURATION, SIZE, LACKING);
    }

    @Override
    public void tell(Figures figures) {
        BackupTally tally = backups.tally();
        figures.value(MADE, tally.whole(), "done");
        figures.value(MADE, tally.lacking(), "incomplete");
        figures.value(MADE, tally.failed(), "failed");
        List<Backup> kept = kept();
        figures.value(KEPT, kept.size());
        kept.stream()
                .filter(backup -> backup.failures().isEmpty())
                .findFirst()
                .ifPresent(backup -> figures.value(SUCCESS, backup.begunAt().toEpochMilli() / MILLIS));
        kept.stream().findFirst().ifPresent(newest -> {
            figures.value(
                    DURATION,
                    Duration.between(newest.begunAt(), newest.endedAt()).toMillis() / MILLIS);
            figures.value(SIZE, newest.bytes());
            figures.value(LACKING, newest.failures().size());
        });
    }

    private List<Backup> kept() {
        try {
            return backups.folder().list();
        } catch (IOException e) {
            throw new UncheckedIOException("The folder of backups cannot be read", e);
        }
    }
}
