package io.plexica.web.internal.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.plexica.api.problem.PlexicaException;
import io.plexica.api.security.RequiresPermission;
import io.plexica.spi.authorization.Obligations;
import io.plexica.spi.context.Contexts;
import io.plexica.spi.plugins.PluginRef;
import io.plexica.spi.tenancy.TenantStatus;
import io.plexica.web.internal.support.FakeGrants;
import io.plexica.web.internal.support.Http.Answer;
import io.plexica.web.internal.support.Site;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.container.AsyncResponse;
import javax.ws.rs.container.Suspended;
import javax.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpenPermissionsTest {

    private static final String DEALS = "/api/plugins/crm/deals/";
    private static final Set<String> KEYS = Set.of("crm:deals:read", "crm:deals:write");
    private static Site site;

    /** Each method says it decided under the keys that the query names. */
    @Path("deals")
    @Produces("text/plain")
    public static class Deals {

        @GET
        @Path("any")
        @RequiresPermission({"crm:deals:read", "crm:deals:write"})
        public String any(@QueryParam("decides") @Nullable String keys) {
            return decide(keys);
        }

        @GET
        @Path("all")
        @RequiresPermission(
                value = {"crm:deals:read", "crm:deals:write"},
                all = true)
        public String all(@QueryParam("decides") @Nullable String keys) {
            return decide(keys);
        }

        @GET
        @Path("missing")
        @RequiresPermission("crm:deals:read")
        public Response missing() {
            return Response.status(404).build();
        }

        @GET
        @Path("thrown")
        @RequiresPermission("crm:deals:read")
        public String thrown() {
            throw PlexicaException.notFound("There is no such deal");
        }

        @GET
        @Path("suspended")
        @RequiresPermission("crm:deals:read")
        public void suspended(@Suspended AsyncResponse response, @QueryParam("decides") @Nullable String keys) {
            Obligations obligations = Contexts.require().obligations();
            CompletableFuture.runAsync(() -> {
                meet(obligations, keys);
                response.resume("later");
            });
        }

        @GET
        @Path("at-once")
        @RequiresPermission("crm:deals:read")
        public void atOnce(@Suspended AsyncResponse response) {
            response.resume("at once");
        }

        @GET
        @Path("stage")
        @RequiresPermission("crm:deals:read")
        public CompletionStage<String> stage(@QueryParam("decides") @Nullable String keys) {
            Obligations obligations = Contexts.require().obligations();
            return CompletableFuture.supplyAsync(() -> {
                meet(obligations, keys);
                return "staged";
            });
        }

        @GET
        @Path("done-stage")
        @RequiresPermission("crm:deals:read")
        public CompletionStage<String> doneStage() {
            return CompletableFuture.completedFuture("done");
        }

        private static String decide(@Nullable String keys) {
            meet(Contexts.require().obligations(), keys);
            return "decided";
        }

        private static void meet(Obligations obligations, @Nullable String keys) {
            for (String key : keys == null ? new String[0] : keys.split(",")) {
                obligations.meet("crm:deals:" + key);
            }
        }
    }

    @BeforeAll
    static void open() throws Exception {
        site = new Site();
        PluginRef crm = new PluginRef("crm", "1.0.0");
        site.plugin(crm, new Deals());
        site.rooms.user(site.rooms.tenant("acme", TenantStatus.ACTIVE), "ann", "member");
        site.rooms.install("acme", crm, true);
    }

    @AfterAll
    static void close() throws Exception {
        site.close();
    }

    @BeforeEach
    void everything_depends_on_the_resource() {
        give(KEYS, Set.of());
    }

    @ParameterizedTest(name = "open {0}, denied {1}: {2} is {3}")
    @CsvSource({
        "read+write, -,          any,                     500 internal-error",
        "read+write, -,          any?decides=read,        decided",
        "read+write, -,          any?decides=write,       decided",
        "read+write, -,          any?decides=delete,      500 internal-error",
        "read,       -,          any,                     decided",
        "read,       write,      any,                     500 internal-error",
        "read,       write,      any?decides=read,        decided",
        "read,       write,      any?decides=write,       500 internal-error",
        "-,          read,       any,                     decided",
        "-,          read+write, any,                     403 permission-denied",
        "read+write, -,          all,                     500 internal-error",
        "read+write, -,          all?decides=read,        500 internal-error",
        "read+write, -,          'all?decides=read,write', decided",
        "read,       -,          all?decides=read,        decided",
        "read,       write,      all?decides=read,        403 permission-denied",
        "-,          -,          all,                     decided",
    })
    void what_is_left_open_has_to_be_decided(String open, String denied, String path, String expected)
            throws Exception {
        give(keys(open), keys(denied));
        assertThat(told(get(path))).isEqualTo(expected);
    }

    @Test
    void nothing_of_a_call_that_did_not_decide_is_kept() throws Exception {
        int before = site.rooms.database.rollbacks.get();
        assertThat(get("any").json().path("detail").asText()).doesNotContain("crm", "Deals");
        assertThat(site.rooms.database.rollbacks.get()).isEqualTo(before + 1);
        int commits = site.rooms.database.commits.get();
        get("any?decides=read");
        assertThat(site.rooms.database.commits.get()).isEqualTo(commits + 1);
    }

    @Test
    void a_refusal_tells_nothing_and_keeps_nothing() throws Exception {
        int before = site.rooms.database.rollbacks.get();
        assertThat(get("missing").code()).isEqualTo("404 not-found");
        assertThat(get("thrown").code()).isEqualTo("404 not-found");
        assertThat(site.rooms.database.rollbacks.get()).isEqualTo(before + 2);
    }

    @Test
    void answers_that_come_later_are_judged_when_they_come() throws Exception {
        assertThat(told(get("suspended?decides=read"))).isEqualTo("later");
        assertThat(told(get("suspended"))).isEqualTo("500 internal-error");
        assertThat(told(get("at-once"))).isEqualTo("500 internal-error");
        assertThat(told(get("stage?decides=read"))).isEqualTo("staged");
        assertThat(told(get("stage"))).isEqualTo("500 internal-error");
        assertThat(told(get("done-stage"))).isEqualTo("500 internal-error");
    }

    @Test
    void a_denial_by_policy_says_that_the_roles_would_have_granted() throws Exception {
        give(Set.of(), KEYS);
        assertThat(get("all").json().path("detail").asText()).contains("policy");
        site.rooms.rights.give(site.rooms.principal("ann").id(), new FakeGrants(Set.of(), Set.of()));
        assertThat(get("all").json().path("detail").asText()).contains("ask an admin");
    }

    private static void give(Set<String> open, Set<String> denied) {
        site.rooms.rights.give(site.rooms.principal("ann").id(), new FakeGrants(Set.of("member"), KEYS, open, denied));
    }

    private static Set<String> keys(String actions) {
        return actions.equals("-")
                ? Set.of()
                : java.util.Arrays.stream(actions.split("\\+"))
                        .map(action -> "crm:deals:" + action)
                        .collect(java.util.stream.Collectors.toSet());
    }

    private static Answer get(String path) throws Exception {
        return site.http.get(DEALS + path).as("ann").send();
    }

    private static String told(Answer answer) {
        return answer.status() == 200 ? answer.text() : answer.code();
    }
}
