package io.plexica.authorization.internal.grants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plexica.api.manifest.PluginManifest.Permission;
import io.plexica.api.problem.PlexicaException;
import io.plexica.audit.internal.AuditMigrations;
import io.plexica.authorization.internal.AuthorizationMigrations;
import io.plexica.authorization.internal.testing.Acme;
import io.plexica.authorization.internal.testing.UsersRoom;
import io.plexica.authorization.internal.testing.Wiring;
import io.plexica.itests.rooms.FaultyDatabase;
import io.plexica.itests.rooms.RoomDatabase;
import io.plexica.spi.authorization.Grants;
import io.plexica.spi.identity.Principal;
import io.plexica.spi.tenancy.Tenant;
import io.plexica.spi.tenancy.TenantSpec;
import io.plexica.spi.tenancy.TenantStatus;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RolesInTenantTest {

    private static final Principal ADA = new Principal(UUID.randomUUID(), "ada@acme.example", null, null, false);
    private static final Principal ROOT = new Principal(UUID.randomUUID(), "root@plexica.example", null, null, true);
    private static final Tenant ACME =
            new Tenant(UUID.randomUUID(), "acme", "Acme", TenantStatus.ACTIVE, "free", Instant.EPOCH);
    private static final TenantSpec SPEC = new TenantSpec(ACME.id(), "acme", "Acme", "free", null);
    private static final Permission READ =
            new Permission("crm:contacts:read", "Read contacts", null, List.of("member", "viewer"), false);
    private static final Permission WRITE =
            new Permission("crm:contacts:write", "Write contacts", null, List.of("member"), false);

    private static RoomDatabase server;

    private final FaultyDatabase database = server.database();
    private final Wiring room = new Wiring(database, server.signals(), server::hear);
    private final RoleAuthorization authorization = room.authorization;
    private final TenantPluginPermissions permissions = room.permissions;
    private final RolesStep step = room.step;

    @BeforeAll
    static void start() {
        server = RoomDatabase.with(new AuditMigrations(), new UsersRoom(), new AuthorizationMigrations());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void makeTenant() {
        server.schemas().drop("acme");
        server.schemas().create("acme");
        server.tenantAdmin("acme", "INSERT INTO users VALUES ('" + ADA.id() + "')");
        step.apply(SPEC);
    }

    @Test
    void a_tenant_begins_with_the_system_roles_and_their_default_keys() {
        assertThat(
                        server.query(
                                "SELECT r.name || ' ' || string_agg(p.key, ' ' ORDER BY p.key) FROM tenant_acme.roles r"
                                        + " JOIN tenant_acme.role_permissions p ON p.role_id = r.id WHERE r.system GROUP BY r.name ORDER BY r.name"))
                .containsExactly(
                        "admin *",
                        "member core:plugins:read core:teams:read core:users:read core:workspaces:read",
                        "viewer core:plugins:read core:workspaces:read");
        assertThat(server.query("SELECT DISTINCT source FROM tenant_acme.permissions"))
                .containsExactly("core");
    }

    @Test
    void doing_the_step_again_changes_nothing_that_the_tenant_has_edited() {
        server.admin("DELETE FROM tenant_acme.role_permissions WHERE key = 'core:teams:read'");

        step.apply(SPEC);

        assertThat(server.query("SELECT key FROM tenant_acme.role_permissions WHERE key = 'core:teams:read'"))
                .isEmpty();
        assertThat(server.query("SELECT count(*) FROM tenant_acme.roles")).containsExactly("3");
    }

    @Test
    void without_roles_nobody_may_do_anything() {
        assertThat(grants().keys()).isEmpty();
        assertThat(grants().covers("core:users:read")).isFalse();
        assertThat(authorization.grants(null, ADA).covers("core:users:read")).isFalse();
    }

    @Test
    void a_super_admin_holds_what_is_the_platforms_and_nothing_of_plugins() {
        for (Tenant tenant : new Tenant[] {null, ACME}) {
            Grants grants = authorization.grants(tenant, ROOT);

            assertThat(grants.roles()).containsExactly("super-admin");
            assertThat(grants.covers("core:users:write")).isTrue();
            assertThat(grants.covers("crm:contacts:read")).isFalse();
        }
    }

    @Test
    void a_change_of_roles_shows_at_once() {
        authorization.assignRoles("acme", ADA.id(), Set.of("member"));
        assertThat(grants().roles()).containsExactly("member");
        assertThat(grants().covers("core:users:read")).isTrue();

        authorization.assignRoles("acme", ADA.id(), Set.of("viewer"));
        assertThat(grants().roles()).containsExactly("viewer");
        assertThat(grants().covers("core:users:read")).isFalse();
    }

    @Test
    void a_change_that_is_rolled_back_never_shows() {
        authorization.assignRoles("acme", ADA.id(), Set.of("viewer"));

        assertThatThrownBy(() -> database.unitOfWork(() -> {
                    authorization.assignRoles("acme", ADA.id(), Set.of("admin"));
                    assertThat(grants().covers("crm:contacts:read")).isFalse();
                    throw new IllegalStateException("changed my mind");
                }))
                .hasMessage("changed my mind");

        assertThat(grants().roles()).containsExactly("viewer");
    }

    @Test
    void roles_that_do_not_exist_are_all_named_and_nothing_changes() {
        authorization.assignRoles("acme", ADA.id(), Set.of("viewer"));

        assertThatThrownBy(() -> authorization.assignRoles("acme", ADA.id(), Set.of("member", "king", "queen")))
                .isInstanceOfSatisfying(
                        PlexicaException.class,
                        e -> assertThat(e.errors())
                                .extracting(error -> error.message())
                                .containsExactly(
                                        "there is no role 'king' in this tenant",
                                        "there is no role 'queen' in this tenant"));
        assertThat(grants().roles()).containsExactly("viewer");
    }

    @Test
    void a_change_of_roles_is_in_the_audit_log_once() {
        server.admin("DELETE FROM core.audit_log");

        authorization.assignRoles("acme", ADA.id(), Set.of("viewer"));
        authorization.assignRoles("acme", ADA.id(), Set.of("viewer"));

        assertThat(server.query("SELECT tenant_slug || ' ' || before || ' ' || after FROM core.audit_log"))
                .containsExactly("acme {\"roles\": []} {\"roles\": [\"viewer\"]}");
    }

    @Test
    void a_plugins_defaults_reach_the_system_roles_at_once_and_go_with_it() {
        authorization.assignRoles("acme", ADA.id(), Set.of("viewer"));
        assertThat(grants().covers("crm:contacts:read")).isFalse();

        permissions.register("acme", Acme.manifest("crm", READ, WRITE));
        permissions.grantDefaults("acme", Acme.manifest("crm", READ, WRITE));
        assertThat(grants().covers("crm:contacts:read")).isTrue();
        assertThat(grants().covers("crm:contacts:write")).isFalse();

        permissions.withdraw("acme", "crm");
        assertThat(grants().covers("crm:contacts:read")).isFalse();
    }

    @Test
    void withdrawing_leaves_what_the_tenant_gave_itself_and_all_of_namesakes() {
        permissions.register("acme", Acme.manifest("crm", READ, WRITE));
        permissions.grantDefaults("acme", Acme.manifest("crm", READ, WRITE));
        permissions.register("acme", Acme.manifest("crm-plus", key("crm-plus:contacts:read")));
        server.admin("INSERT INTO tenant_acme.role_permissions SELECT id, k, 'tenant' FROM tenant_acme.roles,"
                + " unnest(ARRAY['crm:*', 'crm-plus:*', 'crm:contacts:write']) k WHERE name = 'viewer'");

        permissions.withdraw("acme", "crm");

        assertThat(server.query("SELECT key FROM tenant_acme.role_permissions WHERE key LIKE 'crm%' ORDER BY key"))
                .containsExactly("crm-plus:*", "crm:*", "crm:contacts:write");
        assertThat(server.query("SELECT key FROM tenant_acme.permissions WHERE source LIKE 'crm%'"))
                .containsExactly("crm-plus:contacts:read");
    }

    @Test
    void a_permission_that_a_new_version_lacks_goes_and_edits_by_the_tenant_stay() {
        permissions.register("acme", Acme.manifest("crm", READ, WRITE));
        permissions.grantDefaults("acme", Acme.manifest("crm", READ, WRITE));
        server.admin("DELETE FROM tenant_acme.role_permissions p USING tenant_acme.roles r"
                + " WHERE p.role_id = r.id AND r.name = 'viewer' AND key = 'crm:contacts:read'");

        permissions.register("acme", Acme.manifest("crm", READ));

        assertThat(server.query("SELECT r.name || ' ' || p.key FROM tenant_acme.role_permissions p"
                        + " JOIN tenant_acme.roles r ON p.role_id = r.id WHERE key LIKE 'crm%'"))
                .containsExactly("member crm:contacts:read");
    }

    @Test
    void a_plugin_claims_keys_under_its_own_id_only() {
        assertThat(permissions.clashes(Acme.manifest(
                        "crm",
                        READ,
                        key("core:users:read"),
                        key("billing:invoices:read"),
                        key("crm:read"),
                        key("crm:Contacts:read"),
                        key("crm:*:read"),
                        key("crmx:contacts:read"))))
                .containsExactly(
                        "core:users:read",
                        "billing:invoices:read",
                        "crm:read",
                        "crm:Contacts:read",
                        "crm:*:read",
                        "crmx:contacts:read");
        assertThat(permissions.clashes(Acme.manifest("core", key("core:users:read"))))
                .containsExactly("core:users:read");
        assertThat(permissions.clashes(Acme.manifest("crm", READ, WRITE))).isEmpty();
        assertThatThrownBy(() -> permissions.register("acme", Acme.manifest("crm", key("core:users:read"))))
                .hasMessageContaining("core:users:read");
    }

    private Grants grants() {
        return authorization.grants(ACME, ADA);
    }

    private static Permission key(String key) {
        return new Permission(key, key, null, List.of(), false);
    }
}
