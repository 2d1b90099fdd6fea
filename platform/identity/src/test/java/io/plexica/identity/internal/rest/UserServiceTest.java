package io.plexica.identity.internal.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.api.rest.PageQuery;
import io.plexica.identity.internal.Home;
import io.plexica.identity.internal.rest.UserBodies.ProfileBody;
import io.plexica.identity.internal.teams.TestWorkspaces;
import io.plexica.identity.internal.users.PeopleFixture;
import io.plexica.identity.internal.users.Person;
import io.plexica.spi.context.Contexts;
import io.plexica.spi.identity.UserStatus;
import io.plexica.spi.tenancy.WorkspaceRole;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Inviting somebody who was invited before. */
class UserServiceTest {

    private PeopleFixture all;
    private UserService users;
    private TestWorkspaces workspaces;
    private UUID sales;
    private Person clerk;
    private Person guest;

    @BeforeEach
    void start() throws Exception {
        all = new PeopleFixture();
        Home home = all.tenant("hosts");
        all.database.tenant(
                "hosts",
                connection -> connection.createStatement().executeUpdate("DELETE FROM users; DELETE FROM workspaces"));
        workspaces = new TestWorkspaces(all.database);
        sales = workspaces.add("hosts", "sales");
        users = new UserService(all.creation, all.people, all.roles, workspaces, all.database);
        clerk = all.person(home, "clerk@hosts.test", "member");
        try (Contexts.Scope nobody = PeopleFixture.as(null, "192.0.2.1")) {
            guest = users.create("hosts", PeopleFixture.wanted("guest@hosts.test", null, "admin"));
        }
    }

    @AfterEach
    void stop() {
        all.close();
    }

    @Test
    void whatWasReadMayBeSentBack() throws Exception {
        ObjectMapper mapper = JsonMapper.builder()
                .addModule(new JavaTimeModule())
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .build();
        UserView read = users.view("hosts", clerk);
        ProfileBody same = mapper.readValue(mapper.writeValueAsBytes(read), ProfileBody.class);
        ProfileBody other = new ProfileBody(
                read.email(),
                null,
                null,
                guest.id(),
                UserStatus.SUSPENDED,
                Arrays.asList("admin", null),
                null,
                Instant.EPOCH,
                null);

        assertThat(same.onto(read)).isEqualTo(clerk.profile());
        assertThatThrownBy(() -> other.onto(read))
                .isInstanceOfSatisfying(
                        PlexicaException.class,
                        e -> assertThat(e.errors())
                                .extracting("pointer")
                                .containsExactly("/id", "/status", "/roles", "/createdAt"));
    }

    @Test
    void whoeverIsListedIsSortedByWhatIsShown() {
        for (String field :
                List.of("email", "firstName", "lastName", "status", "lastSeenAt", "createdAt", "updatedAt")) {
            assertThat(users.list("hosts", null, null, new PageQuery(null, null, field, null))
                            .total())
                    .isEqualTo(2);
        }
        assertThat(users.list("hosts", null, null, new PageQuery(null, null, "-status", null))
                        .items())
                .extracting(UserView::status)
                .containsExactly(UserStatus.INACTIVE, UserStatus.ACTIVE);
    }

    @Test
    void whoWaitsKeepsTheRolesThatTheCallerLacks() {
        all.roles.weak.add(clerk.id());

        try (Contexts.Scope theirs = PeopleFixture.as(clerk.principal(false), "192.0.2.1")) {
            assertThatThrownBy(() -> users.invite(
                            "hosts", PeopleFixture.wanted("guest@hosts.test", null, "member"), true, sales))
                    .isInstanceOfSatisfying(
                            PlexicaException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.PERMISSION_DENIED));
        }

        assertThat(all.roles.of(guest.id())).containsExactly("admin");
        assertThat(workspaces.of("hosts", guest.id())).isEmpty();
        assertThat(all.mails.sent).hasSize(1);
    }

    @Test
    void whoWaitsGetsOtherRolesAWorkspaceAndAnotherInvitation() {
        try (Contexts.Scope theirs = PeopleFixture.as(clerk.principal(false), "192.0.2.1")) {
            all.roles.assignRoles("hosts", clerk.id(), Set.of("admin"));
            users.invite("hosts", PeopleFixture.wanted("guest@hosts.test", null, "member"), true, sales);
        }

        assertThat(all.roles.of(guest.id())).containsExactly("member");
        assertThat(workspaces.of("hosts", guest.id())).extracting("role").containsExactly(WorkspaceRole.MEMBER);
        assertThat(all.mails.sent).hasSize(2);
    }
}
