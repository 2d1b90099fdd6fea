package io.plexica.search.internal.build;

import io.plexica.api.context.WorkspaceInfo;
import io.plexica.api.problem.PlexicaException;
import io.plexica.api.search.DocumentPage;
import io.plexica.api.search.DocumentType;
import io.plexica.api.search.SearchDocument;
import io.plexica.search.internal.documents.DocumentBodies;
import io.plexica.search.internal.index.IndexTable;
import io.plexica.spi.authorization.Grants;
import io.plexica.spi.context.Contexts;
import io.plexica.spi.context.ExecutionContext;
import io.plexica.spi.data.Database;
import io.plexica.spi.operations.Operations.Progress;
import io.plexica.spi.search.Entry;
import io.plexica.spi.search.IndexRef;
import io.plexica.spi.search.Reindexers;
import io.plexica.spi.search.SearchEngine;
import io.plexica.spi.tenancy.WorkspaceRole;
import io.plexica.spi.tenancy.Workspaces;
import io.plexica.spi.tenancy.Workspaces.Membership;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells an index that is being made all documents of a plugin, page by page. For one use. */
final class IndexFeed {

    private static final Logger LOG = LoggerFactory.getLogger(IndexFeed.class);
    private static final Duration LONGEST_PAGE = Duration.ofMinutes(1);
    private static final int HUNDRED = 100;

    private final Database database;
    private final SearchEngine engine;
    private final IndexTable lanes;
    private final Reindexers reindexers;
    private final Workspaces workspaces;
    private final int pageSize;
    private final IndexRef index;
    private final Progress progress;
    private long told;
    private long estimate;

    IndexFeed(
            Database database,
            SearchEngine engine,
            IndexTable lanes,
            Reindexers reindexers,
            Workspaces workspaces,
            int pageSize,
            IndexRef index,
            Progress progress) {
        this.database = database;
        this.engine = engine;
        this.lanes = lanes;
        this.reindexers = reindexers;
        this.workspaces = workspaces;
        this.pageSize = pageSize;
        this.index = index;
        this.progress = progress;
    }

    /**
     * Tells all.
     *
     * @param expected about how many documents there are; only for the progress
     * @return how many there were
     */
    long tell(List<DocumentType> types, long expected) throws Exception {
        estimate = expected;
        for (DocumentType type : types) {
            if (type.workspaceScoped()) {
                for (WorkspaceInfo workspace : database.newUnitOfWork(() -> workspaces.all(index.tenantSlug()))) {
                    tell(type, workspace);
                }
            } else {
                tell(type, null);
            }
        }
        return told;
    }

    private void tell(DocumentType type, @Nullable WorkspaceInfo workspace) throws Exception {
        Membership place = workspace == null ? null : new Membership(workspace, WorkspaceRole.ADMIN);
        ExecutionContext context = Contexts.require().inWorkspace(place, Grants.NONE);
        try (Contexts.Scope scope = Contexts.open(context)) {
            String after = null;
            do {
                DocumentPage page = reindexers.page(index.pluginId(), type, after, pageSize, LONGEST_PAGE);
                write(type, workspace == null ? null : workspace.id(), page.documents());
                if (!database.newUnitOfWork(() -> lanes.renew(index, IndexBuilds.LEASE))) {
                    throw overtaken(index);
                }
                report(type);
                after = page.next();
            } while (after != null);
        }
    }

    private void write(DocumentType type, @Nullable UUID workspace, List<SearchDocument> documents) throws Exception {
        List<Entry> entries = new ArrayList<>();
        for (SearchDocument document : documents) {
            entries.add(new Entry(0, type.name(), document.id(), workspace, DocumentBodies.of(type, document)));
        }
        if (!entries.isEmpty()) {
            List<SearchEngine.Refused> refused = database.newUnitOfWork(() -> engine.write(index, false, entries));
            for (SearchEngine.Refused one : refused) {
                LOG.error(
                        "The search engine does not take {} {}: {}",
                        type.name(),
                        one.entry().id(),
                        one.reason());
            }
            told += entries.size() - refused.size();
        }
    }

    private void report(DocumentType type) {
        long percent = told * HUNDRED / Math.max(1, Math.max(estimate, told + pageSize));
        progress.report((int) Math.min(HUNDRED - 1, percent), type.name(), told + " documents told");
    }

    static PlexicaException overtaken(IndexRef index) {
        return PlexicaException.conflict(
                "state-moved", "The index of " + index.pluginId() + " was removed, or is being made by somebody else");
    }
}
