package io.plexica.authorization.internal.testing;

import io.plexica.api.context.WorkspaceInfo;
import io.plexica.api.manifest.PluginManifest;
import io.plexica.api.manifest.PluginManifest.Permission;
import io.plexica.api.manifest.Policy;
import io.plexica.api.manifest.SemanticVersion;
import io.plexica.api.manifest.Services;
import io.plexica.api.manifest.Web;
import io.plexica.audit.internal.AuditMigrations;
import io.plexica.authorization.internal.AuthorizationMigrations;
import io.plexica.itests.rooms.RoomDatabase;
import io.plexica.spi.authorization.Grants;
import io.plexica.spi.context.Contexts;
import io.plexica.spi.context.ExecutionContext;
import io.plexica.spi.identity.Principal;
import io.plexica.spi.tenancy.Tenant;
import io.plexica.spi.tenancy.TenantSpec;
import io.plexica.spi.tenancy.TenantStatus;
import io.plexica.spi.tenancy.WorkspaceRole;
import io.plexica.spi.tenancy.Workspaces.Membership;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A database with a tenant, some people and a workspace in it. */
public final class Acme implements AutoCloseable {

    public static final String SLUG = "acme";
    public static final Tenant TENANT =
            new Tenant(UUID.randomUUID(), SLUG, "Acme", TenantStatus.ACTIVE, "free", Instant.EPOCH);
    public static final Principal ADA = new Principal(UUID.randomUUID(), "ada@acme.example", "Ada", null, false);
    public static final Principal BOB = new Principal(UUID.randomUUID(), "bob@acme.example", "Bob", null, false);
    public static final Principal ROOT = new Principal(UUID.randomUUID(), "root@plexica.example", null, null, true);
    public static final WorkspaceInfo SALES = new WorkspaceInfo(UUID.randomUUID(), "sales", "Sales");
    public static final UUID TEAM = UUID.randomUUID();

    public final RoomDatabase server;
    public final Wiring room;

    private Acme(RoomDatabase server) {
        this.server = server;
        this.room = Wiring.of(server);
    }

    public static Acme start() {
        return new Acme(RoomDatabase.with(new AuditMigrations(), new UsersRoom(), new AuthorizationMigrations()));
    }

    /** A tenant as it begins: Ada is its admin, Bob nothing, and the CRM is installed. */
    public void begin() {
        server.schemas().drop(SLUG);
        server.schemas().create(SLUG);
        for (Principal user : List.of(ADA, BOB)) {
            sql("INSERT INTO users (id, email, first_name) VALUES ('" + user.id() + "', '" + user.email() + "', '"
                    + user.firstName() + "')");
        }
        sql("INSERT INTO teams VALUES ('" + TEAM + "', '" + SALES.id() + "', 'Sellers')");
        room.step.apply(new TenantSpec(TENANT.id(), SLUG, "Acme", "free", null));
        room.cache.forget(SLUG);
        system(() -> {
            room.authorization.assignRoles(SLUG, ADA.id(), Set.of("admin"));
            room.permissions.register(SLUG, crm());
            room.permissions.grantDefaults(SLUG, crm());
            return SLUG;
        });
        server.admin("DELETE FROM core.audit_log");
    }

    public void joinTeam(Principal user) {
        sql("INSERT INTO team_members VALUES ('" + TEAM + "', '" + user.id() + "')");
    }

    public void sql(String sql) {
        server.tenantAdmin(SLUG, sql);
    }

    /** What somebody may do; outside any workspace without a role there. */
    public Grants grants(Principal user, @Nullable WorkspaceRole role) {
        return role == null
                ? room.authorization.grants(TENANT, user)
                : room.authorization.grants(TENANT, user, new Membership(SALES, role));
    }

    /** Works as a user in the workspace. */
    public <T> T as(Principal user, Supplier<T> work) {
        return within(
                ExecutionContext.platform("trace")
                        .inTenant(TENANT)
                        .as(user, Grants.NONE)
                        .inWorkspace(new Membership(SALES, WorkspaceRole.MEMBER), grants(user, WorkspaceRole.MEMBER)),
                work);
    }

    /** Works as the system, in no tenant. */
    public static <T> T system(Supplier<T> work) {
        return within(ExecutionContext.platform("trace").as(Principal.SYSTEM, Grants.NONE), work);
    }

    private static <T> T within(ExecutionContext context, Supplier<T> work) {
        try (Contexts.Scope scope = Contexts.open(context)) {
            return work.get();
        }
    }

    public static PluginManifest crm() {
        return manifest(
                "crm",
                new Permission("crm:deals:read", "Read deals", null, List.of("member", "viewer"), false),
                new Permission("crm:deals:write", "Write deals", null, List.of("member"), false),
                new Permission("crm:deals:delete", "Delete deals", null, List.of(), true));
    }

    public static PluginManifest manifest(String id, Permission... permissions) {
        return manifest(id, List.of(permissions), List.of());
    }

    public static PluginManifest manifest(String id, List<Permission> permissions, List<Policy> policies) {
        return new PluginManifest(
                id,
                id,
                SemanticVersion.parse("1.0.0").orElseThrow(),
                null,
                null,
                null,
                null,
                List.of(),
                null,
                null,
                null,
                List.of(),
                null,
                List.of(),
                List.of(),
                List.of(),
                new PluginManifest.Visibility(List.of()),
                permissions,
                new PluginManifest.Tables(null, false),
                new PluginManifest.Configuration(Map.of(), Map.of(), List.of()),
                List.of(),
                policies,
                null,
                PluginManifest.Events.NONE,
                List.of(),
                Services.NONE,
                Web.NONE,
                PluginManifest.Translations.NONE,
                PluginManifest.Limits.NONE);
    }

    @Override
    public void close() {
        server.close();
    }
}
