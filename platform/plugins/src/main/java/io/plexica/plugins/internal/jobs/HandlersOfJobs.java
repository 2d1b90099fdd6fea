package io.plexica.plugins.internal.jobs;

import io.plexica.api.jobs.JobHandler;
import io.plexica.api.jobs.JobRun;
import io.plexica.api.manifest.Job;
import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.plugins.internal.host.HostedJobHandler;
import io.plexica.plugins.internal.runtime.Convergence;
import io.plexica.plugins.internal.runtime.RunningPlugin;
import io.plexica.plugins.internal.runtime.WholeWork;
import io.plexica.spi.context.Contexts;
import io.plexica.spi.context.ExecutionContext;
import io.plexica.spi.data.Database;
import io.plexica.spi.jobs.JobHandlers;
import io.plexica.spi.plugins.PluginRef;
import io.plexica.spi.plugins.PluginRoutes;
import io.plexica.spi.plugins.PluginRoutes.Route;
import io.plexica.spi.tenancy.Tenant;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Finds and runs the handlers that plugins have for jobs. Safe for all threads. */
@Component
public final class HandlersOfJobs implements JobHandlers {

    private final Convergence convergence;
    private final PluginRoutes routes;
    private final Database database;

    /** Looks at what runs and at where the tenants' calls go. */
    @Activate
    public HandlersOfJobs(
            @Reference Convergence convergence, @Reference PluginRoutes routes, @Reference Database database) {
        this.convergence = convergence;
        this.routes = routes;
        this.database = database;
    }

    @Override
    public boolean areKnown() {
        return convergence.isSettled();
    }

    @Override
    public boolean declares(PluginRef plugin, String job) {
        return job(plugin, job) != null;
    }

    @Override
    public List<Declared> declared(String tenantSlug) {
        return routes.enabled(tenantSlug).stream()
                .flatMap(plugin ->
                        jobs(plugin).stream().map(job -> new Declared(plugin.id(), job.name(), job.schedule())))
                .toList();
    }

    @Override
    public @Nullable PluginRef version(String tenantSlug, String pluginId) {
        Route route = routes.find(pluginId, tenantSlug);
        return route != null && route.enabled() ? route.plugin() : null;
    }

    @Override
    public Outcome run(String pluginId, JobRun run, Duration limit, Runnable atEnd) throws Exception {
        ExecutionContext context = Contexts.require();
        Tenant tenant = Objects.requireNonNull(context.tenant(), "a job runs in a tenant");
        PluginRef version = version(tenant.slug(), pluginId);
        Job job = version == null ? null : job(version, run.name());
        if (version == null || job == null) {
            return Outcome.NOT_WANTED;
        }
        RunningPlugin plugin = convergence.registry().running(version).orElse(null);
        if (plugin == null || routes.stopped(version) != null) {
            return Outcome.NOT_HERE;
        }
        JobHandler handler = handler(plugin, run.name());
        try (Contexts.Scope scope = Contexts.open(context.inPlugin(version))) {
            return run(plugin, handler, run, Objects.requireNonNullElse(job.timeout(), limit), atEnd);
        }
    }

    private Outcome run(RunningPlugin plugin, JobHandler handler, JobRun run, Duration limit, Runnable atEnd)
            throws Exception {
        String name = "The job " + run.name() + " of " + plugin.candidate().ref();
        return WholeWork.run(database, plugin, name, limit, () -> handler.run(run), atEnd)
                ? Outcome.DONE
                : Outcome.NOT_HERE;
    }

    private static JobHandler handler(RunningPlugin plugin, String job) {
        return plugin.hosted().jobHandlers().stream()
                .filter(known -> known.job().equals(job))
                .findFirst()
                .map(HostedJobHandler::handler)
                .orElseThrow(() -> new PlexicaException(
                        ErrorCode.PLUGIN_ERROR,
                        "The manifest of " + plugin.candidate().ref() + " lists the job '" + job
                                + "', and no component with @HandlesJob does it"));
    }

    private @Nullable Job job(PluginRef plugin, String name) {
        return jobs(plugin).stream()
                .filter(known -> known.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    private List<Job> jobs(PluginRef plugin) {
        return convergence
                .registry()
                .find(plugin)
                .map(version -> version.manifest().jobs())
                .orElse(List.of());
    }
}
