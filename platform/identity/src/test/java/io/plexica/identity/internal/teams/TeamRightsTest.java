package io.plexica.identity.internal.teams;

import static org.assertj.core.api.Assertions.assertThat;

import io.plexica.api.context.WorkspaceInfo;
import io.plexica.api.problem.ErrorCode;
import io.plexica.identity.internal.users.PeopleFixture;
import io.plexica.spi.authorization.Grants;
import io.plexica.spi.context.Contexts;
import io.plexica.spi.tenancy.Tenant;
import io.plexica.spi.tenancy.WorkspaceRole;
import io.plexica.spi.tenancy.Workspaces.Membership;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who decides about teams. */
class TeamRightsTest extends TeamsCase {

    @Test
    void theAdminsOfATeamManageItAndOthersDoNot() {
        UUID team = team("Sales", "admin").id();
        teams.addMember("squads", team, ada.id(), TeamRole.ADMIN);
        try (Contexts.Scope hers = PeopleFixture.as(ada.principal(false), "192.0.2.1")) {
            rights.demandCare("squads", team);
        }
        workspaces.join(sales, ada.id(), WorkspaceRole.VIEWER);
        try (Contexts.Scope hers = PeopleFixture.as(ada.principal(false), "192.0.2.1")) {
            refused(ErrorCode.PERMISSION_DENIED, () -> rights.demandCare("squads", team));
            rights.demandSight("squads", team);
        }
        try (Contexts.Scope his = PeopleFixture.as(bob.principal(false), "192.0.2.1")) {
            refused(ErrorCode.PERMISSION_DENIED, () -> rights.demandSight("squads", team));
            refused(ErrorCode.PERMISSION_DENIED, () -> rights.demandCare("squads", team));
        }
    }

    @Test
    void whoMayManageTeamsGivesNoRolesThatTheyLack() {
        UUID team = team("Board", "admin").id();
        all.roles.weak.add(bob.id());

        try (Contexts.Scope his = PeopleFixture.as(bob.principal(false), "192.0.2.1", TeamRights.WRITE)) {
            refused(ErrorCode.PERMISSION_DENIED, () -> rights.demandCare("squads", team));
            refused(ErrorCode.PERMISSION_DENIED, () -> team("Own", "admin"));
            rights.demandCare("squads", team("Plain", "member").id());
        }
    }

    @Test
    void whoMayOnlyLookInTheWorkspaceOfATeamChangesNoneThereWhereverTheyAre() {
        UUID team = team("Sales").id();
        Tenant tenant = all.tenants.find("squads").orElseThrow();
        TeamResource resource = new TeamResource(teams, all.roles, workspaces, all.database);
        workspaces.join(sales, bob.id(), WorkspaceRole.VIEWER);
        try (Contexts.Scope his = PeopleFixture.as(bob.principal(false), "192.0.2.1", TeamRights.WRITE);
                Contexts.Scope here = Contexts.open(Contexts.require().inTenant(tenant))) {
            TeamBody body = new TeamBody(sales, "Mine", null, null);
            refused(ErrorCode.PERMISSION_DENIED, () -> resource.create(body));
            refused(ErrorCode.PERMISSION_DENIED, () -> resource.replace(team, null, body));
            refused(ErrorCode.PERMISSION_DENIED, () -> resource.edit(team, null, json("{\"name\":\"Mine\"}")));
            refused(ErrorCode.PERMISSION_DENIED, () -> resource.delete(team, null));
            refused(ErrorCode.PERMISSION_DENIED, () -> rights.demandCare("squads", team));
            refused(ErrorCode.NOT_FOUND, () -> resource.delete(UUID.randomUUID(), null));
        }
        assertThat(teams.get("squads", team).name()).isEqualTo("Sales");
        all.roles.assignRoles("squads", bob.id(), Set.of("admin"));
        try (Contexts.Scope his = PeopleFixture.as(bob.principal(false), "192.0.2.1", TeamRights.WRITE)) {
            rights.demandCare("squads", team);
        }
    }

    @Test
    void whatATeamLendsCountsForTheTeamsOfItsWorkspaceAlone() {
        UUID board = workspaces.add("squads", "board");
        UUID here = team("Sales").id();
        UUID there =
                teams.create("squads", new TeamBody(board, "Board", null, null)).id();
        Tenant tenant = all.tenants.find("squads").orElseThrow();
        TeamResource resource = new TeamResource(teams, all.roles, workspaces, all.database);
        TeamMemberResource members = new TeamMemberResource(teams, all.roles, workspaces, all.database);
        Membership place = new Membership(new WorkspaceInfo(sales, "sales", "sales"), WorkspaceRole.MEMBER);
        Grants lent = new Lent(Set.of(TeamRights.READ, TeamRights.WRITE));
        try (Contexts.Scope hers = PeopleFixture.as(ada.principal(false), "192.0.2.1");
                Contexts.Scope working =
                        Contexts.open(Contexts.require().inTenant(tenant).inWorkspace(place, lent))) {
            TeamBody body = new TeamBody(null, "Mine", null, null);
            refused(ErrorCode.PERMISSION_DENIED, () -> resource.create(new TeamBody(board, "Mine", null, null)));
            refused(ErrorCode.PERMISSION_DENIED, () -> resource.replace(there, null, body));
            refused(ErrorCode.PERMISSION_DENIED, () -> resource.edit(there, null, json("{\"name\":\"Mine\"}")));
            refused(ErrorCode.PERMISSION_DENIED, () -> resource.delete(there, null));
            refused(ErrorCode.PERMISSION_DENIED, () -> resource.get(there));
            refused(ErrorCode.PERMISSION_DENIED, () -> resource.list(board, ALL));
            refused(ErrorCode.PERMISSION_DENIED, () -> members.list(there, ALL));
            refused(ErrorCode.PERMISSION_DENIED, () -> members.add(there, new MemberBodies.Joining(ada.id(), null)));

            assertThat(resource.list(null, ALL).items())
                    .extracting(TeamView::name)
                    .containsExactly("Sales");
            assertThat(resource.replace(here, null, body).getStatus()).isEqualTo(200);
            assertThat(members.add(here, new MemberBodies.Joining(ada.id(), null))
                            .getHeaderString("ETag"))
                    .isEqualTo("\"1\"");
            resource.delete(here, null);
        }
        assertThat(teams.get("squads", there).name()).isEqualTo("Board");
    }

    /** What teams lend to somebody who holds nothing themselves. */
    private record Lent(Set<String> keys) implements Grants {
        @Override
        public Set<String> roles() {
            return Set.of();
        }

        @Override
        public Grants own() {
            return Grants.NONE;
        }

        @Override
        public boolean covers(String key) {
            return keys.contains(key);
        }
    }
}
