package io.plexica.tenancy.internal.workspaces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.plexica.api.context.WorkspaceInfo;
import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.api.rest.PageQuery;
import io.plexica.spi.authorization.Grants;
import io.plexica.spi.context.Contexts;
import io.plexica.spi.context.ExecutionContext;
import io.plexica.spi.identity.Principal;
import io.plexica.spi.tenancy.Tenant;
import io.plexica.spi.tenancy.TenantStatus;
import io.plexica.spi.tenancy.WorkspaceRole;
import io.plexica.spi.tenancy.Workspaces.Membership;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who may do what over REST. */
class WorkspaceRightsTest extends WorkspacesRoomTest {

    private static final Tenant ACME =
            new Tenant(UUID.randomUUID(), "acme", "Acme", TenantStatus.ACTIVE, "pro", Instant.EPOCH);

    private final UUID ada = people.add("acme", "ada@acme.example");
    private final UUID bob = people.add("acme", "bob@acme.example");
    private WorkspaceResource resource;
    private MemberResource memberResource;
    private WorkspaceRow sales;
    private WorkspaceRow board;

    @BeforeEach
    void resources() {
        resource = new WorkspaceResource(workspaces, places);
        memberResource = new MemberResource(workspaces, members, places);
        sales = create("acme", "sales");
        board = create("acme", "board");
        members.add("acme", sales, new MemberBody(ada, null, WorkspaceRole.MEMBER));
    }

    @Test
    void who_holds_nothing_sees_the_own_workspaces_and_no_others() throws Exception {
        as(ada, Set.of(), () -> {
            assertThat(resource.list(ALL).items())
                    .extracting(WorkspaceJson::slug)
                    .containsExactly("default", "sales");
            assertThat(resource.get(sales.id()).getStatus()).isEqualTo(200);
            assertThat(memberResource.list(sales.id(), ALL).items())
                    .extracting(MemberJson::email)
                    .containsOnlyNulls();
            assertRefused(ErrorCode.NOT_FOUND, () -> resource.get(board.id()));
            assertRefused(ErrorCode.NOT_FOUND, () -> memberResource.list(board.id(), ALL));
            assertRefused(
                    ErrorCode.PERMISSION_DENIED,
                    () -> memberResource.list(sales.id(), new PageQuery(null, null, null, "bob")));
            assertRefused(ErrorCode.NOT_FOUND, () -> resource.edit(board.id(), null, patch()));
            assertRefused(ErrorCode.PERMISSION_DENIED, () -> resource.edit(sales.id(), null, patch()));
            assertRefused(
                    ErrorCode.PERMISSION_DENIED, () -> memberResource.add(sales.id(), new MemberBody(bob, null, null)));
        });
    }

    @Test
    void readers_see_all_and_change_none() throws Exception {
        as(bob, Set.of(WorkspaceRights.READ, WorkspaceRights.PEOPLE), () -> {
            assertThat(resource.list(ALL).total()).isEqualTo(3);
            assertThat(memberResource.list(sales.id(), ALL).items())
                    .extracting(MemberJson::email)
                    .containsExactly("ada@acme.example");
            assertRefused(ErrorCode.PERMISSION_DENIED, () -> resource.edit(board.id(), null, patch()));
            assertRefused(ErrorCode.PERMISSION_DENIED, () -> memberResource.remove(sales.id(), ada, null));
        });
    }

    @Test
    void other_rooms_ask_for_the_same_rights() throws Exception {
        members.add("acme", sales, new MemberBody(bob, null, WorkspaceRole.ADMIN));

        as(ada, Set.of(), () -> {
            assertThat(places.requireSight("acme", sales.id()).slug()).isEqualTo("sales");
            assertRefused(ErrorCode.PERMISSION_DENIED, () -> places.requireCare("acme", sales.id()));
            assertRefused(ErrorCode.NOT_FOUND, () -> places.requireSight("acme", board.id()));
            assertRefused(ErrorCode.NOT_FOUND, () -> places.requireCare("acme", UUID.randomUUID()));
        });
        as(
                bob,
                Set.of(),
                () -> assertThat(places.requireCare("acme", sales.id()).id()).isEqualTo(sales.id()));
        as(
                bob,
                Set.of(WorkspaceRights.WRITE),
                () -> assertThat(places.requireCare("acme", board.id()).slug()).isEqualTo("board"));
    }

