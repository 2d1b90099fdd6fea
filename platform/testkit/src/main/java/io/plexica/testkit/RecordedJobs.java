package io.plexica.testkit;

import io.plexica.api.jobs.Jobs;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * Remembers which runs were asked for in units of work that have committed, and not taken back; each test begins with nothing.
 * Nothing is run: to test a handler, call it within {@link PluginFixture#run}. Safe for all threads.
 */
public final class RecordedJobs implements Jobs {

    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final Consumer<Runnable> afterCommit;

    RecordedJobs(Consumer<Runnable> afterCommit) {
        this.afterCommit = afterCommit;
    }

    @Override
    public UUID schedule(String name, Instant at, Object payload) {
        Asked run = new Asked(UUID.randomUUID(), name, at, payload);
        afterCommit.accept(() -> asked.add(run));
        return run.id();
    }

    @Override
    public boolean cancel(UUID id) {
        afterCommit.accept(() -> asked.removeIf(run -> run.id().equals(id)));
        return asked.stream().anyMatch(run -> run.id().equals(id));
    }

    /** The runs that were asked for, in order. */
    public List<Asked> asked() {
        return List.copyOf(asked);
    }

    void clear() {
        asked.clear();
    }

    /** One run as it was asked for. */
    public record Asked(UUID id, String name, Instant at, Object payload) {}
}
