package io.plexica.search.internal.build;

import io.plexica.api.rest.Page;
import io.plexica.api.rest.PageQuery;
import io.plexica.search.internal.Engines;
import io.plexica.search.internal.index.IndexRoute;
import io.plexica.search.internal.index.IndexTable;
import io.plexica.search.internal.index.Indexes;
import io.plexica.spi.operations.Operations;
import io.plexica.spi.operations.Operations.Operation;
import io.plexica.spi.tenancy.Tenant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What admins see of the indexes of their tenant, and have done to them. Safe for all threads. */
@Component(service = IndexAdministration.class)
public final class IndexAdministration {

    private static final Operations.Progress UNWATCHED = (percent, step, message) -> {};

    private static final Map<String, String> SORTED = Map.of("plugin", "plugin");

    private final Engines engines;
    private final Indexes indexes;
    private final IndexTable lanes;
    private final IndexBuilds builds;
    private final Operations operations;

    /** Looks at the chosen engine. */
    @Activate
    public IndexAdministration(
            @Reference Engines engines,
            @Reference Indexes indexes,
            @Reference IndexTable lanes,
            @Reference IndexBuilds builds,
            @Reference Operations operations) {
        this.engines = engines;
        this.indexes = indexes;
        this.lanes = lanes;
        this.builds = builds;
        this.operations = operations;
    }

    /** The indexes of a tenant that were searched or made anew, by their plugins. */
    public List<IndexView> list(Tenant tenant) {
        return lanes.plugins(tenant.slug()).stream()
                .map(plugin -> view(tenant, plugin))
                .toList();
    }

    /** A page of them; text is looked for in the plugins' ids. */
    public Page<IndexView> list(Tenant tenant, PageQuery paging) {
        boolean down = paging.orderBy(SORTED, "").endsWith(" DESC");
        String text = paging.text().toLowerCase(Locale.ROOT);
        List<String> plugins = lanes.plugins(tenant.slug()).stream()
                .filter(plugin -> plugin.contains(text))
                .sorted(down ? Comparator.reverseOrder() : Comparator.naturalOrder())
                .toList();
        List<IndexView> page = plugins.stream()
                .skip(paging.offset())
                .limit(paging.size())
                .map(plugin -> view(tenant, plugin))
                .toList();
        return new Page<>(page, paging.page(), paging.size(), plugins.size());
    }

    /** Makes an index anew; returns when it is done. */
    public IndexBuilds.Report reindex(Tenant tenant, String plugin) {
        return builds.run(tenant, plugin, UNWATCHED);
    }

    /** Has an index made anew while the caller goes on; what can be refused at once is. */
    public Operation begin(Tenant tenant, String plugin) {
        builds.demand(tenant, plugin);
        if (lanes.isBeingMade(tenant.slug(), plugin)) {
            throw IndexTable.alreadyBeingMade(plugin);
        }
        return operations.start("core.search.reindex", tenant.slug(), progress -> builds.run(tenant, plugin, progress));
    }

    private IndexView view(Tenant tenant, String plugin) {
        IndexRoute lane = lanes.find(tenant.slug(), plugin);
        return new IndexView(
                plugin,
                engines.name(),
                indexes.count(tenant.slug(), plugin, lane),
                lane.complete(),
                lanes.isBeingMade(tenant.slug(), plugin));
    }

    /**
     * An index.
     *
     * @param documents how many can be found
     * @param complete whether all documents that there are have been told
     * @param building whether it is being made anew
     */
    public record IndexView(String plugin, String engine, long documents, boolean complete, boolean building) {}
}
