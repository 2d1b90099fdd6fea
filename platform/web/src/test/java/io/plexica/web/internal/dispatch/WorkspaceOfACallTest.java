package io.plexica.web.internal.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.plexica.api.security.Authenticated;
import io.plexica.api.security.OptionalAuthentication;
import io.plexica.api.security.PublicEndpoint;
import io.plexica.api.security.RequiresPermission;
import io.plexica.spi.context.Contexts;
import io.plexica.spi.context.ExecutionContext;
import io.plexica.spi.plugins.PluginRef;
import io.plexica.spi.tenancy.Tenant;
import io.plexica.spi.tenancy.TenantStatus;
import io.plexica.spi.tenancy.WorkspaceRole;
import io.plexica.web.internal.support.Http.Answer;
import io.plexica.web.internal.support.Http.Call;
import io.plexica.web.internal.support.Site;
import java.util.Locale;
import java.util.UUID;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkspaceOfACallTest {

    private static final String HEADER = "X-Workspace-Id";
    private static Site site;
    private static UUID sales;
    private static UUID elsewhere;

    @Path("here")
    @Produces("text/plain")
    public static class Here {

        @GET
        @Authenticated
        public String here() {
            ExecutionContext context = Contexts.require();
            return context.workspace() == null
                    ? "nowhere"
                    : context.workspace().slug() + " as " + context.workspaceRole();
        }

        @GET
        @Path("public")
        @PublicEndpoint
        public String anybody() {
            return here();
        }

        @GET
        @Path("optional")
        @OptionalAuthentication
        public String optional() {
            return here();
        }

        @GET
        @Path("read")
        @RequiresPermission("core:things:read")
        public String read() {
            return here();
        }

        @GET
        @Path("write")
        @RequiresPermission("core:things:write")
        public String write() {
            return here();
        }
    }

    @Path("tenants/{slug}")
    @Produces("text/plain")
    public static class OfTenant {

        @GET
        @Path("inside")
        @Authenticated
        public String inside() {
            return new Here().here();
        }
    }

    @BeforeAll
    static void open() throws Exception {
        site = new Site();
        Tenant acme = site.rooms.tenant("acme", TenantStatus.ACTIVE);
        Tenant globex = site.rooms.tenant("globex", TenantStatus.ACTIVE);
        Tenant sleepy = site.rooms.tenant("sleepy", TenantStatus.SUSPENDED);
        site.rooms.user(acme, "ann", "admin", "core:*");
        site.rooms.user(acme, "bob", "member", "core:things:read", "core:things:write");
        site.rooms.user(acme, "vic", "member", "core:things:read", "core:things:write");
        site.rooms.user(globex, "gil", "admin", "core:*");
        site.rooms.user(sleepy, "sue", "admin", "core:*");
        site.rooms.user(null, "root", "operator", "core:*");
        site.rooms.machine(acme, "robot", "core:things:read");
        site.rooms.machine(null, "scraper", "core:health:read");
        sales = site.rooms.places.workspace("acme", "sales");
        elsewhere = site.rooms.places.workspace("globex", "elsewhere");
        site.rooms.places.member(sales, site.rooms.principal("bob").id(), WorkspaceRole.MEMBER);
        site.rooms.places.member(sales, site.rooms.principal("vic").id(), WorkspaceRole.VIEWER);
        site.platform(new Here(), new OfTenant());
    }

    @AfterAll
    static void close() throws Exception {
        site.close();
    }

    @ParameterizedTest(name = "{0} at {1} in {2}: {3}")
    @CsvSource({
        "ann,     here,          -,       default as ADMIN",
        "bob,     here,          -,       default as MEMBER",
        "bob,     here,          sales,   sales as MEMBER",
        "vic,     here,          sales,   sales as VIEWER",
        "ann,     here,          sales,   sales as ADMIN",
        "ann,     here,          other,   403 workspace-not-member",
        "ann,     here,          unknown, 403 workspace-not-member",
        "gil,     here,          sales,   403 workspace-not-member",
        "bob,     here/write,    sales,   sales as MEMBER",
        "vic,     here/write,    sales,   403 permission-denied",
        "vic,     here/read,     sales,   sales as VIEWER",
        "vic,     here/write,    -,       default as MEMBER",
        "bob,     here/optional, sales,   sales as MEMBER",
        "bob,     here/public,   sales,   nowhere",
        "-,       here/public,   sales,   nowhere",
        "-,       here/optional, sales,   nowhere",
        "-,       here,          sales,   401 unauthenticated",
        "sue,     here,          sales,   403 tenant-not-active",
        "root,    here,          -,       nowhere",
        "root,    here,          sales,   400 validation-failed",
        "robot,   here/read,     -,       default as MEMBER",
        "robot,   here/read,     sales,   sales as MEMBER",
        "robot,   here/read,     other,   403 workspace-not-member",
        "robot,   here/write,    sales,   403 permission-denied",
        "scraper, here,          -,       nowhere",
        "ann,     tenants/acme/inside, -, default as ADMIN",
    })
    void a_call_works_where_its_caller_may(String caller, String path, String where, String expected) throws Exception {
        assertThat(told(call(caller, path, where).send())).isEqualTo(expected);
    }

    @Test
    void a_plugin_that_is_switched_off_in_a_workspace_answers_nobody_there() throws Exception {
        PluginRef notes = new PluginRef("notes", "1.0.0");
        site.plugin(notes, new Here());
        site.rooms.installBut("acme", notes, sales);

        assertThat(told(plugin("bob", "here").send())).isEqualTo("default as MEMBER");
        Answer refused = plugin("bob", "here").header(HEADER, sales.toString()).send();
        assertThat(refused.code()).isEqualTo("403 plugin-not-enabled");
        assertThat(refused.text()).contains("switched off in this workspace");
        assertThat(plugin("ann", "here").header(HEADER, sales.toString()).send().code())
                .isEqualTo("403 plugin-not-enabled");
        assertThat(told(site.http.get("/t/acme/api/plugins/notes/here/public").send()))
                .isEqualTo("nowhere");
        assertThat(described("bob", null)).contains("/api/plugins/notes/here");
        assertThat(described("bob", sales)).doesNotContain("/api/plugins/notes/here");
    }

    private static Call plugin(String caller, String path) {
        return site.http.get("/api/plugins/notes/" + path).as(caller);
    }

    private static String described(String caller, @Nullable UUID where) throws Exception {
        Call call = site.http.get("/api/openapi.json").as(caller);
        return (where == null ? call : call.header(HEADER, where.toString()))
                .send()
                .text();
    }

    @Test
    void an_operator_enters_a_workspace_only_in_a_tenant_and_never_by_working_on_it() throws Exception {
        assertThat(told(call("root", "here", "-")
                        .header("X-Tenant-Slug", "acme")
                        .send()))
                .isEqualTo("default as ADMIN");
        assertThat(told(call("root", "here", "sales")
                        .header("X-Tenant-Slug", "acme")
                        .send()))
                .isEqualTo("sales as ADMIN");
        assertThat(told(call("root", "here", "other")
                        .header("X-Tenant-Slug", "acme")
                        .send()))
                .isEqualTo("403 workspace-not-member");
        assertThat(told(call("root", "tenants/acme/inside", "-").send())).isEqualTo("nowhere");
        assertThat(told(call("root", "tenants/acme/inside", "sales").send())).isEqualTo("sales as ADMIN");
        assertThat(told(call("root", "tenants/sleepy/inside", "-").send())).isEqualTo("nowhere");
        assertThat(told(call("root", "tenants/sleepy/inside", "sales").send())).isEqualTo("403 tenant-not-active");
    }

    @Test
    void a_workspace_is_named_once_and_by_its_id_in_whichever_case() throws Exception {
        String id = sales.toString();
        assertThat(told(bob().header(HEADER, id.toUpperCase(Locale.ROOT)).send()))
                .isEqualTo("sales as MEMBER");
        for (String wrong : new String[] {"", "{" + id + "}", "sales", id.replace("-", ""), "1-1-1-1-1", id + "x"}) {
            assertThat(bob().header(HEADER, wrong).send().code()).as(wrong).isEqualTo("400 validation-failed");
        }
        assertThat(bob().header(HEADER, id).header(HEADER, id).send().code()).isEqualTo("400 validation-failed");
        assertThat(site.http
                        .get("/api/v1/here")
                        .as("bad")
                        .header(HEADER, "sales")
                        .send()
                        .code())
                .isEqualTo("401 unauthenticated");
    }

    @Test
    void a_machine_of_the_platform_works_in_no_tenant() throws Exception {
        assertThat(call("scraper", "here", "-")
                        .header("X-Tenant-Slug", "acme")
                        .send()
                        .code())
                .isEqualTo("403 tenant-mismatch");
        assertThat(site.http.get("/t/acme/api/v1/here").as("scraper").send().code())
                .isEqualTo("403 tenant-mismatch");
        assertThat(call("scraper", "tenants/acme/inside", "-").send().code()).isEqualTo("403 tenant-mismatch");
        assertThat(site.http.get("/health").as("scraper").send().status()).isEqualTo(200);
        assertThat(site.http.get("/health").as("robot").send().code()).isEqualTo("403 permission-denied");
        assertThat(site.http.get("/health").as("ann").send().code()).isEqualTo("403 permission-denied");
    }

    @Test
    void a_deployment_of_one_tenant_knows_no_other() throws Exception {
        site.rooms.pinned = "acme";
        try {
            assertThat(told(call("bob", "here", "-").send())).isEqualTo("default as MEMBER");
            assertThat(call("gil", "here", "-").send().code()).isEqualTo("403 tenant-mismatch");
            assertThat(call("gil", "here/public", "-").send().code()).isEqualTo("403 tenant-mismatch");
            assertThat(told(call("root", "here", "-").send())).isEqualTo("nowhere");
            assertThat(told(call("root", "tenants/acme/inside", "-").send())).isEqualTo("nowhere");
            assertThat(call("root", "tenants/globex/inside", "-").send().code()).isEqualTo("403 tenant-mismatch");
            assertThat(call("root", "tenants/nobody/inside", "-").send().code()).isEqualTo("403 tenant-mismatch");
            for (String name : new String[] {"globex", "nobody"}) {
                assertThat(site.http
                                .get("/t/" + name + "/api/v1/here/public")
                                .send()
                                .code())
                        .isEqualTo("403 tenant-mismatch");
                assertThat(call("root", "here", "-")
                                .header("X-Tenant-Slug", name)
                                .send()
                                .code())
                        .isEqualTo("403 tenant-mismatch");
                assertThat(site.http
                                .get("/api/v1/here/public")
                                .header("Host", name + ".localhost")
                                .send()
                                .code())
                        .isEqualTo("403 tenant-mismatch");
            }
            assertThat(told(site.http.get("/t/acme/api/v1/here/public").send())).isEqualTo("nowhere");
        } finally {
            site.rooms.pinned = null;
        }
    }

    private static Call bob() {
        return site.http.get("/api/v1/here").as("bob");
    }

    private static Call call(String caller, String path, String where) {
        Call call = site.http.get("/api/v1/" + path);
        if (!caller.equals("-")) {
            call.as(caller);
        }
        return switch (where) {
            case "sales" -> call.header(HEADER, sales.toString());
            case "other" -> call.header(HEADER, elsewhere.toString());
            case "unknown" -> call.header(HEADER, UUID.randomUUID().toString());
            default -> call;
        };
    }

    private static String told(Answer answer) {
        return answer.status() == 200 ? answer.text() : answer.code();
    }
}
