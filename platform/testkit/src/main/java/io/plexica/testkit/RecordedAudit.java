package io.plexica.testkit;

import io.plexica.api.audit.Audit;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Remembers what was recorded in units of work that have committed; each test begins with nothing. Safe for all threads. */
public final class RecordedAudit implements Audit {

    private final List<Entry> entries = new CopyOnWriteArrayList<>();
    private final Consumer<Runnable> afterCommit;

    RecordedAudit(Consumer<Runnable> afterCommit) {
        this.afterCommit = afterCommit;
    }

    @Override
    public void record(
            String action, String resourceType, String resourceId, @Nullable Object before, @Nullable Object after) {
        Entry entry = new Entry(action, resourceType, resourceId, before, after);
        afterCommit.accept(() -> entries.add(entry));
    }

    /** What was recorded, in order. */
    public List<Entry> entries() {
        return List.copyOf(entries);
    }

    /** The actions recorded, in order. */
    public List<String> actions() {
        return entries.stream().map(Entry::action).toList();
    }

    void clear() {
        entries.clear();
    }

    /** One row of the audit log. */
    public record Entry(
            String action,
            String resourceType,
            String resourceId,
            @Nullable Object before,
            @Nullable Object after) {}
}
