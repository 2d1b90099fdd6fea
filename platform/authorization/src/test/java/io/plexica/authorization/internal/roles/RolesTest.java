package io.plexica.authorization.internal.roles;

import static io.plexica.authorization.internal.testing.Acme.ADA;
import static io.plexica.authorization.internal.testing.Acme.BOB;
import static io.plexica.authorization.internal.testing.Acme.SLUG;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.plexica.api.rest.PageQuery;
import io.plexica.authorization.internal.body.Bodies;
import io.plexica.authorization.internal.store.Role;
import io.plexica.authorization.internal.testing.Acme;
import io.plexica.authorization.internal.testing.Refusals;
import io.plexica.spi.identity.Principal;
import io.plexica.spi.web.IfMatch;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RolesTest {

    private static Acme acme;

    private final Roles roles = new Roles(acme.room.changes, acme.room.audit);

    @BeforeAll
    static void start() {
        acme = Acme.start();
    }

    @AfterAll
    static void stop() {
        acme.close();
    }

    @BeforeEach
    void begin() {
        acme.begin();
    }

    @Test
    void a_role_is_made_changed_and_deleted_each_with_an_audit_row() {
        Role made = create("{'name':'Sales lead','description':'Leads','permissions':['crm:*','crm:deals:read']}");
        assertThat(made.permissions()).containsExactly("crm:*", "crm:deals:read");
        assertThat(made.system()).isFalse();

        Role changed = patch(made, "{'permissions':['crm:deals:*'],'description':null}");
        assertThat(changed.permissions()).containsExactly("crm:deals:*");
        assertThat(changed.description()).isNull();
        assertThat(changed.version()).isEqualTo(made.version() + 1);

        Role replaced = put(changed, "{'name':'Seller','permissions':[]}");
        assertThat(replaced.name()).isEqualTo("Seller");
        acme.as(ADA, () -> {
            roles.delete(SLUG, made.id(), IfMatch.of(IfMatch.tag(replaced.version())));
            return made;
        });

        assertThat(Refusals.code(() -> roles.get(SLUG, made.id()))).isEqualTo("not-found");
        assertThat(acme.server.query("SELECT action FROM core.audit_log ORDER BY at, action"))
                .containsExactly("core.role.created", "core.role.updated", "core.role.updated", "core.role.deleted");
    }

    @Test
    void what_was_read_can_be_put_back_and_changes_nothing() {
        Role made = create("{'name':'Seller','permissions':['crm:*']}");

        Role same = acme.as(ADA, () -> roles.replace(SLUG, made.id(), Bodies.tree(RoleView.of(made)), IfMatch.ANY));

        assertThat(same).isEqualTo(made);
    }

    @Test
    void all_that_is_wrong_with_a_role_is_said_at_once() {
        assertThat(Refusals.pointers(() -> create("{'name':' x','permissions':['crm:deals','*','*:*','*:*:*',"
                        + "'Crm:deals:read','crm:d*:read','crm:deal:read','core:users:see','billing:bills:pay',5],"
                        + "'system':true,'color':'red'}")))
                .containsExactlyInAnyOrder(
                        "/name",
                        "/permissions/0",
                        "/permissions/1",
                        "/permissions/2",
                        "/permissions/3",
                        "/permissions/4",
                        "/permissions/5",
                        "/permissions/6",
                        "/permissions/7",
                        "/permissions/9",
                        "/permissions/9",
                        "/system",
                        "/color");
        assertThat(Refusals.pointers(() -> create("{}"))).containsExactly("/name");
        assertThat(Refusals.pointers(() -> create("[]"))).containsExactly("");
        assertThat(Refusals.pointers(() -> create("{'name':'" + "x".repeat(300) + "'}")))
                .contains("/name");
        assertThat(Refusals.pointers(() -> create("{'name':'super-admin'}"))).containsExactly("/name");
        assertThat(Refusals.of(() -> create("{'name':'x','permissions':['crm:deal:read']}"))
                        .getMessage())
                .contains("the nearest is crm:deals:read");
        assertThat(Refusals.pointers(() -> acme.as(
                        ADA,
                        () -> roles.create(
                                SLUG,
                                Bodies.tree(Map.of("name", "x", "permissions", Collections.nCopies(1_001, "crm:*")))))))
                .containsExactly("/permissions");
    }

    @Test
    void names_are_taken_once_whatever_their_case() {
        create("{'name':'Seller'}");

        assertThat(Refusals.code(() -> create("{'name':'SELLER'}"))).isEqualTo("conflict name-taken");
        assertThat(Refusals.code(() -> create("{'name':'Admin'}"))).isEqualTo("conflict name-taken");
    }

    @Test
    void system_roles_keep_name_and_place_but_not_their_permissions() {
        Role viewer = role("viewer");

        assertThat(patch(viewer, "{'permissions':['crm:deals:read']}").permissions())
                .containsExactly("crm:deals:read");
        assertThat(Refusals.pointers(() -> patch(viewer, "{'name':'guest'}"))).containsExactly("/name");
        assertThat(Refusals.code(() -> delete(viewer))).isEqualTo("conflict system-role");
    }

    @Test
    void the_admin_role_alone_may_hold_everything_and_stays_able_to_give_it_back() {
        Role admin = role("admin");

        assertThat(Refusals.code(() -> patch(admin, "{'permissions':['crm:*']}")))
                .isEqualTo("conflict last-admin");
        assertThat(patch(admin, "{'permissions':['core:*','crm:*']}").permissions())
                .containsExactly("core:*", "crm:*");
        acme.room.cache.forget(SLUG);
        Acme.system(() -> roles.patch(SLUG, admin.id(), json("{'permissions':['*']}"), IfMatch.ANY));
        assertThat(role("admin").permissions()).containsExactly("*");
    }

    @Test
    void an_admin_gives_the_admin_role_everything_back_however_little_it_has_and_nobody_else_does() {
        Role admin = role("admin");
        create("{'name':'Half','permissions':['core:roles:*']}");
        Acme.system(() -> {
            acme.room.authorization.assignRoles(SLUG, BOB.id(), Set.of("Half"));
            return BOB;
        });
        assertThat(patch(admin, "{'permissions':['core:roles:*']}").permissions())
                .containsExactly("core:roles:*");
        acme.room.cache.forget(SLUG);

        assertThat(Refusals.code(() -> patch(admin, "{'permissions':['core:*']}")))
                .isEqualTo("permission-denied");
        assertThat(Refusals.code(() -> patch(BOB, admin, "{'permissions':['*']}")))
                .isEqualTo("permission-denied");
        assertThat(patch(admin, "{'permissions':['*']}").permissions()).containsExactly("*");
    }

    @Test
    void nobody_grants_what_they_do_not_have() {
        Role half = create("{'name':'Half','permissions':['core:roles:*','crm:deals:read']}");
        Role rich = create("{'name':'Rich','permissions':['crm:*']}");
        Acme.system(() -> {
            acme.room.authorization.assignRoles(SLUG, BOB.id(), Set.of("Half"));
            return BOB;
        });

        var refusal = Refusals.of(() -> create(
                BOB, "{'name':'Mine','permissions':['crm:*','crm:deals:write'," + "'crm:deals:read','*:deals:read']}"));
        assertThat(refusal.code().code()).isEqualTo("permission-denied");
        assertThat(refusal.extensions().get("requiredPermissions"))
                .asString()
                .isEqualTo("[*:deals:read, crm:*, crm:deals:write]");
        assertThat(Refusals.code(() -> patch(BOB, half, "{'permissions':['core:*']}")))
                .isEqualTo("permission-denied");
        assertThat(create(BOB, "{'name':'Mine','permissions':['crm:deals:read']}")
                        .permissions())
                .hasSize(1);
        assertThat(acme.server.query("SELECT name FROM tenant_acme.roles WHERE NOT system ORDER BY name"))
                .containsExactly("Half", "Mine", "Rich");
    }

    @Test
    void a_stale_version_is_refused() {
        Role made = create("{'name':'Seller'}");
        patch(made, "{'description':'new'}");
        IfMatch stale = IfMatch.of(IfMatch.tag(made.version()));

        assertThat(Refusals.code(() -> acme.as(ADA, () -> roles.patch(SLUG, made.id(), json("{}"), stale))))
                .isEqualTo("precondition-failed");
        assertThat(Refusals.code(() -> roles.delete(SLUG, made.id(), stale))).isEqualTo("precondition-failed");
    }

    @Test
    void a_role_that_is_held_is_not_deleted_and_says_by_whom() {
        Role made = create("{'name':'Seller'}");
        Acme.system(() -> {
            acme.room.authorization.assignRoles(SLUG, BOB.id(), Set.of("Seller"));
            acme.room.authorization.assignTeamRoles(SLUG, Acme.TEAM, Set.of("Seller"));
            return made;
        });

        assertThat(Refusals.code(() -> delete(made))).isEqualTo("conflict dependants");
        assertThat(Refusals.of(() -> delete(made)).extensions().get("dependants"))
                .asString()
                .isEqualTo("[team Sellers, user bob@acme.example]");
    }

    @Test
    void a_foreign_or_unknown_id_is_not_found() {
        assertThat(Refusals.code(() -> roles.get(SLUG, UUID.randomUUID()))).isEqualTo("not-found");
        assertThat(Refusals.code(
                        () -> acme.as(ADA, () -> roles.patch(SLUG, UUID.randomUUID(), json("{}"), IfMatch.ANY))))
                .isEqualTo("not-found");
    }

    @Test
    void lists_are_paged_sorted_and_searched() {
        create("{'name':'Sell 50%'}");
        create("{'name':'Sell 500'}");

        assertThat(roles.list(SLUG, new PageQuery("0", "2", "-name", null)).items())
                .extracting(Role::name)
                .containsExactly("viewer", "Sell 500");
        assertThat(roles.list(SLUG, new PageQuery(null, null, null, "50%")).total())
                .isEqualTo(1);
        assertThat(roles.permissions(SLUG, "crm", new PageQuery(null, null, "key", null))
                        .items())
                .extracting(permission -> permission.key())
                .containsExactly("crm:deals:delete", "crm:deals:read", "crm:deals:write");
        assertThat(Refusals.pointers(() -> roles.list(SLUG, new PageQuery(null, "201", "age", null))))
                .containsExactlyInAnyOrder("/size", "/sort");
    }

    private Role role(String name) {
        return roles.byName(SLUG, name);
    }

    private Role create(String json) {
        return create(ADA, json);
    }

    private Role create(Principal by, String json) {
        return acme.as(by, () -> roles.create(SLUG, json(json)));
    }

    private Role put(Role role, String json) {
        return acme.as(ADA, () -> roles.replace(SLUG, role.id(), json(json), IfMatch.ANY));
    }

    private Role patch(Role role, String json) {
        return patch(ADA, role, json);
    }

    private Role patch(Principal by, Role role, String json) {
        return acme.as(by, () -> roles.patch(SLUG, role.id(), json(json), IfMatch.ANY));
    }

    private void delete(Role role) {
        acme.as(ADA, () -> {
            roles.delete(SLUG, role.id(), IfMatch.ANY);
            return role;
        });
    }

    private static JsonNode json(String text) {
        return Bodies.read(text.replace('\'', '"'));
    }
}
