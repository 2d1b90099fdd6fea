package io.plexica.tenancy.internal.workspaces;

import io.plexica.api.rest.PageQuery;
import io.plexica.audit.internal.AuditMigrations;
import io.plexica.audit.internal.CoreAuditLog;
import io.plexica.itests.rooms.FaultyDatabase;
import io.plexica.itests.rooms.RoomDatabase;
import io.plexica.spi.data.SchemaReady;
import io.plexica.spi.signal.Signals;
import io.plexica.spi.tenancy.TenantSpec;
import io.plexica.tenancy.internal.TenancyMigrations;
import io.plexica.tenancy.internal.WorkspaceStep;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;

/** The tenants acme and globex with their default workspaces, on a real database. */
@DisplayNameGeneration(ReplaceUnderscores.class)
abstract class WorkspacesRoomTest {

    static final SchemaReady READY = new SchemaReady() {};
    static final PageQuery ALL = new PageQuery(null, null, null, null);

    static RoomDatabase server;
    static FaultyDatabase database;

    final FakeUsers people = new FakeUsers();
    final WorkspaceListeners listeners = new WorkspaceListeners();
    MembershipCache places;
    WorkspaceService workspaces;
    MemberService members;

    @BeforeAll
    static void startServer() {
        server = RoomDatabase.with(new AuditMigrations(), new TenancyMigrations());
        database = server.database();
        for (String slug : List.of("acme", "globex")) {
            server.schemas().create(slug);
            new WorkspaceStep(database, READY).apply(new TenantSpec(UUID.randomUUID(), slug, slug, "pro", null));
        }
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    @BeforeEach
    void start() {
        for (String slug : List.of("acme", "globex")) {
            server.tenantAdmin(slug, "DELETE FROM workspace_members; DELETE FROM workspaces WHERE NOT is_default");
        }
        server.admin("DELETE FROM core.audit_log");
        CoreAuditLog audit = new CoreAuditLog(database, READY);
        places = node(database, server.signals());
        server.hear(places);
        workspaces = new WorkspaceService(database, audit, places, listeners);
        members = new MemberService(database, audit, places, people.users(), listeners);
    }

    @AfterEach
    void stop() {
        database.setDown(false);
        server.hearNoMore(places);
    }

    static MembershipCache node(FaultyDatabase database, Signals signals) {
        return new MembershipCache(database, signals, new CoreAuditLog(database, READY), READY);
    }

    WorkspaceRow create(String tenant, String slug) {
        return workspaces.create(tenant, new WorkspaceBody("The " + slug, slug, null, null));
    }

    WorkspaceRow home(String tenant) {
        return workspaces.get(tenant, "default");
    }

    /** What the audit log has of a tenant, in order: action, outcome, before, after. */
    List<String> audit(String tenant) {
        return server.query("SELECT concat_ws(' ', action, outcome, before ->> 'name', before ->> 'role', '->',"
                + " after ->> 'name', after ->> 'role') FROM core.audit_log WHERE tenant_slug = '" + tenant
                + "' ORDER BY at");
    }
}