    @Test
    void a_workspaces_admin_cares_for_it_and_its_members_but_makes_and_removes_none() throws Exception {
        members.add("acme", sales, new MemberBody(bob, null, WorkspaceRole.ADMIN));

        as(bob, Set.of(), () -> {
            assertThat(resource.edit(sales.id(), null, patch()).getStatus()).isEqualTo(200);
            assertThat(memberResource
                            .replace(sales.id(), ada, null, new RoleBody(WorkspaceRole.VIEWER))
                            .getStatus())
                    .isEqualTo(200);
            memberResource.remove(sales.id(), ada, null);
            assertThat(memberResource
                            .add(sales.id(), new MemberBody(ada, null, null))
                            .getStatus())
                    .isEqualTo(201);
            memberResource.remove(sales.id(), bob, null);
            assertRefused(ErrorCode.NOT_FOUND, () -> resource.get(board.id()));
            assertRefused(
                    ErrorCode.PERMISSION_DENIED, () -> resource.create(new WorkspaceBody("New", "new", null, null)));
            assertRefused(ErrorCode.PERMISSION_DENIED, () -> resource.delete(sales.id(), false, null));
        });
    }

    @Test
    void who_may_write_does_everything_everywhere_in_the_tenant() throws Exception {
        UUID elsewhere = create("globex", "sales").id();

        as(bob, Set.of(WorkspaceRights.WRITE), () -> {
            assertThat(resource.create(new WorkspaceBody("New", "new", null, null))
                            .getHeaderString("Location"))
                    .startsWith("/api/v1/workspaces/");
            assertThat(resource.edit(board.id(), null, patch()).getHeaderString("ETag"))
                    .isEqualTo("\"2\"");
            resource.delete(board.id(), false, null);
            assertRefused(ErrorCode.NOT_FOUND, () -> resource.delete(elsewhere, true, null));
        });
    }

    @Test
    void a_viewer_of_a_workspace_changes_nothing_there_whatever_workspace_the_call_names() throws Exception {
        members.add("acme", sales, new MemberBody(bob, null, WorkspaceRole.VIEWER));

        as(bob, Set.of(WorkspaceRights.WRITE), () -> {
            assertThat(resource.get(sales.id()).getStatus()).isEqualTo(200);
            assertRefused(ErrorCode.PERMISSION_DENIED, () -> resource.edit(sales.id(), null, patch()));
            assertRefused(ErrorCode.PERMISSION_DENIED, () -> resource.delete(sales.id(), false, null));
            assertRefused(
                    ErrorCode.PERMISSION_DENIED,
                    () -> memberResource.replace(sales.id(), bob, null, new RoleBody(WorkspaceRole.ADMIN)));
            assertRefused(ErrorCode.PERMISSION_DENIED, () -> memberResource.remove(sales.id(), ada, null));
            assertThat(resource.edit(board.id(), null, patch()).getStatus()).isEqualTo(200);
        });
        Held admin = new Held(Set.of("admin"), Set.of(WorkspaceRights.WRITE));
        as(bob, admin, WorkspaceRole.ADMIN, () -> memberResource.remove(sales.id(), ada, null));
    }

    @Test
    void to_be_an_admin_through_a_team_of_another_workspace_does_not_lift_a_viewers_cap() throws Exception {
        members.add("acme", board, new MemberBody(bob, null, WorkspaceRole.ADMIN));
        members.add("acme", sales, new MemberBody(bob, null, WorkspaceRole.VIEWER));

        as(bob, lent("admin", WorkspaceRights.WRITE), WorkspaceRole.ADMIN, board, () -> {
            assertThat(resource.get(sales.id()).getStatus()).isEqualTo(200);
            assertRefused(ErrorCode.PERMISSION_DENIED, () -> resource.edit(sales.id(), null, patch()));
            assertRefused(
                    ErrorCode.PERMISSION_DENIED,
                    () -> memberResource.replace(sales.id(), bob, null, new RoleBody(WorkspaceRole.ADMIN)));
            assertRefused(ErrorCode.PERMISSION_DENIED, () -> resource.delete(sales.id(), false, null));
        });
    }

