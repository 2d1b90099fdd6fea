package io.plexica.authorization.internal.grants;

import static io.plexica.authorization.internal.testing.Acme.ADA;
import static io.plexica.authorization.internal.testing.Acme.BOB;
import static io.plexica.authorization.internal.testing.Acme.SLUG;
import static io.plexica.authorization.internal.testing.Acme.TENANT;
import static org.assertj.core.api.Assertions.assertThat;

import io.plexica.api.problem.PlexicaException;
import io.plexica.authorization.internal.testing.Acme;
import io.plexica.authorization.internal.testing.Refusals;
import io.plexica.spi.authorization.Grants;
import io.plexica.spi.authorization.Verdict;
import io.plexica.spi.identity.Principal;
import io.plexica.spi.tenancy.WorkspaceRole;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class GrantsInWorkspacesTest {

    private static Acme acme;

    private final RoleAuthorization authorization = acme.room.authorization;

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
    void a_team_gives_its_roles_in_its_workspace_alone() {
        acme.joinTeam(BOB);
        teamRoles("member");

        assertThat(acme.grants(BOB, WorkspaceRole.MEMBER).covers("crm:deals:write"))
                .isTrue();
        assertThat(acme.grants(BOB, WorkspaceRole.MEMBER).roles()).containsExactly("member");
        assertThat(acme.grants(BOB, null).covers("crm:deals:write")).isFalse();
        assertThat(authorization.rolesOfTeams(SLUG, List.of(Acme.TEAM))).containsEntry(Acme.TEAM, Set.of("member"));
        assertThat(authorization.rolesOf(SLUG, List.of(ADA.id(), BOB.id())))
                .containsEntry(ADA.id(), Set.of("admin"))
                .containsEntry(BOB.id(), Set.of());
    }

    @Test
    void what_is_held_in_the_whole_tenant_is_told_from_what_a_team_lends() {
        acme.joinTeam(BOB);
        give(BOB, "viewer");
        teamRoles("admin");

        Grants there = acme.grants(BOB, WorkspaceRole.MEMBER);

        assertThat(there.covers("core:settings:write")).isTrue();
        assertThat(there.roles()).containsExactlyInAnyOrder("admin", "viewer");
        assertThat(there.own().roles()).containsExactly("viewer");
        assertThat(there.own().keys()).doesNotContain("*").contains("crm:deals:read");
        assertThat(there.own().covers("core:settings:write")).isFalse();
        assertThat(there.own().decide("core:workspaces:read", null)).isEqualTo(Verdict.ALLOW);
        assertThat(acme.grants(ADA, WorkspaceRole.MEMBER).own().roles()).containsExactly("admin");
    }

    @Test
    void a_viewer_of_a_workspace_only_reads_there_whatever_their_roles() {
        Grants grants = acme.grants(ADA, WorkspaceRole.VIEWER);

        for (String action : List.of("read", "list", "view", "export")) {
            assertThat(grants.decide("crm:deals:" + action, null)).isEqualTo(Verdict.ALLOW);
            assertThat(grants.covers("core:users:" + action)).isTrue();
        }
        assertThat(grants.decide("crm:deals:write", null)).isEqualTo(Verdict.DENY);
        assertThat(grants.decide("core:roles:write", null)).isEqualTo(Verdict.DENY);
        assertThat(grants.keys()).containsExactlyInAnyOrder("*:*:read", "*:*:list", "*:*:view", "*:*:export");
        assertThat(acme.grants(ADA, WorkspaceRole.ADMIN).covers("crm:deals:write"))
                .isTrue();
    }

    @Test
    void a_machine_has_its_keys_and_no_role() {
        Principal machine = new Principal(UUID.randomUUID(), "key", null, null, false);

        Grants scoped = authorization.scoped(TENANT, machine, Set.of("crm:*"));
        assertThat(scoped.decide("crm:deals:write", null)).isEqualTo(Verdict.ALLOW);
        assertThat(scoped.covers("core:users:read")).isFalse();
        assertThat(scoped.roles()).isEmpty();
        assertThat(authorization
                        .scoped(null, machine, Set.of("core:health:read"))
                        .covers("core:health:read"))
                .isTrue();
    }

    @Test
    void roles_are_given_only_by_those_who_hold_all_of_them() {
        give(BOB, "viewer");

        PlexicaException refusal = Refusals.of(() -> acme.as(BOB, () -> {
            authorization.assignRoles(SLUG, BOB.id(), Set.of("admin", "viewer"));
            return BOB;
        }));
        assertThat(refusal.extensions().get("requiredPermissions")).asString().isEqualTo("[*]");
        assertThat(Refusals.code(() -> acme.as(BOB, () -> {
                    authorization.assignTeamRoles(SLUG, Acme.TEAM, Set.of("member"));
                    return BOB;
                })))
                .isEqualTo("permission-denied");
        assertThat(Refusals.code(() -> acme.as(BOB, () -> {
                    authorization.requireMayGive(SLUG, Set.of("member"));
                    return BOB;
                })))
                .isEqualTo("permission-denied");
        assertThat(Refusals.pointers(() -> authorization.requireMayGive(SLUG, Set.of("king"))))
                .containsExactly("/roles");
        acme.as(ADA, () -> {
            authorization.assignRoles(SLUG, BOB.id(), Set.of("admin"));
            return BOB;
        });
        assertThat(authorization.holders(SLUG, "admin")).containsExactlyInAnyOrder(ADA.id(), BOB.id());
    }

    @Test
    void the_last_active_admin_stays() {
        assertThat(Refusals.code(() -> give(ADA, "viewer"))).isEqualTo("conflict last-admin");
        assertThat(Refusals.code(() -> authorization.requireAnotherAdmin(SLUG, ADA.id())))
                .isEqualTo("conflict last-admin");
        authorization.requireAnotherAdmin(SLUG, BOB.id());

        give(BOB, "admin");
        acme.sql("UPDATE users SET status = 'SUSPENDED' WHERE id = '" + BOB.id() + "'");
        assertThat(Refusals.code(() -> authorization.requireAnotherAdmin(SLUG, ADA.id())))
                .isEqualTo("conflict last-admin");

        acme.sql("UPDATE users SET status = 'ACTIVE', has_password = false WHERE id = '" + BOB.id() + "'");
        assertThat(Refusals.code(() -> authorization.requireAnotherAdmin(SLUG, ADA.id())))
                .as("who never had a password is nobody's last admin")
                .isEqualTo("conflict last-admin");
        acme.sql("UPDATE users SET last_seen_at = now() WHERE id = '" + BOB.id() + "'");
        authorization.requireAnotherAdmin(SLUG, ADA.id());

        acme.sql("UPDATE users SET has_password = true, last_seen_at = NULL WHERE id = '" + BOB.id() + "'");
        give(ADA, "viewer");
        assertThat(acme.grants(ADA, null).roles()).containsExactly("viewer");
    }

    @Test
    void two_admins_who_drop_each_other_at_once_leave_one() {
        for (int round = 0; round < 10; round++) {
            give(ADA, "admin");
            give(BOB, "admin");
            List<CompletableFuture<String>> both = Stream.of(ADA, BOB)
                    .map(who -> CompletableFuture.supplyAsync(() -> drop(who)))
                    .toList();

            assertThat(both.stream().map(CompletableFuture::join)).containsExactlyInAnyOrder("dropped", "last-admin");
            assertThat(authorization.holders(SLUG, "admin")).hasSize(1);
            acme.server.admin("INSERT INTO tenant_acme.user_roles SELECT u.id, r.id FROM tenant_acme.users u,"
                    + " tenant_acme.roles r WHERE r.name = 'admin' ON CONFLICT DO NOTHING");
        }
    }

    private String drop(Principal who) {
        try {
            give(who, "viewer");
            return "dropped";
        } catch (PlexicaException e) {
            return e.detail().substring(0, e.detail().indexOf(':'));
        }
    }

    private void give(Principal user, String role) {
        Acme.system(() -> {
            authorization.assignRoles(SLUG, user.id(), Set.of(role));
            return role;
        });
    }

    private void teamRoles(String role) {
        Acme.system(() -> {
            authorization.assignTeamRoles(SLUG, Acme.TEAM, Set.of(role));
            return role;
        });
    }
}
