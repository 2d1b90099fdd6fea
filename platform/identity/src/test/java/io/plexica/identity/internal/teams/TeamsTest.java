package io.plexica.identity.internal.teams;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.plexica.api.problem.ErrorCode;
import io.plexica.identity.internal.Home;
import io.plexica.identity.internal.users.PeopleFixture;
import io.plexica.identity.internal.users.Person;
import io.plexica.spi.context.Contexts;
import io.plexica.spi.data.Sql;
import io.plexica.spi.tenancy.Tenant;
import io.plexica.spi.tenancy.WorkspaceRole;
import io.plexica.spi.web.IfMatch;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Teams, and who is in them. */
class TeamsTest extends TeamsCase {

    @Test
    void aTeamIsMadeChangedAndRemoved() throws Exception {
        Team team = team("Sales", "member");
        assertThat(teams.view("squads", team).roles()).containsExactly("member");

        Team changed = teams.change(
                "squads",
                team.id(),
                IfMatch.of(IfMatch.tag(team.version())),
                (present, roles) -> TeamBody.patched(
                        present, roles, json("{\"description\":\"who sells\",\"roles\":[\"viewer\"]}")));

        assertThat(changed.name()).isEqualTo("Sales");
        assertThat(changed.description()).isEqualTo("who sells");
        assertThat(teams.roles("squads", team.id())).containsExactly("viewer");
        assertThat(teams.list("squads", sales, ALL).items()).hasSize(1);
        refused(
                ErrorCode.PRECONDITION_FAILED,
                () -> teams.remove("squads", team.id(), IfMatch.of(IfMatch.tag(team.version()))));
        teams.remove("squads", team.id(), IfMatch.ANY);
        refused(ErrorCode.NOT_FOUND, () -> teams.get("squads", team.id()));
        assertThat(all.signals.announced).contains("grants squads");
        assertThat(all.audit.rows)
                .anyMatch(row -> row.startsWith("squads core.team.created"))
                .anyMatch(row -> row.startsWith("squads core.team.updated"))
                .anyMatch(row -> row.startsWith("squads core.team.deleted"));
    }

    @Test
    void allThatIsWrongIsToldAtOnce() {
        pointers(
                () -> teams.create("squads", new TeamBody(null, " ", null, List.of(" "))),
                "/workspaceId",
                "/name",
                "/roles/0");
        pointers(() -> teams.create("squads", new TeamBody(UUID.randomUUID(), "Sales", null, null)), "/workspaceId");
        pointers(() -> team("Sales", "nobodys"), "/roles");
        Team team = team("Sales");
        refused(ErrorCode.CONFLICT, () -> team("SALES"));
        pointers(
                () -> teams.change(
                        "squads",
                        team.id(),
                        IfMatch.ANY,
                        (present, roles) ->
                                TeamBody.patched(present, roles, json("{\"owner\":1,\"name\":2,\"roles\":\"x\"}"))),
                "/owner",
                "/name",
                "/roles");
        pointers(
                () -> teams.change(
                        "squads",
                        team.id(),
                        IfMatch.ANY,
                        (present, roles) -> new TeamBody(UUID.randomUUID(), "Sales", null, null)),
                "/workspaceId");
    }

    @Test
    void aNameOfOlderRulesStandsInTheWayOfNoOtherChange() {
        UUID team = team("Sales").id();
        all.database.tenant("squads", connection -> Sql.update(connection, "UPDATE teams SET name = ?", "\u3164"));

        Team changed = teams.change(
                "squads",
                team,
                IfMatch.ANY,
                (present, roles) -> TeamBody.patched(present, roles, json("{\"description\":\"who sells\"}")));

        assertThat(changed.description()).isEqualTo("who sells");
        pointers(
                () -> teams.change(
                        "squads",
                        team,
                        IfMatch.ANY,
                        (present, roles) -> TeamBody.patched(present, roles, json("{\"name\":\"\u2800\"}"))),
                "/name");
    }

