package io.plexica.identity.internal.teams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.api.rest.PageQuery;
import io.plexica.identity.internal.Home;
import io.plexica.identity.internal.users.PeopleFixture;
import io.plexica.identity.internal.users.Person;
import io.plexica.spi.data.SchemaReady;
import io.plexica.spi.tenancy.WorkspaceRole;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A tenant with a workspace, ada who is in it, and bob who is not. */
abstract class TeamsCase {

    private static final SchemaReady READY = new SchemaReady() {};
    static final PageQuery ALL = new PageQuery(null, null, null, null);

    PeopleFixture all;
    TestWorkspaces workspaces;
    TeamService teams;
    TeamRights rights;
    TeamsOfWorkspaces listener;
    UUID sales;
    Person ada;
    Person bob;

    @BeforeEach
    void start() throws Exception {
        all = new PeopleFixture();
        Home home = all.tenant("squads");
        all.database.tenant(
                "squads",
                connection -> connection.createStatement().executeUpdate("DELETE FROM users; DELETE FROM workspaces"));
        workspaces = new TestWorkspaces(all.database);
        sales = workspaces.add("squads", "sales");
        teams = new TeamService(all.roles, workspaces, all.users, all.audit, all.signals, all.database, READY);
        rights = new TeamRights(all.roles, workspaces, all.database, teams);
        listener = new TeamsOfWorkspaces(all.database, all.audit, all.signals, READY);
        ada = all.person(home, "ada@squads.test", "member");
        bob = all.person(home, "bob@squads.test", "member");
        workspaces.join(sales, ada.id(), WorkspaceRole.MEMBER);
    }

    @AfterEach
    void stop() {
        all.close();
    }

    Team team(String name, String... roles) {
        return teams.create("squads", new TeamBody(sales, name, null, List.copyOf(Set.of(roles))));
    }

    static com.fasterxml.jackson.databind.JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    static void pointers(ThrowingCallable call, String... pointers) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        PlexicaException.class,
                        e -> assertThat(e.errors()).extracting("pointer").containsExactlyInAnyOrder((Object[])
                                pointers));
    }

    static void refused(ErrorCode code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        PlexicaException.class, e -> assertThat(e.code()).isEqualTo(code));
    }
}
