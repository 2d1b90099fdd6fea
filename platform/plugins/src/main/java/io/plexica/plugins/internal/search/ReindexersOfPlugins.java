package io.plexica.plugins.internal.search;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.api.search.DocumentPage;
import io.plexica.api.search.DocumentType;
import io.plexica.api.search.Reindexer;
import io.plexica.plugins.internal.runtime.BoundedExecution;
import io.plexica.plugins.internal.runtime.Convergence;
import io.plexica.plugins.internal.runtime.RunningPlugin;
import io.plexica.spi.context.Contexts;
import io.plexica.spi.context.ExecutionContext;
import io.plexica.spi.data.Database;
import io.plexica.spi.plugins.PluginRoutes;
import io.plexica.spi.plugins.PluginRoutes.Route;
import io.plexica.spi.search.Reindexers;
import io.plexica.spi.tenancy.Tenant;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Finds and runs what plugins tell their documents by. Safe for all threads. */
@Component
public final class ReindexersOfPlugins implements Reindexers {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Convergence convergence;
    private final PluginRoutes routes;
    private final Database database;

    /** Looks at what runs and at where the tenants' calls go. */
    @Activate
    public ReindexersOfPlugins(
            @Reference Convergence convergence, @Reference PluginRoutes routes, @Reference Database database) {
        this.convergence = convergence;
        this.routes = routes;
        this.database = database;
    }

    @Override
    public List<DocumentType> types(String pluginId) {
        try {
            return within(pluginId, PATIENCE, plugin -> {
                List<DocumentType> types = new ArrayList<>();
                for (Reindexer reindexer : plugin.hosted().reindexers()) {
                    types.add(reindexer.type());
                }
                types.sort(Comparator.comparing(DocumentType::name));
                return types;
            });
        } catch (PlexicaException e) {
            throw e;
        } catch (Exception e) {
            throw new PlexicaException(
                    ErrorCode.PLUGIN_ERROR, "The plugin " + pluginId + " does not say what documents it has", e);
        }
    }

    @Override
    public DocumentPage page(String pluginId, DocumentType type, @Nullable String after, int size, Duration limit)
            throws Exception {
        return within(
                pluginId,
                limit,
                plugin -> database.newUnitOfWork(() -> of(plugin, type).page(after, size)));
    }

    private static Reindexer of(RunningPlugin plugin, DocumentType type) {
        return plugin.hosted().reindexers().stream()
                .filter(reindexer -> reindexer.type().name().equals(type.name()))
                .findFirst()
                .orElseThrow(() -> unavailable(plugin.candidate().ref().id()));
    }

    /** The work is counted from within: one that does not heed its time keeps its version from being taken away. */
    private <T> T within(String pluginId, Duration limit, Work<T> work) throws Exception {
        ExecutionContext context = Contexts.require();
        Tenant tenant = Objects.requireNonNull(context.tenant(), "documents are told in a tenant");
        Route route = routes.find(pluginId, tenant.slug());
        if (route == null || !route.installed()) {
            throw PlexicaException.notFound("The plugin " + pluginId + " is not installed here");
        }
        if (!route.enabled()) {
            throw new PlexicaException(
                    ErrorCode.PLUGIN_NOT_ENABLED, "The plugin " + pluginId + " is not enabled here: enable it first");
        }
        RunningPlugin plugin = convergence.registry().running(route.plugin()).orElse(null);
        if (plugin == null || routes.stopped(route.plugin()) != null) {
            throw unavailable(pluginId);
        }
        try (Contexts.Scope scope = Contexts.open(context.inPlugin(route.plugin()))) {
            return BoundedExecution.run(
                    "documents of " + route.plugin(), plugin.hosted().loader(), limit, counted(plugin, work));
        }
    }

    private static <T> Callable<T> counted(RunningPlugin plugin, Work<T> work) {
        return () -> {
            if (!plugin.gate().enter()) {
                throw unavailable(plugin.candidate().ref().id());
            }
            try {
                return work.with(plugin);
            } finally {
                plugin.gate().leave();
            }
        };
    }

    private static PlexicaException unavailable(String pluginId) {
        return new PlexicaException(
                ErrorCode.PLUGIN_UNAVAILABLE, "The plugin " + pluginId + " does not run here at the moment");
    }

    /** What is done with a plugin. */
    @FunctionalInterface
    private interface Work<T> {
        T with(RunningPlugin plugin) throws Exception;
    }
}
