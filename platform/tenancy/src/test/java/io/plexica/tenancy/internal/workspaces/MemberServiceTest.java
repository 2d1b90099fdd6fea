package io.plexica.tenancy.internal.workspaces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.plexica.api.problem.PlexicaException;
import io.plexica.api.rest.PageQuery;
import io.plexica.spi.data.Sql;
import io.plexica.spi.tenancy.WorkspaceListener;
import io.plexica.spi.tenancy.WorkspaceRole;
import io.plexica.spi.web.IfMatch;
import io.plexica.tenancy.internal.workspaces.MemberService.Member;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class MemberServiceTest extends WorkspacesRoomTest {

    private static final int USER = 1;
    private static final int TEAM = 2;

    private final UUID ada = people.add("acme", "ada@acme.example");
    private final UUID bob = people.add("acme", "bob@acme.example");

    @Test
    void members_come_change_and_go_and_all_that_goes_on_record() {
        WorkspaceRow sales = create("acme", "sales");

        Member added = members.add("acme", sales, new MemberBody(ada, null, null));
        assertThat(added.json().role()).isEqualTo(WorkspaceRole.MEMBER);
        assertThat(added.json().email()).isEqualTo("ada@acme.example");
        members.add("acme", sales, new MemberBody(null, "bob@acme.example", WorkspaceRole.VIEWER));
        Member changed = members.change("acme", sales, ada, WorkspaceRole.ADMIN, IfMatch.ANY);
        assertThat(changed.version()).isGreaterThan(added.version());
        assertThatThrownBy(() -> members.change(
                        "acme", sales, ada, WorkspaceRole.VIEWER, IfMatch.of(IfMatch.tag(added.version()))))
                .isInstanceOf(PlexicaException.class);
        members.remove("acme", sales, ada, IfMatch.ANY);

        assertThat(members.list("acme", sales, ALL).items())
                .extracting(MemberJson::email)
                .containsExactly("bob@acme.example");
        assertThat(audit("acme"))
                .containsExactly(
                        "core.workspace.created SUCCESS -> The sales",
                        "core.workspace.member-added SUCCESS -> MEMBER",
                        "core.workspace.member-added SUCCESS -> VIEWER",
                        "core.workspace.member-changed SUCCESS MEMBER -> ADMIN",
                        "core.workspace.member-removed SUCCESS ADMIN ->");
    }

    @Test
    void only_users_of_the_tenant_become_members_and_only_once() {
        WorkspaceRow sales = create("acme", "sales");
        UUID elsewhere = people.add("globex", "eve@globex.example");

        for (UUID nobody : List.of(elsewhere, UUID.randomUUID())) {
            assertThatThrownBy(() -> members.add("acme", sales, new MemberBody(nobody, null, null)))
                    .hasMessageContaining("/userId is no user of this tenant");
        }
        assertThatThrownBy(() -> members.add("acme", sales, new MemberBody(null, "eve@globex.example", null)))
                .hasMessageContaining("/email is no user");
        assertThatThrownBy(() -> members.add("acme", sales, new MemberBody(null, null, null)))
                .hasMessageContaining("/userId is required");
        assertThatThrownBy(() -> members.add("acme", sales, new MemberBody(ada, "ada@acme.example", null)))
                .hasMessageContaining("/email");
        members.add("acme", sales, new MemberBody(ada, null, null));
        assertThatThrownBy(() -> members.add("acme", sales, new MemberBody(ada, null, null)))
                .hasMessageStartingWith("already-member:");
        assertThatThrownBy(() -> members.change("acme", sales, bob, WorkspaceRole.ADMIN, IfMatch.ANY))
                .hasMessageContaining("no such member");
        assertThatThrownBy(() -> members.remove("acme", sales, bob, IfMatch.ANY))
                .hasMessageContaining("no such member");
    }

    @Test
    void no_row_is_left_of_somebody_who_is_removed_meanwhile() {
        WorkspaceRow sales = create("acme", "sales");
        people.leave(ada);

        assertThatThrownBy(() -> members.add("acme", sales, new MemberBody(ada, null, null)))
                .hasMessageContaining("/userId is no user of this tenant");
        assertThatThrownBy(() -> members.add("acme", sales, new MemberBody(null, "ada@acme.example", null)))
                .hasMessageContaining("/email is no user of this tenant");
        assertThatThrownBy(() -> members.change("acme", home("acme"), ada, WorkspaceRole.VIEWER, IfMatch.ANY))
                .hasMessageContaining("no such member");

        assertThat(server.query("SELECT user_id::text FROM tenant_acme.workspace_members"))
                .isEmpty();
    }

    @Test
    void whoever_relies_on_a_membership_holds_the_workspace_against_changes_of_its_members() {
        WorkspaceRow sales = create("acme", "sales");
        members.add("acme", sales, new MemberBody(ada, null, null));

        database.together(() -> {
            assertThat(places.holdMember("acme", sales.id(), ada)).isTrue();
            assertThat(places.holdMember("acme", sales.id(), bob)).isFalse();
            assertThat(places.holdMember("acme", home("acme").id(), bob)).isTrue();
            assertThat(places.holdMember("acme", UUID.randomUUID(), ada)).isFalse();
            assertThatThrownBy(() -> database.apart(() -> lockAtOnce(sales)))
                    .hasMessageContaining("Others were changing");
            return sales;
        });

        assertThat(lockAtOnce(sales)).isEqualTo(sales);
    }

    /** Locks a workspace as those do who change its members, but waits for nobody. */
    private static WorkspaceRow lockAtOnce(WorkspaceRow workspace) {
        return database.tenant("acme", connection -> {
            Sql.list(
                    connection, "SELECT 1 FROM workspaces WHERE id = ? FOR UPDATE NOWAIT", row -> true, workspace.id());
            return workspace;
        });
    }

    @Test
    void everybody_belongs_to_the_default_workspace_and_nobody_leaves_it() {
        WorkspaceRow home = home("acme");
        assertThat(members.list("acme", home, ALL).items())
                .extracting(member -> member.email() + " " + member.role())
                .containsExactly("ada@acme.example MEMBER", "bob@acme.example MEMBER");

        members.change("acme", home, bob, WorkspaceRole.VIEWER, IfMatch.ANY);

        assertThat(members.get("acme", home, bob).json().role()).isEqualTo(WorkspaceRole.VIEWER);
        assertThat(members.list("acme", home, ALL).items())
                .extracting(member -> member.email() + " " + member.role())
                .containsExactly("ada@acme.example MEMBER", "bob@acme.example VIEWER");
        assertThatThrownBy(() -> members.remove("acme", home, bob, IfMatch.ANY))
                .hasMessageStartingWith("default-workspace:");
        assertThatThrownBy(() -> members.add("acme", home, new MemberBody(ada, null, WorkspaceRole.ADMIN)))
                .hasMessageStartingWith("default-workspace:");
        assertThatThrownBy(() -> members.change("acme", home, UUID.randomUUID(), WorkspaceRole.ADMIN, IfMatch.ANY))
                .hasMessageContaining("no such member");
    }

    @Test
    void lists_are_searched_sorted_and_paged() {
        WorkspaceRow sales = create("acme", "sales");
        members.add("acme", sales, new MemberBody(ada, null, WorkspaceRole.VIEWER));
        members.add("acme", sales, new MemberBody(bob, null, WorkspaceRole.ADMIN));

        assertThat(emails(sales, new PageQuery(null, null, "role", null)))
                .containsExactly("bob@acme.example", "ada@acme.example");
        assertThat(emails(sales, new PageQuery(null, null, "-email", null)))
                .containsExactly("bob@acme.example", "ada@acme.example");
        assertThat(emails(sales, new PageQuery("1", "1", null, null))).containsExactly("bob@acme.example");
        assertThat(emails(sales, new PageQuery(null, null, null, "ADA"))).containsExactly("ada@acme.example");
        assertThatThrownBy(() -> emails(sales, new PageQuery(null, null, "nothing", null)))
                .hasMessageContaining("/sort");
    }

    @Test
    void the_default_workspace_sorts_by_the_same_fields_as_all_others() {
        WorkspaceRow home = home("acme");
        WorkspaceRow sales = create("acme", "sales");
        for (String field : List.of("email", "firstName", "lastName", "role", "createdAt", "updatedAt")) {
            emails(home, new PageQuery(null, null, field, null));
            emails(sales, new PageQuery(null, null, "-" + field, null));
        }
        for (WorkspaceRow workspace : List.of(home, sales)) {
            assertThatThrownBy(() -> emails(workspace, new PageQuery(null, null, "lastSeenAt", null)))
                    .hasMessageContaining("/sort");
        }
        members.change("acme", home, ada, WorkspaceRole.VIEWER, IfMatch.ANY);
        members.change("acme", home, bob, WorkspaceRole.ADMIN, IfMatch.ANY);

        assertThat(emails(home, new PageQuery(null, null, "role", null)))
                .containsExactly("bob@acme.example", "ada@acme.example");
        assertThat(emails(home, new PageQuery("1", "1", "role,-email", "acme"))).containsExactly("ada@acme.example");
    }

    @Test
    void other_rooms_hear_that_a_member_goes() {
        WorkspaceRow sales = create("acme", "sales");
        List<UUID> heard = new ArrayList<>();
        listeners.add(new WorkspaceListener() {
            @Override
            public void removed(String tenant, UUID workspace) {}

            @Override
            public void memberRemoved(String tenant, UUID workspace, UUID user) {
                heard.add(user);
            }
        });
        members.add("acme", sales, new MemberBody(ada, null, null));

        members.remove("acme", sales, ada, IfMatch.ANY);

        assertThat(heard).containsExactly(ada);
    }

    @Test
    void who_leaves_a_workspace_while_they_are_removed_from_the_tenant_stands_in_nobodys_way() throws Exception {
        WorkspaceRow sales = create("acme", "sales");
        members.add("acme", sales, new MemberBody(ada, null, null));
        people.lock(() -> advisoryLock("pg_advisory_xact_lock_shared", USER));
        AtomicReference<CompletableFuture<Void>> removal = new AtomicReference<>();
        listeners.add(new WorkspaceListener() {
            @Override
            public void removed(String tenant, UUID workspace) {}

            @Override
            public void memberRemoved(String tenant, UUID workspace, UUID user) {
                advisoryLock("pg_advisory_xact_lock", TEAM);
                removal.set(CompletableFuture.runAsync(() -> removeFromTenant(user)));
                await().until(() -> !server.query("SELECT 'waits' FROM pg_locks WHERE locktype = 'advisory'"
                                + " AND NOT granted AND database ="
                                + " (SELECT oid FROM pg_database WHERE datname = current_database())")
                        .isEmpty());
            }
        });

        members.remove("acme", sales, ada, IfMatch.ANY);

        removal.get().get(1, TimeUnit.MINUTES);
        assertThat(server.query("SELECT user_id::text FROM tenant_acme.workspace_members"))
                .isEmpty();
    }

    /** As the other room does it: the user first, then what others keep of them, then their teams. */
    private void removeFromTenant(UUID user) {
        database.together(() -> {
            advisoryLock("pg_advisory_xact_lock", USER);
            new MembershipCleanup(database, places).removed("acme", user);
            advisoryLock("pg_advisory_xact_lock", TEAM);
            return user;
        });
    }

    /** Stands for the lock on a row of another room. */
    private static void advisoryLock(String function, int row) {
        database.tenant(
                "acme", connection -> Sql.list(connection, "SELECT " + function + "(" + row + ")", found -> true));
    }

    private List<String> emails(WorkspaceRow workspace, PageQuery paging) {
        return members.list("acme", workspace, paging).items().stream()
                .map(MemberJson::email)
                .toList();
    }
}
