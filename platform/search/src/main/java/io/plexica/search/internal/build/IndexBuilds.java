package io.plexica.search.internal.build;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.api.search.DocumentType;
import io.plexica.search.internal.Engines;
import io.plexica.search.internal.SearchSettings;
import io.plexica.search.internal.index.IndexTable;
import io.plexica.search.internal.index.Sweeping;
import io.plexica.spi.audit.AuditLog;
import io.plexica.spi.authorization.Grants;
import io.plexica.spi.authorization.Obligations;
import io.plexica.spi.context.Contexts;
import io.plexica.spi.context.ExecutionContext;
import io.plexica.spi.data.Database;
import io.plexica.spi.operations.Operations.Progress;
import io.plexica.spi.search.IndexRef;
import io.plexica.spi.search.Reindexers;
import io.plexica.spi.search.SearchEngine;
import io.plexica.spi.tenancy.Tenant;
import io.plexica.spi.tenancy.Workspaces;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes indexes anew: a new one beside the old, which is told all that the plugin tells and all that changes meanwhile, and
 * then takes its place. When the work ends early, however it does, the old one stays. Safe for all threads.
 */
@Component(service = IndexBuilds.class)
public final class IndexBuilds {

    private static final Logger LOG = LoggerFactory.getLogger(IndexBuilds.class);

    /** Longer than a page may take; whoever says nothing for so long has died. */
    static final Duration LEASE = Duration.ofMinutes(3);

    private final Database database;
    private final Engines engines;
    private final IndexTable lanes;
    private final Sweeping sweeping;
    private final Reindexers reindexers;
    private final Workspaces workspaces;
    private final AuditLog audit;
    private final SearchSettings settings;

    /** Works for the chosen engine. */
    @Activate
    public IndexBuilds(
            @Reference Database database,
            @Reference Engines engines,
            @Reference IndexTable lanes,
            @Reference Sweeping sweeping,
            @Reference Reindexers reindexers,
            @Reference Workspaces workspaces,
            @Reference AuditLog audit,
            @Reference SearchSettings settings) {
        this.database = database;
        this.engines = engines;
        this.lanes = lanes;
        this.sweeping = sweeping;
        this.reindexers = reindexers;
        this.workspaces = workspaces;
        this.audit = audit;
        this.settings = settings;
    }

    /**
     * The types that a plugin tells in a tenant.
     *
     * @throws PlexicaException {@code plugin-not-enabled}, {@code plugin-unavailable}
     */
    public List<DocumentType> types(Tenant tenant, String plugin) {
        try (Contexts.Scope scope = Contexts.open(in(tenant))) {
            return reindexers.types(plugin);
        }
    }

    /**
     * The same, where there are any.
     *
     * @throws PlexicaException {@code conflict} ({@code nothing-to-index}), and as above
     */
    List<DocumentType> demand(Tenant tenant, String plugin) {
        List<DocumentType> types = types(tenant, plugin);
        if (types.isEmpty()) {
            throw PlexicaException.conflict(
                    "nothing-to-index", "The plugin " + plugin + " has no documents to make an index of");
        }
        return types;
    }

    /**
     * Makes the index of a plugin in a tenant anew, on the calling thread and apart from its unit of work: that would hold for
     * all the time what is to be changed here, piece by piece.
     *
     * @throws PlexicaException {@code conflict} ({@code nothing-to-index}, {@code already-running}), {@code unavailable}
     */
    public Report run(Tenant tenant, String plugin, Progress progress) {
        try (Contexts.Scope scope = Contexts.open(in(tenant))) {
            List<DocumentType> types = demand(tenant, plugin);
            SearchEngine engine = engines.current();
            IndexRef index = lanes.begin(tenant.slug(), plugin, LEASE);
            try {
                sweep(index);
                long documents = new IndexFeed(
                                database, engine, lanes, reindexers, workspaces, settings.buildPage(), index, progress)
                        .tell(types, estimate(engine, index));
                return finish(engine, index, new Report(plugin, documents));
            } catch (IOException e) {
                giveUp(engine, index);
                throw Engines.broken(e);
            } catch (PlexicaException e) {
                giveUp(engine, index);
                throw e;
            } catch (Exception e) {
                giveUp(engine, index);
                throw new PlexicaException(
                        ErrorCode.PLUGIN_ERROR,
                        "The plugin " + plugin + " failed to tell its documents; the old index is as it was",
                        e);
            }
        }
    }

    private Report finish(SearchEngine engine, IndexRef index, Report report) throws Exception {
        database.newUnitOfWork(() -> {
            engine.settle(index);
            return index;
        });
        Runnable note = () -> audit.record(
                index.tenantSlug(), "core.search.reindexed", "search-index", index.pluginId(), null, report);
        if (!lanes.swap(index, note)) {
            throw IndexFeed.overtaken(index);
        }
        try {
            sweep(index);
        } catch (Exception e) {
            LOG.warn("The index that was replaced is removed later", e);
        }
        return report;
    }

    /** Removes what is neither used nor being made. */
    private void sweep(IndexRef index) throws Exception {
        database.newUnitOfWork(() -> {
            sweeping.sweep(index.tenantSlug(), index.pluginId());
            return index;
        });
    }

    private void giveUp(SearchEngine engine, IndexRef index) {
        try {
            lanes.abandon(index);
            database.newUnitOfWork(() -> {
                if (lanes.find(index.tenantSlug(), index.pluginId()).generation() != index.generation()) {
                    engine.drop(index);
                }
                return index;
            });
        } catch (Exception e) {
            LOG.warn("What was made of the index of {} is removed later: {}", index, e.getMessage());
        }
    }

    private long estimate(SearchEngine engine, IndexRef index) throws Exception {
        return database.newUnitOfWork(() -> {
            long generation = lanes.find(index.tenantSlug(), index.pluginId()).generation();
            return engine.count(new IndexRef(index.tenantSlug(), index.pluginId(), generation));
        });
    }

    /** On behalf of whoever asked, so that the audit log says who and from where, but with no rights of theirs. */
    private static ExecutionContext in(Tenant tenant) {
        ExecutionContext asking = Contexts.require();
        return new ExecutionContext(
                asking.traceId(),
                tenant,
                null,
                null,
                asking.principal(),
                Grants.NONE,
                new Obligations(),
                null,
                asking.remoteAddress());
    }

    /**
     * What came out.
     *
     * @param documents how many the plugin has told
     */
    public record Report(String plugin, long documents) {}
}
