package io.plexica.search.internal.plugin;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.api.search.DocumentType;
import io.plexica.api.search.Search;
import io.plexica.api.search.SearchDocument;
import io.plexica.api.search.SearchPage;
import io.plexica.api.search.SearchQuery;
import io.plexica.search.internal.build.MissingIndexBuilds;
import io.plexica.search.internal.documents.DocumentBodies;
import io.plexica.search.internal.documents.Hits;
import io.plexica.search.internal.documents.Queries;
import io.plexica.search.internal.index.IndexRoute;
import io.plexica.search.internal.index.IndexTable;
import io.plexica.search.internal.index.Indexes;
import io.plexica.spi.context.Contexts;
import io.plexica.spi.plugins.PluginRef;
import io.plexica.spi.search.EngineQuery;
import io.plexica.spi.search.Found;
import io.plexica.spi.tenancy.Tenant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.ComponentContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;

/** Search as a plugin gets at it: one instance for each bundle, which can only ever act as the plugin it is. */
@Component(scope = ServiceScope.BUNDLE)
public final class PluginSearch implements Search {

    private final Indexes indexes;
    private final IndexTable lanes;
    private final MissingIndexBuilds firstBuilds;
    private final String plugin;

    /** For the bundle that asks. */
    @Activate
    public PluginSearch(
            ComponentContext context,
            @Reference Indexes indexes,
            @Reference IndexTable lanes,
            @Reference MissingIndexBuilds firstBuilds) {
        this(indexes, lanes, firstBuilds, pluginAt(context.getUsingBundle().getLocation()));
    }

    /** For tests. */
    public PluginSearch(Indexes indexes, IndexTable lanes, MissingIndexBuilds firstBuilds, String plugin) {
        this.indexes = indexes;
        this.lanes = lanes;
        this.firstBuilds = firstBuilds;
        this.plugin = plugin;
    }

    @Override
    public void index(DocumentType type, SearchDocument document) {
        indexes.write(
                tenant().slug(),
                plugin,
                type.name(),
                document.id(),
                workspace(type),
                DocumentBodies.of(type, document));
    }

    @Override
    public void remove(DocumentType type, String id) {
        DocumentBodies.id(id);
        indexes.write(tenant().slug(), plugin, type.name(), id, workspace(type), null);
    }

    @Override
    public SearchPage search(DocumentType type, SearchQuery query) {
        Tenant tenant = tenant();
        EngineQuery wanted = Queries.of(type, workspace(type), query);
        IndexRoute lane = lanes.find(tenant.slug(), plugin);
        if (!lane.complete()) {
            firstBuilds.want(tenant, plugin);
        }
        Found found = indexes.search(tenant.slug(), plugin, lane, wanted);
        return new SearchPage(
                found.hits().stream().map(hit -> Hits.of(type, wanted, hit)).toList(),
                query.page(),
                query.size(),
                found.total(),
                lane.complete());
    }

    private static Tenant tenant() {
        Tenant tenant = Contexts.require().tenant();
        if (tenant == null) {
            throw new PlexicaException(
                    ErrorCode.INTERNAL_ERROR, "There is no tenant here, and so no documents that are meant");
        }
        return tenant;
    }

    private static @Nullable UUID workspace(DocumentType type) {
        if (!type.workspaceScoped()) {
            return null;
        }
        var workspace = Contexts.require().workspace();
        if (workspace == null) {
            throw new PlexicaException(
                    ErrorCode.INTERNAL_ERROR,
                    "There is no workspace here, and documents of the type " + type.name() + " belong to one");
        }
        return workspace.id();
    }

    private static String pluginAt(String location) {
        return PluginRef.ofLocation(location)
                .map(PluginRef::id)
                .orElseThrow(() -> new PlexicaException(
                        ErrorCode.INTERNAL_ERROR, "The bundle at " + location + " is no plugin, and has no documents"));
    }
}
