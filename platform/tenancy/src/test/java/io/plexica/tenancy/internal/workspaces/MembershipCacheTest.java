package io.plexica.tenancy.internal.workspaces;

import static io.plexica.api.problem.ErrorCode.WORKSPACE_NOT_MEMBER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.plexica.api.problem.PlexicaException;
import io.plexica.itests.rooms.Node;
import io.plexica.spi.tenancy.WorkspaceRole;
import io.plexica.spi.web.IfMatch;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MembershipCacheTest extends WorkspacesRoomTest {

    private final UUID ada = people.add("acme", "ada@acme.example");

    @Test
    void everybody_is_a_member_of_the_default_workspace_unless_a_row_says_otherwise() {
        UUID stranger = UUID.randomUUID();

        assertThat(places.enter("acme", stranger, null, false).workspace().slug())
                .isEqualTo("default");
        assertThat(places.enter("acme", stranger, null, false).role()).isEqualTo(WorkspaceRole.MEMBER);

        members.change("acme", home("acme"), ada, WorkspaceRole.VIEWER, IfMatch.ANY);
        assertThat(places.enter("acme", ada, null, false).role()).isEqualTo(WorkspaceRole.VIEWER);
        assertThat(places.enter("acme", ada, home("acme").id(), false).role()).isEqualTo(WorkspaceRole.VIEWER);
        assertThat(places.enter("acme", stranger, null, false).role()).isEqualTo(WorkspaceRole.MEMBER);
    }

    @Test
    void a_workspace_that_does_not_exist_that_is_elsewhere_and_that_is_closed_look_alike() {
        UUID closed = create("acme", "board").id();
        UUID elsewhere = create("globex", "board").id();

        String[] refusals = new String[3];
        int i = 0;
        for (UUID wanted : new UUID[] {closed, elsewhere, UUID.randomUUID()}) {
            int at = i++;
            assertThatThrownBy(() -> places.enter("acme", ada, wanted, false))
                    .isInstanceOfSatisfying(PlexicaException.class, e -> {
                        assertThat(e.code()).isEqualTo(WORKSPACE_NOT_MEMBER);
                        refusals[at] = e.detail() + e.extensions();
                    });
        }
        assertThat(refusals).containsOnly(refusals[0]);
    }

    @Test
    void who_may_enter_every_workspace_is_its_admin_but_only_in_the_own_tenant() {
        UUID board = create("acme", "board").id();
        UUID elsewhere = create("globex", "board").id();

        assertThat(places.enter("acme", ada, board, true).role()).isEqualTo(WorkspaceRole.ADMIN);
        assertThat(places.enter("acme", ada, null, true).role()).isEqualTo(WorkspaceRole.ADMIN);
        assertThatThrownBy(() -> places.enter("acme", ada, elsewhere, true))
                .isInstanceOfSatisfying(
                        PlexicaException.class, e -> assertThat(e.code()).isEqualTo(WORKSPACE_NOT_MEMBER));
    }

    @Test
    void what_is_known_needs_no_database_and_always_gives_the_same_object() {
        WorkspaceRow board = create("acme", "board");
        members.add("acme", board, new MemberBody(ada, null, WorkspaceRole.ADMIN));
        await().until(() -> {
            places.enter("acme", ada, board.id(), false);
            return answersAlone();
        });
        database.setDown(true);

        assertThat(places.enter("acme", ada, board.id(), false)).isSameAs(places.enter("acme", ada, board.id(), false));
        assertThat(places.enter("acme", ada, null, false).role()).isEqualTo(WorkspaceRole.MEMBER);
    }

    /** Once the signals of the test's own changes have been heard. */
    private boolean answersAlone() {
        database.setDown(true);
        try {
            places.enter("acme", ada, null, false);
            return true;
        } catch (PlexicaException e) {
            return false;
        } finally {
            database.setDown(false);
        }
    }

    @Test
    void a_change_shows_on_every_node_within_a_second() {
        WorkspaceRow board = create("acme", "board");
        try (Node other = server.anotherNode()) {
            MembershipCache there = node(other.database(), other.signals());
            other.hear(there);
            assertThatThrownBy(() -> there.enter("acme", ada, board.id(), false))
                    .hasMessageContaining("member");

            members.add("acme", board, new MemberBody(ada, null, WorkspaceRole.MEMBER));

            await().atMost(Duration.ofSeconds(2))
                    .untilAsserted(() -> assertThat(
                                    there.enter("acme", ada, board.id(), false).role())
                            .isEqualTo(WorkspaceRole.MEMBER));

            members.remove("acme", board, ada, IfMatch.ANY);
            await().atMost(Duration.ofSeconds(2))
                    .untilAsserted(() -> assertThatThrownBy(() -> there.enter("acme", ada, board.id(), false))
                            .hasMessageContaining("not a member"));
        }
    }

    @Test
    void a_node_that_hears_nothing_asks_the_database() {
        WorkspaceRow board = create("acme", "board");
        places.enter("acme", ada, null, false);
        server.setDeaf(true);
        try {
            await().until(() -> !server.signals().isCurrent());
            server.tenantAdmin(
                    "acme",
                    "INSERT INTO workspace_members (workspace_id, user_id, role) VALUES ('" + board.id() + "', '" + ada
                            + "', 'VIEWER')");

            assertThat(places.enter("acme", ada, board.id(), false).role()).isEqualTo(WorkspaceRole.VIEWER);
        } finally {
            server.setDeaf(false);
        }
    }

    @Test
    void nothing_is_remembered_of_a_change_that_is_rolled_back() {
        WorkspaceRow board = create("acme", "board");

        assertThatThrownBy(() -> database.unitOfWork(() -> {
                    members.add("acme", board, new MemberBody(ada, null, WorkspaceRole.ADMIN));
                    assertThatThrownBy(() -> places.enter("acme", ada, board.id(), false))
                            .hasMessageContaining("not a member");
                    throw new IllegalStateException("changed my mind");
                }))
                .hasMessage("changed my mind");

        assertThatThrownBy(() -> places.enter("acme", ada, board.id(), false)).hasMessageContaining("not a member");
        assertThat(places.of("acme", ada)).hasSize(1);
    }

    @Test
    void the_workspaces_of_a_user_come_with_the_default_one_first() {
        members.add("acme", create("acme", "alpha"), new MemberBody(ada, null, WorkspaceRole.VIEWER));
        create("acme", "beta");

        assertThat(places.of("acme", ada))
                .extracting(place -> place.workspace().slug() + " " + place.role())
                .containsExactly("default MEMBER", "alpha VIEWER");
        assertThat(places.all("acme"))
                .extracting(workspace -> workspace.slug())
                .containsExactly("default", "alpha", "beta");
    }

    @Test
    void a_user_who_is_removed_leaves_nothing_behind() {
        members.add("acme", create("acme", "alpha"), new MemberBody(ada, null, WorkspaceRole.VIEWER));
        members.change("acme", home("acme"), ada, WorkspaceRole.ADMIN, IfMatch.ANY);

        new MembershipCleanup(database, places).removed("acme", ada);

        assertThat(server.query("SELECT user_id::text FROM tenant_acme.workspace_members"))
                .isEmpty();
        assertThat(places.enter("acme", ada, null, false).role()).isEqualTo(WorkspaceRole.MEMBER);
    }

    @Test
    void other_rooms_make_users_members_for_callers_who_may() {
        WorkspaceRow alpha = create("acme", "alpha");

        places.addMember("acme", alpha.id(), ada, WorkspaceRole.VIEWER);
        places.addMember("acme", alpha.id(), ada, WorkspaceRole.ADMIN);
        places.addMember("acme", home("acme").id(), ada, WorkspaceRole.MEMBER);

        assertThat(places.enter("acme", ada, alpha.id(), false).role()).isEqualTo(WorkspaceRole.VIEWER);
        assertThatThrownBy(() -> places.addMember("acme", UUID.randomUUID(), ada, WorkspaceRole.MEMBER))
                .hasMessageContaining("/workspaceId");
    }
}
