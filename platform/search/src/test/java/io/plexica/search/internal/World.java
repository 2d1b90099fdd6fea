package io.plexica.search.internal;

import io.plexica.api.context.WorkspaceInfo;
import io.plexica.api.search.DocumentType;
import io.plexica.api.search.Search;
import io.plexica.api.search.SearchDocument;
import io.plexica.api.search.SearchHit;
import io.plexica.api.search.SearchPage;
import io.plexica.api.search.SearchQuery;
import io.plexica.itests.rooms.FaultyDatabase;
import io.plexica.itests.rooms.FewTenants;
import io.plexica.itests.rooms.RoomDatabase;
import io.plexica.search.internal.build.IndexAdministration;
import io.plexica.search.internal.build.IndexBuilds;
import io.plexica.search.internal.build.MissingIndexBuilds;
import io.plexica.search.internal.index.ChangeDelivery;
import io.plexica.search.internal.index.IndexTable;
import io.plexica.search.internal.index.Indexes;
import io.plexica.search.internal.index.SearchHealth;
import io.plexica.search.internal.index.Sweeping;
import io.plexica.search.internal.plugin.PluginSearch;
import io.plexica.spi.authorization.Grants;
import io.plexica.spi.authorization.Obligations;
import io.plexica.spi.context.Contexts;
import io.plexica.spi.context.ExecutionContext;
import io.plexica.spi.identity.Principal;
import io.plexica.spi.search.SearchEngine;
import io.plexica.spi.tenancy.Tenant;
import io.plexica.spi.tenancy.WorkspaceRole;
import io.plexica.spi.tenancy.Workspaces.Membership;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

/** The room on a real database, as one node of the platform has it. */
final class World implements AutoCloseable {

    static final DocumentType CONTACT = DocumentType.of("contact").title("name");
    static final UUID HERE = UUID.fromString("00000000-0000-4000-8000-000000000001");
    static final UUID THERE = UUID.fromString("00000000-0000-4000-8000-000000000002");

    final Told told = new Told();
    final FewTenants tenants = new FewTenants();
    final RecordingAudit audit = new RecordingAudit();
    final FaultyDatabase database;
    final IndexTable lanes;
    final ChangeDelivery courier;
    final Indexes indexes;
    final Sweeping sweeping;
    final IndexBuilds builds;
    final IndexAdministration desk;
    final SearchEngine engine;
    final SearchHealth health;
    final SearchMeters meters = new SearchMeters();
    private final SearchSettings settings = new SearchSettings("chosen", Duration.ofMillis(50), 2);
    private final MissingIndexBuilds firstBuilds;

    World(RoomDatabase room, SearchEngine engine) {
        this.engine = engine;
        List.of("acme", "globex").forEach(this::tenant);
        database = room.database();
        Engines engines = new Engines(settings).with(engine);
        lanes = new IndexTable(database, engines);
        courier = new ChangeDelivery(database, engines, lanes, settings, meters);
        indexes = new Indexes(database, engines, lanes, courier, meters);
        sweeping = new Sweeping(engines, lanes, courier, tenants);
        builds = new IndexBuilds(
                database, engines, lanes, sweeping, told, new TwoWorkspaces(HERE, THERE), audit, settings);
        desk = new IndexAdministration(engines, indexes, lanes, builds, new ThreadedOperations());
        firstBuilds = new MissingIndexBuilds(builds, lanes, new ThreadedOperations());
        health = new SearchHealth(engines, courier);
    }

    Tenant tenant(String slug) {
        return tenants.find(slug).orElseGet(() -> tenants.add(slug, "pro"));
    }

    Search search(String plugin) {
        return new PluginSearch(indexes, lanes, firstBuilds, plugin);
    }

    /** Work of a request in a workspace of a tenant, in one unit of work. */
    <T> T in(String slug, UUID workspace, Callable<T> work) throws Exception {
        WorkspaceInfo place = TwoWorkspaces.info(workspace);
        ExecutionContext context = ExecutionContext.platform(Contexts.newTraceId())
                .as(Principal.SYSTEM, Grants.NONE)
                .inTenant(tenant(slug))
                .inWorkspace(new Membership(place, WorkspaceRole.MEMBER), Grants.NONE);
        try (Contexts.Scope scope = Contexts.open(context)) {
            return database.unitOfWork(work);
        }
    }

    void index(String slug, UUID workspace, String id, String name) throws Exception {
        in(slug, workspace, () -> {
            search("crm").index(CONTACT, SearchDocument.of(id).with("name", name));
            return id;
        });
    }

    void remove(String slug, UUID workspace, String id) throws Exception {
        in(slug, workspace, () -> {
            search("crm").remove(CONTACT, id);
            return id;
        });
    }

    SearchPage page(String slug, UUID workspace, String text) throws Exception {
        return in(slug, workspace, () -> search("crm").search(CONTACT, SearchQuery.of(text)));
    }

    List<String> find(String slug, UUID workspace, String text) throws Exception {
        return page(slug, workspace, text).items().stream()
                .map(SearchHit::id)
                .sorted()
                .toList();
    }

    IndexBuilds.Report reindex(String slug) {
        return asPlatform(() -> builds.run(tenant(slug), "crm", (percent, step, message) -> {}));
    }

    /** The same while the caller goes on. */
    void begin(String slug) {
        asPlatform(() -> desk.begin(tenant(slug), "crm"));
    }

    /** Whether admins see that the index is being made. */
    boolean isBeingMade(String slug) {
        return asPlatform(() -> desk.list(tenant(slug)).get(0).building());
    }

    private static <T> T asPlatform(Supplier<T> work) {
        ExecutionContext context = new ExecutionContext(
                Contexts.newTraceId(),
                null,
                null,
                null,
                Principal.SYSTEM,
                Grants.NONE,
                new Obligations(),
                null,
                "192.0.2.1");
        try (Contexts.Scope scope = Contexts.open(context)) {
            return work.get();
        }
    }

    @Override
    public void close() {
        courier.close();
        sweeping.close();
    }
}
