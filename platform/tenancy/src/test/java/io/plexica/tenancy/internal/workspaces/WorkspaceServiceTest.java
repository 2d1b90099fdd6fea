package io.plexica.tenancy.internal.workspaces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.api.rest.PageQuery;
import io.plexica.spi.tenancy.WorkspaceListener;
import io.plexica.spi.tenancy.WorkspaceRole;
import io.plexica.spi.web.IfMatch;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class WorkspaceServiceTest extends WorkspacesRoomTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void what_was_read_may_be_sent_back() throws Exception {
        ObjectMapper mapper = JsonMapper.builder()
                .addModule(new JavaTimeModule())
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .build();
        for (WorkspaceRow row : List.of(create("acme", "sales"), home("acme"))) {
            WorkspaceBody body = mapper.readValue(mapper.writeValueAsBytes(WorkspaceJson.of(row)), WorkspaceBody.class);

            assertThat(workspaces.replace("acme", row.id(), body, IfMatch.ANY)).isEqualTo(row);
        }
        WorkspaceBody other =
                new WorkspaceBody("New", "new", null, null, UUID.randomUUID(), true, Instant.EPOCH, Instant.EPOCH);
        assertThatThrownBy(() -> workspaces.create("acme", other))
                .isInstanceOfSatisfying(
                        PlexicaException.class,
                        e -> assertThat(e.errors())
                                .extracting(error -> error.pointer())
                                .containsExactlyInAnyOrder("/id", "/default", "/createdAt", "/updatedAt"));
    }

    @Test
    void a_role_may_be_sent_with_what_else_was_read_of_a_member() throws Exception {
        UUID ada = people.add("acme", "ada@acme.example");
        WorkspaceRow sales = create("acme", "sales");
        MemberJson read =
                members.add("acme", sales, new MemberBody(ada, null, null)).json();
        RoleBody same = new RoleBody(
                WorkspaceRole.ADMIN, read.userId(), read.email(), null, null, read.createdAt(), read.updatedAt());
        RoleBody wrong = new RoleBody(WorkspaceRole.ADMIN, null, "other@acme.example", null, null, null, null);

        assertThat(members.change("acme", sales, ada, IfMatch.ANY, same::checkedFor)
                        .json()
                        .role())
                .isEqualTo(WorkspaceRole.ADMIN);
        assertThatThrownBy(() -> members.change("acme", sales, ada, IfMatch.ANY, wrong::checkedFor))
                .hasMessageContaining("/email");
    }

    @Test
    void a_workspace_is_made_changed_and_removed_and_all_that_goes_on_record() throws Exception {
        WorkspaceRow sales = workspaces.create(
                "acme", new WorkspaceBody(" Sales ", "sales", " Those who sell ", json("{\"colour\":\"red\"}")));
        assertThat(sales.name()).isEqualTo("Sales");
        assertThat(sales.description()).isEqualTo("Those who sell");

        WorkspaceRow patched = workspaces.edit(
                "acme",
                sales.id(),
                json("{\"name\":\"Sales & more\",\"description\":null,\"settings\":{\"size\":7}}"),
                IfMatch.ANY);
        assertThat(patched.description()).isNull();
        assertThat(json(patched.settings())).isEqualTo(json("{\"colour\":\"red\",\"size\":7}"));

        WorkspaceRow replaced =
                workspaces.replace("acme", sales.id(), new WorkspaceBody("Selling", null, null, null), IfMatch.ANY);
        assertThat(replaced.settings()).isEqualTo("{}");
        assertThat(replaced.version()).isGreaterThan(patched.version());

        workspaces.delete("acme", sales.id(), false, IfMatch.ANY);
        assertThatThrownBy(() -> workspaces.get("acme", sales.id())).hasMessageContaining("no such workspace");
        assertThat(audit("acme"))
                .containsExactly(
                        "core.workspace.created SUCCESS -> Sales",
                        "core.workspace.updated SUCCESS Sales -> Sales & more",
                        "core.workspace.updated SUCCESS Sales & more -> Selling",
                        "core.workspace.deleted SUCCESS Selling ->");
    }

    @Test
    void everything_wrong_is_said_at_once() throws Exception {
        assertThatThrownBy(() -> workspaces.create(
                        "acme", new WorkspaceBody(" ", "Sales!", "a\u0000b", TextNode.valueOf("red"))))
                .isInstanceOfSatisfying(
                        PlexicaException.class,
                        e -> assertThat(e.errors())
                                .extracting(error -> error.pointer())
                                .containsExactly("/name", "/description", "/settings", "/slug"));
        assertThatThrownBy(() -> workspaces.create("acme", null)).hasMessageContaining("JSON object");
        assertThatThrownBy(() -> workspaces.create("acme", new WorkspaceBody(null, null, null, null)))
                .isInstanceOfSatisfying(
                        PlexicaException.class, e -> assertThat(e.errors()).hasSize(2));
        UUID id = create("acme", "sales").id();
        assertThatThrownBy(() -> workspaces.edit(
                        "acme", id, json("{\"name\":7,\"id\":\"x\",\"a/b\":1,\"settings\":[]}"), IfMatch.ANY))
                .isInstanceOfSatisfying(
                        PlexicaException.class,
                        e -> assertThat(e.errors())
                                .extracting(error -> error.pointer())
                                .containsExactly("/name", "/id", "/a~1b", "/settings"));
        assertThatThrownBy(() -> workspaces.edit("acme", id, json("{\"slug\":\"other\",\"name\":null}"), IfMatch.ANY))
                .isInstanceOfSatisfying(
                        PlexicaException.class,
                        e -> assertThat(e.errors())
                                .extracting(error -> error.pointer())
                                .containsExactly("/name", "/slug"));
    }

    @Test
    void a_slug_is_had_by_one_workspace_of_a_tenant_alone_however_many_want_it_at_once() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<WorkspaceRow>> wanted = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                wanted.add(threads.submit((Callable<WorkspaceRow>) () -> create("acme", "sales")));
            }
            int made = 0;
            for (Future<WorkspaceRow> one : wanted) {
                try {
                    one.get();
                    made++;
                } catch (java.util.concurrent.ExecutionException e) {
                    assertThat(e)
                            .hasRootCauseMessage("slug-taken: another workspace has the slug sales: choose another");
                }
            }
            assertThat(made).isEqualTo(1);
        } finally {
            threads.shutdown();
        }
        create("globex", "sales");
        assertThatThrownBy(() -> create("acme", "default")).hasMessageContaining("slug-taken");
        assertThat(audit("acme")).contains("core.workspace.created FAILURE ->");
    }

    @Test
    void a_change_based_on_an_old_version_is_refused_and_one_that_changes_nothing_is_none() throws Exception {
        WorkspaceRow read = create("acme", "sales");
        IfMatch asRead = IfMatch.of(IfMatch.tag(read.version()));
        workspaces.edit("acme", read.id(), json("{\"name\":\"First\"}"), asRead);

        assertThatThrownBy(() -> workspaces.edit("acme", read.id(), json("{\"name\":\"Second\"}"), asRead))
                .isInstanceOfSatisfying(
                        PlexicaException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.PRECONDITION_FAILED));
        assertThatThrownBy(() -> workspaces.delete("acme", read.id(), true, asRead))
                .isInstanceOf(PlexicaException.class);
        WorkspaceRow now = workspaces.get("acme", read.id());
        assertThat(workspaces.edit("acme", read.id(), json("{\"name\":\"First\"}"), IfMatch.ANY))
                .isEqualTo(now);
    }

    @Test
    void the_default_workspace_stays() {
        assertThatThrownBy(() -> workspaces.delete("acme", home("acme").id(), true, IfMatch.ANY))
                .hasMessageStartingWith("default-workspace:");

        assertThat(audit("acme")).containsExactly("core.workspace.deleted FAILURE ->");
    }

    @Test
    void a_workspace_with_something_in_it_goes_only_when_the_caller_insists() {
        WorkspaceRow sales = create("acme", "sales");
        List<UUID> removed = new ArrayList<>();
        listeners.add(new WorkspaceListener() {
            @Override
            public List<String> dependants(String tenant, UUID workspace) {
                return List.of("crm.contacts: 12 rows");
            }

            @Override
            public void removed(String tenant, UUID workspace) {
                removed.add(workspace);
            }
        });

        assertThatThrownBy(() -> workspaces.delete("acme", sales.id(), false, IfMatch.ANY))
                .hasMessageStartingWith("dependants:")
                .isInstanceOfSatisfying(
                        PlexicaException.class,
                        e -> assertThat(e.extensions()).containsEntry("dependants", List.of("crm.contacts: 12 rows")));
        assertThat(removed).isEmpty();

        workspaces.delete("acme", sales.id(), true, IfMatch.ANY);
        assertThat(removed).containsExactly(sales.id());
    }

    @Test
    void another_tenants_workspace_is_not_there() {
        UUID elsewhere = create("globex", "sales").id();

        for (org.assertj.core.api.ThrowableAssert.ThrowingCallable call :
                List.<org.assertj.core.api.ThrowableAssert.ThrowingCallable>of(
                        () -> workspaces.get("acme", elsewhere),
                        () -> workspaces.edit("acme", elsewhere, json("{\"name\":\"x\"}"), IfMatch.ANY),
                        () -> workspaces.delete("acme", elsewhere, true, IfMatch.ANY))) {
            assertThatThrownBy(call)
                    .isInstanceOfSatisfying(
                            PlexicaException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.NOT_FOUND));
        }
    }

    @Test
    void lists_are_searched_sorted_and_paged_and_shortened_to_a_members_own() {
        UUID ada = people.add("acme", "ada@acme.example");
        create("acme", "beta");
        members.add("acme", create("acme", "alpha"), new MemberBody(ada, null, null));

        assertThat(slugs(null, ALL)).containsExactly("default", "alpha", "beta");
        assertThat(slugs(null, new PageQuery("1", "2", "-slug", null))).containsExactly("alpha");
        assertThat(slugs(null, new PageQuery(null, null, null, "BET"))).containsExactly("beta");
        assertThat(slugs(null, new PageQuery(null, null, null, "%"))).isEmpty();
        assertThat(slugs(ada, ALL)).containsExactly("default", "alpha");
        assertThatThrownBy(() -> slugs(null, new PageQuery("-1", "0", "settings", null)))
                .isInstanceOfSatisfying(
                        PlexicaException.class, e -> assertThat(e.errors()).hasSize(3));
    }

    private List<String> slugs(UUID member, PageQuery paging) {
        return workspaces.list("acme", member, paging).items().stream()
                .map(WorkspaceRow::slug)
                .toList();
    }

    private static JsonNode json(String text) throws Exception {
        return JSON.readTree(text);
    }
}