    @Test
    void membersBelongToTheWorkspace() {
        UUID team = team("Sales").id();

        pointers(() -> teams.addMember("squads", team, bob.id(), TeamRole.MEMBER), "/userId");
        pointers(() -> teams.addMember("squads", team, UUID.randomUUID(), TeamRole.MEMBER), "/userId");
        Member member = teams.addMember("squads", team, ada.id(), TeamRole.MEMBER);
        assertThat(member.email()).isEqualTo("ada@squads.test");
        refused(ErrorCode.CONFLICT, () -> teams.addMember("squads", team, ada.id(), TeamRole.MEMBER));
        Member changed = teams.changeMember("squads", team, ada.id(), as(member), present -> TeamRole.ADMIN);
        assertThat(changed.role()).isEqualTo(TeamRole.ADMIN);
        assertThat(changed.version()).isGreaterThan(member.version());
        assertThat(teams.members("squads", team, ALL).total()).isEqualTo(1);
        refused(
                ErrorCode.PRECONDITION_FAILED,
                () -> teams.changeMember("squads", team, ada.id(), as(member), present -> TeamRole.MEMBER));
        refused(ErrorCode.PRECONDITION_FAILED, () -> teams.removeMember("squads", team, ada.id(), as(member)));
        teams.removeMember("squads", team, ada.id(), as(changed));
        refused(ErrorCode.NOT_FOUND, () -> teams.member("squads", team, ada.id()));
    }

    private static IfMatch as(Member read) {
        return IfMatch.of(IfMatch.tag(read.version()));
    }

    @Test
    void whatWasReadMayBeSentBack() throws Exception {
        Team team = team("Sales", "member");
        UUID id = team.id();
        Member member = teams.addMember("squads", id, ada.id(), TeamRole.MEMBER);
        ObjectMapper mapper = JsonMapper.builder()
                .addModule(new JavaTimeModule())
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .build();

        TeamBody body = mapper.readValue(mapper.writeValueAsBytes(teams.view("squads", team)), TeamBody.class);
        assertThat(teams.change("squads", id, IfMatch.ANY, (present, roles) -> body)
                        .name())
                .isEqualTo("Sales");
        MemberBodies.Change change =
                mapper.readValue(mapper.writeValueAsBytes(MemberView.of(member)), MemberBodies.Change.class);
        assertThat(teams.changeMember("squads", id, ada.id(), IfMatch.ANY, change::checked))
                .isEqualTo(member);

        UUID other = UUID.randomUUID();
        TeamBody another = new TeamBody(sales, "Sales", null, null, other, Instant.EPOCH, Instant.EPOCH);
        pointers(() -> teams.change("squads", id, IfMatch.ANY, (present, roles) -> another), "/id", "/createdAt");
        pointers(() -> teams.create("squads", another), "/id", "/createdAt", "/updatedAt");
        MemberBodies.Change wrong =
                new MemberBodies.Change("ADMIN", other, "x@squads.test", "X", "X", Instant.EPOCH, Instant.EPOCH);
        pointers(
                () -> teams.changeMember("squads", id, ada.id(), IfMatch.ANY, wrong::checked),
                "/userId",
                "/email",
                "/firstName",
                "/lastName",
                "/createdAt");
    }

    @Test
    void refusalsGoOnRecord() {
        Team team = team("Sales", "admin");
        Tenant tenant = all.tenants.find("squads").orElseThrow();
        TeamResource resource = new TeamResource(teams, all.roles, workspaces, all.database);
        TeamMemberResource members = new TeamMemberResource(teams, all.roles, workspaces, all.database);
        all.roles.weak.add(bob.id());
        workspaces.join(sales, bob.id(), WorkspaceRole.VIEWER);
        try (Contexts.Scope his = PeopleFixture.as(bob.principal(false), "192.0.2.1", TeamRights.WRITE);
                Contexts.Scope here = Contexts.open(Contexts.require().inTenant(tenant))) {
            refused(ErrorCode.PERMISSION_DENIED, () -> resource.delete(team.id(), null));
            refused(
                    ErrorCode.PERMISSION_DENIED,
                    () -> members.add(team.id(), new MemberBodies.Joining(ada.id(), null)));
            refused(ErrorCode.PERMISSION_DENIED, () -> team("Own", "admin"));
        }
        refused(ErrorCode.CONFLICT, () -> team("SALES"));

        assertThat(all.audit.rows)
                .filteredOn(row -> row.endsWith("failed"))
                .containsExactly(
                        "squads core.team.deleted " + team.id() + " failed",
                        "squads core.team.member-added " + team.id() + " failed",
                        "squads core.team.created Own failed",
                        "squads core.team.created SALES failed");
    }

