package io.plexica.spi.jobs;

import io.plexica.api.jobs.JobRun;
import io.plexica.spi.plugins.PluginRef;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The plugins as jobs see them. The plugins room provides it; whoever runs jobs asks. Answered from memory but for
 * {@link #run}; safe for all threads.
 */
@ProviderType
public interface JobHandlers {

    /** Whether this node knows all plugins and where tenants' calls go; before, nobody's jobs can be told. */
    boolean areKnown();

    /** Whether a version's manifest lists a job. */
    boolean declares(PluginRef plugin, String job);

    /** The jobs of the plugins that a tenant has enabled, as the manifests of its versions list them. */
    List<Declared> declared(String tenantSlug);

    /** The version that does a plugin's jobs in a tenant; null while it has it enabled in none. */
    @Nullable
    PluginRef version(String tenantSlug, String pluginId);

    /**
     * Runs a plugin's handler of a job in a unit of work, in the context of the calling thread, which must have a tenant, and
     * on a thread of the plugin's, as long as it may take. One that does not end when it is interrupted counts among the
     * version's hung threads, as a call does.
     *
     * @param limit how long it may take where its manifest does not say
     * @param atEnd called in that unit of work once the handler has done its part; what it throws rolls it back
     * @return what became of it
     * @throws Exception what the handler throws; {@code plugin-timeout} when time is up
     */
    Outcome run(String pluginId, JobRun run, Duration limit, Runnable atEnd) throws Exception;

    /**
     * A job of a plugin.
     *
     * @param schedule a cron expression or an interval; null for a job that runs when the plugin asks for it
     */
    record Declared(String pluginId, String name, @Nullable String schedule) {}

    /** What became of a run. */
    enum Outcome {
        /** The handler did its part, and it is committed. */
        DONE,
        /** The tenant has the plugin enabled no longer, or its version there does not have the job. */
        NOT_WANTED,
        /** The tenant's version does not run on this node, or is leaving: another time, or another node. */
        NOT_HERE
    }
}
