package io.plexica.jobs.internal;

import io.plexica.api.jobs.JobRun;
import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.spi.context.Contexts;
import io.plexica.spi.data.Database;
import io.plexica.spi.jobs.JobHandlers;
import io.plexica.spi.plugins.PluginRef;
import io.plexica.spi.tenancy.Tenant;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/** The plugins of a node, with the jobs of a test and one handler for all of them. Safe for all threads. */
public final class FakePlugins implements JobHandlers {

    private final Database database;
    private final Queue<String> done = new ConcurrentLinkedQueue<>();
    private final Queue<JobRun> begun = new ConcurrentLinkedQueue<>();
    private volatile List<Declared> declared = List.of();
    private volatile Handler handler = (tenant, plugin, run) -> {};
    private volatile Outcome outcome = Outcome.DONE;
    private volatile boolean enabled = true;

    FakePlugins(Database database) {
        this.database = database;
    }

    /** What was done, and committed: {@code <tenant>:<plugin>:<job>}. */
    public List<String> done() {
        return List.copyOf(done);
    }

    /** The runs that began, whatever became of them. */
    public List<JobRun> begun() {
        return List.copyOf(begun);
    }

    /** These are the jobs that every tenant has. */
    public void declare(Declared... jobs) {
        declared = List.of(jobs);
    }

    /** This is what is done from now on. */
    public void handle(Handler other) {
        handler = other;
    }

    /** This is what becomes of runs from now on. */
    public void answer(Outcome other) {
        outcome = other;
    }

    /** Whether tenants have the plugins enabled. */
    public void setEnabled(boolean enabled) {
        this.enabled = enabled;
    }

    @Override
    public boolean areKnown() {
        return true;
    }

    @Override
    public boolean declares(PluginRef plugin, String job) {
        return declared.stream()
                .anyMatch(known ->
                        known.pluginId().equals(plugin.id()) && known.name().equals(job));
    }

    @Override
    public List<Declared> declared(String tenantSlug) {
        return enabled ? declared : List.of();
    }

    @Override
    public @Nullable PluginRef version(String tenantSlug, String pluginId) {
        return enabled ? new PluginRef(pluginId, "1.0.0") : null;
    }

    @Override
    public Outcome run(String pluginId, JobRun run, Duration limit, Runnable atEnd) throws Exception {
        if (outcome != Outcome.DONE) {
            return outcome;
        }
        Tenant tenant = Objects.requireNonNull(Contexts.require().tenant());
        begun.add(run);
        try {
            database.newUnitOfWork(() -> {
                handler.handle(tenant.slug(), pluginId, run);
                atEnd.run();
                return true;
            });
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PlexicaException(ErrorCode.UNAVAILABLE, "The platform is stopping", e);
        }
        done.add(tenant.slug() + ":" + pluginId + ":" + run.name());
        return Outcome.DONE;
    }

    /** What a test does as a job. */
    public interface Handler {
        /** Does it. */
        void handle(String tenant, String plugin, JobRun run) throws Exception;
    }
}