    @Test
    void what_a_team_lends_counts_for_its_workspace_alone() throws Exception {
        members.add("acme", sales, new MemberBody(bob, null, WorkspaceRole.MEMBER));

        as(bob, lent("chief", WorkspaceRights.READ, WorkspaceRights.WRITE), WorkspaceRole.MEMBER, sales, () -> {
            assertThat(resource.list(ALL).items())
                    .extracting(WorkspaceJson::slug)
                    .containsExactly("default", "sales");
            assertRefused(ErrorCode.NOT_FOUND, () -> resource.get(board.id()));
            assertRefused(ErrorCode.NOT_FOUND, () -> resource.edit(board.id(), null, patch()));
            assertRefused(ErrorCode.PERMISSION_DENIED, () -> resource.delete(board.id(), false, null));
            assertRefused(
                    ErrorCode.PERMISSION_DENIED, () -> resource.create(new WorkspaceBody("New", "new", null, null)));
            assertThat(resource.edit(sales.id(), null, patch()).getStatus()).isEqualTo(200);
            memberResource.remove(sales.id(), ada, null);
            resource.delete(sales.id(), false, null);
        });
    }

    @Test
    void without_a_tenant_one_must_be_named() throws Exception {
        ExecutionContext nowhere = ExecutionContext.platform("trace").as(Principal.SYSTEM, Grants.NONE);
        try (Contexts.Scope scope = Contexts.open(nowhere)) {
            assertRefused(ErrorCode.VALIDATION_FAILED, () -> resource.list(ALL));
        }
    }

    private interface Work {
        void run() throws Exception;
    }

    private static void as(UUID user, Set<String> keys, Work work) throws Exception {
        as(user, new Held(Set.of(), keys), work);
    }

    private static void as(UUID user, Held held, Work work) throws Exception {
        as(user, held, WorkspaceRole.MEMBER, work);
    }

    private static void as(UUID user, Held held, WorkspaceRole there, Work work) throws Exception {
        as(user, held, new Membership(new WorkspaceInfo(UUID.randomUUID(), "default", "Default"), there), work);
    }

    private static void as(UUID user, Held held, WorkspaceRole there, WorkspaceRow place, Work work) throws Exception {
        as(user, held, new Membership(new WorkspaceInfo(place.id(), place.slug(), place.name()), there), work);
    }

    private static void as(UUID user, Held held, Membership place, Work work) throws Exception {
        Principal principal = new Principal(user, "x@acme.example", null, null, false);
        ExecutionContext context = ExecutionContext.platform("trace")
                .inTenant(ACME)
                .as(principal, held)
                .inWorkspace(place, held);
        try (Contexts.Scope scope = Contexts.open(context)) {
            work.run();
        }
    }

    private static void assertRefused(ErrorCode code, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(PlexicaException.class, e -> {
            assertThat(e.code()).isEqualTo(code);
            if (code == ErrorCode.PERMISSION_DENIED) {
                assertThat(e.extensions()).containsKey("requiredPermissions");
            }
        });
    }

    private static com.fasterxml.jackson.databind.JsonNode patch() {
        return JsonNodeFactory.instance.objectNode().put("name", "Another name");
    }

    /** Nothing of one's own, and this through a team. */
    private static Held lent(String role, String... keys) {
        return new Held(Set.of(role), Set.of(keys), true);
    }

    private record Held(Set<String> roles, Set<String> keys, boolean lent) implements Grants {

        Held(Set<String> roles, Set<String> keys) {
            this(roles, keys, false);
        }

        @Override
        public Grants own() {
            return lent ? Grants.NONE : this;
        }

        @Override
        public boolean covers(String key) {
            return keys.contains(key);
        }
    }
}
