package io.plexica.jobs.internal.keep;

import io.plexica.jobs.internal.store.JobRow;
import io.plexica.jobs.internal.store.JobStore;
import io.plexica.jobs.internal.time.ScheduleTimes;
import io.plexica.spi.jobs.JobHandlers.Declared;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is to be changed in the list of a tenant's jobs, so that it says what the tenant has. */
final class Reconciliation {

    private final Map<String, Declared> wanted = new HashMap<>();
    private final Set<String> plugins;
    private final ZoneId zone;
    private final Instant now;

    /**
     * For what a tenant has.
     *
     * @param declared the jobs of the plugins that it has enabled; none while it is not active
     */
    Reconciliation(List<Declared> declared, ZoneId zone, Instant now) {
        declared.stream()
                .filter(job -> job.schedule() != null)
                .forEach(job -> wanted.put(key(job.pluginId(), job.name()), job));
        this.plugins = declared.stream().map(Declared::pluginId).collect(Collectors.toSet());
        this.zone = zone;
        this.now = now;
    }

    /** The changes to the rows there are. */
    List<Change> changes(List<JobRow> rows) {
        List<Change> changes = new ArrayList<>();
        Map<String, Declared> missing = new HashMap<>(wanted);
        for (JobRow row : rows) {
            if (row.isSingle()) {
                single(row, changes);
            } else {
                String key = key(row.pluginId(), row.name());
                missing.remove(key);
                scheduled(row, wanted.get(key), changes);
            }
        }
        missing.values().forEach(job -> changes.add(add(job)));
        return changes;
    }

    private void single(JobRow row, List<Change> changes) {
        if (!plugins.contains(row.pluginId())) {
            leave(row, changes);
        } else if (row.dueAt() == null && !row.isHeld()) {
            changes.add(new Enlist(row.id(), Objects.requireNonNull(row.wantedAt())));
        }
    }

    private void scheduled(JobRow row, @Nullable Declared job, List<Change> changes) {
        if (job == null) {
            leave(row, changes);
            return;
        }
        String schedule = Objects.requireNonNull(job.schedule());
        if (!schedule.equals(row.schedule()) || !zone.getId().equals(row.zone())) {
            changes.add(new Retime(row.id(), schedule, zone.getId(), next(schedule)));
        }
        if (row.dueAt() == null && !row.isHeld()) {
            changes.add(new Enlist(row.id(), row.byHand() ? now : next(schedule)));
        }
    }

    private static void leave(JobRow row, List<Change> changes) {
        if (row.dueAt() != null && !row.running()) {
            changes.add(new Delist(row.id()));
        }
    }

    private Add add(Declared job) {
        String schedule = Objects.requireNonNull(job.schedule());
        return new Add(job.pluginId(), job.name(), schedule, zone.getId(), next(schedule));
    }

    private Instant next(String schedule) {
        return ScheduleTimes.next(schedule, zone, null, now);
    }

    private static String key(String pluginId, String name) {
        return pluginId + "/" + name;
    }

    /** A change of the list. */
    sealed interface Change {

        /** Makes it. */
        void make(JobStore jobs, String tenantSlug);
    }

    /** A job that was not there. */
    record Add(String pluginId, String name, String schedule, String zone, Instant due) implements Change {

        @Override
        public void make(JobStore jobs, String tenantSlug) {
            jobs.add(tenantSlug, pluginId, name, schedule, zone, due);
        }
    }

    /** A job whose times are others. */
    record Retime(UUID id, String schedule, String zone, Instant due) implements Change {

        @Override
        public void make(JobStore jobs, String tenantSlug) {
            jobs.retime(id, schedule, zone, due);
        }
    }

    /** A job that is to wait for its time. */
    record Enlist(UUID id, Instant due) implements Change {

        @Override
        public void make(JobStore jobs, String tenantSlug) {
            jobs.enlist(id, due);
        }
    }

    /** A job that is not to run at present. */
    record Delist(UUID id) implements Change {

        @Override
        public void make(JobStore jobs, String tenantSlug) {
            jobs.delist(id);
        }
    }

    /** A job of the platform itself that nobody here knows, which goes if it was not run for so many days. */
    record Forget(UUID id, int days) implements Change {

        @Override
        public void make(JobStore jobs, String tenantSlug) {
            jobs.removeForgotten(id, days);
        }
    }
}