    @Test
    void whatGoesAfterItWasLookedForIsTheCallersToName() {
        TeamStore store = new TeamStore(all.database);
        UUID team = team("Sales").id();

        pointers(() -> store.add("squads", UUID.randomUUID(), "Late", null), "/workspaceId");
        pointers(() -> store.addMember("squads", team, UUID.randomUUID(), TeamRole.MEMBER), "/userId");
    }

    @Test
    void teamsGoWithTheirWorkspaceAndMembersWithTheirMembership() {
        UUID team = team("Sales").id();
        teams.addMember("squads", team, ada.id(), TeamRole.MEMBER);
        assertThat(listener.dependants("squads", sales)).containsExactly("team Sales");

        listener.memberRemoved("squads", sales, ada.id());
        assertThat(teams.members("squads", team, ALL).total()).isZero();

        listener.removed("squads", sales);
        assertThat(teams.list("squads", null, ALL).total()).isZero();
        assertThat(all.audit.rows).anyMatch(row -> row.startsWith("squads core.team.member-removed"));
    }

    @Test
    void whoIsInATeamOfAWorkspaceThatGoesIsRemovedOnlyAfterwards() {
        UUID team = team("Sales").id();
        teams.addMember("squads", team, ada.id(), TeamRole.MEMBER);

        all.database.together(() -> {
            listener.removed("squads", sales);
            refused(ErrorCode.UNAVAILABLE, () -> all.database.apart(() -> lockAtOnce(ada)));
            assertThat(all.database.apart(() -> lockAtOnce(bob))).isTrue();
            return sales;
        });

        assertThat(lockAtOnce(ada)).isTrue();
    }

    /** Locks somebody as whoever removes them does, but waits for nobody. */
    private boolean lockAtOnce(Person person) {
        return all.database.tenant(
                "squads",
                connection -> Sql.find(
                                connection,
                                "SELECT 1 FROM users WHERE id = ? FOR UPDATE NOWAIT",
                                row -> true,
                                person.id())
                        .isPresent());
    }

    @Test
    void whoIsRemovedLeavesTheirTeams() {
        UUID team = team("Sales").id();
        teams.addMember("squads", team, ada.id(), TeamRole.MEMBER);
        Person boss = all.person(new Home("squads"), "boss@squads.test", "admin");

        all.people.remove(new Home("squads"), ada.id(), IfMatch.ANY);

        assertThat(teams.members("squads", team, ALL).total()).isZero();
        assertThat(boss.email()).isEqualTo("boss@squads.test");
    }

    @Test
    void teamsOfAnotherTenantAreNotThere() {
        UUID team = team("Sales").id();
        all.tenant("strangers");

        refused(ErrorCode.NOT_FOUND, () -> teams.get("strangers", team));
        refused(ErrorCode.NOT_FOUND, () -> teams.members("strangers", team, ALL));
        refused(ErrorCode.NOT_FOUND, () -> teams.addMember("strangers", team, ada.id(), TeamRole.MEMBER));
        refused(ErrorCode.NOT_FOUND, () -> teams.remove("strangers", team, IfMatch.ANY));
        pointers(() -> teams.create("strangers", new TeamBody(sales, "Thieves", null, null)), "/workspaceId");
    }
}
