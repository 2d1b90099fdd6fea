package io.plexica.search.internal.index;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.search.internal.Engines;
import io.plexica.search.internal.SearchMeters;
import io.plexica.spi.data.Database;
import io.plexica.spi.plugins.PluginData;
import io.plexica.spi.search.EngineQuery;
import io.plexica.spi.search.Entry;
import io.plexica.spi.search.Entry.Body;
import io.plexica.spi.search.Found;
import io.plexica.spi.search.IndexRef;
import io.plexica.spi.search.SearchEngine;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Indexes of plugins in tenants, written to and searched by the chosen engine. Safe for all threads. */
@Component(service = {Indexes.class, PluginData.class})
public final class Indexes implements PluginData {

    private final Database database;
    private final Engines engines;
    private final IndexTable lanes;
    private final ChangeDelivery courier;
    private final SearchMeters meters;
    private final EnginePause rest = new EnginePause();

    /** Works for the chosen engine. */
    @Activate
    public Indexes(
            @Reference Database database,
            @Reference Engines engines,
            @Reference IndexTable lanes,
            @Reference ChangeDelivery courier,
            @Reference SearchMeters meters) {
        this.database = database;
        this.engines = engines;
        this.lanes = lanes;
        this.courier = courier;
        this.meters = meters;
    }

    /**
     * Writes a change in the current unit of work.
     *
     * @param body null for a document that is removed
     */
    public void write(
            String tenant, String plugin, String type, String id, @Nullable UUID workspace, @Nullable Body body) {
        if (!engines.isJoining()) {
            database.together(() -> {
                courier.changes().add(tenant, plugin, type, id, workspace, body);
                database.afterCommit(courier::wake);
                return id;
            });
            return;
        }
        SearchEngine engine = engines.current();
        List<Entry> entry = List.of(new Entry(1, type, id, workspace, body));
        database.together(() -> {
            IndexRoute lane = lanes.share(tenant, plugin);
            join(engine, new IndexRef(tenant, plugin, lane.generation()), true, entry);
            if (lane.building() != null) {
                join(engine, new IndexRef(tenant, plugin, lane.building()), false, entry);
            }
            return id;
        });
    }

    /**
     * Looks for documents.
     *
     * @throws PlexicaException {@code unavailable} while the engine does not answer
     */
    public Found search(String tenant, String plugin, IndexRoute lane, EngineQuery query) {
        SearchEngine engine = engines.current();
        rest.demand();
        try {
            return meters.count(plugin, () -> engine.search(new IndexRef(tenant, plugin, lane.generation()), query));
        } catch (IOException e) {
            rest.begin();
            throw Engines.broken(e);
        }
    }

    /** How many documents can be found. */
    public long count(String tenant, String plugin, IndexRoute lane) {
        try {
            return engines.current().count(new IndexRef(tenant, plugin, lane.generation()));
        } catch (IOException e) {
            throw Engines.broken(e);
        }
    }

    @Override
    public void deleteAll(String tenantSlug, String pluginId) {
        database.together(() -> {
            courier.changes().forget(tenantSlug, pluginId);
            lanes.reset(tenantSlug, pluginId);
            return pluginId;
        });
        try {
            SearchEngine engine = engines.current();
            for (IndexRef index : engine.indexes(tenantSlug)) {
                if (index.pluginId().equals(pluginId)) {
                    engine.drop(index);
                }
            }
        } catch (IOException e) {
            throw Engines.broken(e);
        }
    }

    private void join(SearchEngine engine, IndexRef index, boolean settled, List<Entry> entries) {
        List<SearchEngine.Refused> refused;
        try {
            refused = engine.write(index, settled, entries);
            meters.told(entries.size(), refused.size());
        } catch (IOException e) {
            meters.failed(entries.size());
            throw Engines.broken(e);
        }
        if (!refused.isEmpty()) {
            throw new PlexicaException(
                    ErrorCode.INTERNAL_ERROR,
                    "The search engine does not take a document: "
                            + refused.get(0).reason());
        }
    }
}
