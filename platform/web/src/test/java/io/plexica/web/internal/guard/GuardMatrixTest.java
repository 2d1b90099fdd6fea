package io.plexica.web.internal.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.plexica.api.security.Authenticated;
import io.plexica.api.security.OptionalAuthentication;
import io.plexica.api.security.PublicEndpoint;
import io.plexica.api.security.RequiresPermission;
import io.plexica.api.security.RequiresRole;
import io.plexica.api.security.SkipPluginCheck;
import io.plexica.spi.context.Contexts;
import io.plexica.spi.context.ExecutionContext;
import io.plexica.spi.plugins.PluginRef;
import io.plexica.spi.tenancy.Tenant;
import io.plexica.spi.tenancy.TenantStatus;
import io.plexica.spi.web.SuperAdminOnly;
import io.plexica.web.internal.support.Http.Answer;
import io.plexica.web.internal.support.Site;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GuardMatrixTest {

    private static final PluginRef CRM = new PluginRef("crm", "1.0.0");
    private static Site site;

    @Path("things")
    @Produces("text/plain")
    @Authenticated
    public static class Things {

        @GET
        @Path("public")
        @PublicEndpoint
        public String open() {
            return who();
        }

        @GET
        @Path("optional")
        @OptionalAuthentication
        public String optional() {
            return who();
        }

        @GET
        @Path("authenticated")
        public String authenticated() {
            return who();
        }

        @GET
        @Path("permission")
        @RequiresPermission({"crm:things:read", "crm:things:write"})
        public String permission() {
            return who();
        }

        @GET
        @Path("all")
        @RequiresPermission(
                value = {"crm:things:read", "crm:things:write"},
                all = true)
        public String all() {
            return who();
        }

        @GET
        @Path("role")
        @RequiresRole("admin")
        public String role() {
            return who();
        }

        @GET
        @Path("skip")
        @SkipPluginCheck
        public String skip() {
            return who();
        }
    }

    @Path("tenants/{slug}")
    @Produces("text/plain")
    public static class InTenant {

        @GET
        @Authenticated
        public String one() {
            return who();
        }

        @GET
        @Path("plugins")
        @Authenticated
        public String plugins() {
            return who();
        }

        @GET
        @Path("secret")
        @SuperAdminOnly
        public String secret() {
            return who();
        }
    }

    @Path("welcome")
    @Produces("text/plain")
    @PublicEndpoint
    public static class Welcome {

        @GET
        public String welcome() {
            return who();
        }
    }

    private static String who() {
        ExecutionContext context = Contexts.require();
        String tenant = context.tenant() == null ? "-" : context.tenant().slug();
        String user =
                context.principal() == null ? "nobody" : context.principal().email();
        return user + "@" + tenant;
    }

    @BeforeAll
    static void open() throws Exception {
        site = new Site();
        Tenant acme = site.rooms.tenant("acme", TenantStatus.ACTIVE);
        Tenant globex = site.rooms.tenant("globex", TenantStatus.ACTIVE);
        Tenant sleepy = site.rooms.tenant("sleepy", TenantStatus.SUSPENDED);
        site.rooms.user(acme, "admin", "admin", "*");
        site.rooms.user(acme, "reader", "member", "crm:things:read");
        site.rooms.user(acme, "nothing", "member");
        site.rooms.user(globex, "other", "admin", "*");
        site.rooms.user(sleepy, "sleeper", "admin", "*");
        site.rooms.user(null, "root", "operator", "core:*");
        site.plugin(CRM, new Things());
        site.platform(new InTenant(), new Welcome());
        site.rooms.install("acme", CRM, true);
        site.rooms.install("sleepy", CRM, true);
    }

    @AfterAll
    static void close() throws Exception {
        site.close();
    }

    @ParameterizedTest(name = "{0} calls {1}: {2}")
    @CsvSource({
        "-,        public,        nobody@-",
        "-,        optional,      403 plugin-not-enabled",
        "-,        authenticated, 401 unauthenticated",
        "-,        permission,    401 unauthenticated",
        "-,        skip,          401 unauthenticated",
        "-,        nowhere,       401 unauthenticated",
        "bad,      public,        401 unauthenticated",
        "reader,   public,        nobody@-",
        "reader,   optional,      reader@acme",
        "reader,   authenticated, reader@acme",
        "reader,   permission,    reader@acme",
        "reader,   all,           403 permission-denied",
        "reader,   role,          403 permission-denied",
        "reader,   nowhere,       404 not-found",
        "nothing,  permission,    403 permission-denied",
        "admin,    all,           admin@acme",
        "admin,    role,          admin@acme",
        "other,    public,        nobody@-",
        "other,    authenticated, 403 plugin-not-enabled",
        "other,    role,          403 plugin-not-enabled",
        "other,    skip,          other@globex",
        "sleeper,  public,        nobody@-",
        "sleeper,  authenticated, 403 tenant-not-active",
        "sleeper,  nowhere,       403 tenant-not-active",
        "root,     authenticated, 403 plugin-not-enabled",
        "root,     skip,          root@-",
    })
    void each_caller_gets_what_the_guard_says(String caller, String method, String expected) throws Exception {
        var call = site.http.get("/api/plugins/crm/things/" + method);
        Answer answer = (caller.equals("-") ? call : call.as(caller)).send();
        assertThat(told(answer)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} at {1} with tenant {2}: {3}")
    @CsvSource({
        "root,   /api/plugins/crm/things/authenticated,         acme,   root@acme",
        "root,   /api/plugins/crm/things/permission,            acme,   403 permission-denied",
        "root,   /api/plugins/crm/things/authenticated,         nowhere, 404 not-found",
        "root,   /t/acme/api/plugins/crm/things/authenticated,  -,      root@acme",
        "root,   /t/acme/api/plugins/crm/things/authenticated,  globex, 400 validation-failed",
        "root,   /t/sleepy/api/plugins/crm/things/authenticated, -,     root@sleepy",
        "reader, /api/plugins/crm/things/authenticated,         acme,   reader@acme",
        "reader, /api/plugins/crm/things/authenticated,         globex, 403 tenant-mismatch",
        "reader, /api/plugins/crm/things/authenticated,         nowhere, 403 tenant-mismatch",
        "reader, /t/globex/api/plugins/crm/things/public,       -,      403 tenant-mismatch",
        "reader, /t/acme/api/plugins/crm/things/public,         -,      nobody@acme",
        "-,      /t/acme/api/plugins/crm/things/public,         -,      nobody@acme",
        "-,      /t/acme/api/plugins/crm/things/optional,       -,      nobody@acme",
        "-,      /t/sleepy/api/plugins/crm/things/public,       -,      403 tenant-not-active",
        "-,      /t/nowhere/api/plugins/crm/things/public,      -,      404 not-found",
        "-,      /api/plugins/crm/things/public,                acme,   nobody@-",
        "-,      /t/sleepy/api/v1/welcome,                      -,      nobody@sleepy",
        "-,      /t/nowhere/api/v1/welcome,                     -,      nobody@-",
        "-,      /api/plugins/none/x,                           -,      401 unauthenticated",
        "reader, /api/plugins/none/x,                           -,      404 plugin-not-found",
        "sleeper, /api/plugins/none/x,                          -,      403 tenant-not-active",
        "reader, /api/v1/tenants/acme,                          -,      reader@acme",
        "reader, /api/v1/tenants/current/plugins,               -,      reader@acme",
        "reader, /api/v1/tenants/globex,                        -,      403 tenant-mismatch",
        "reader, /api/v1/tenants/nowhere/plugins,               -,      403 tenant-mismatch",
        "reader, /api/v1/tenants/%67lobex,                      -,      403 tenant-mismatch",
        "reader, /api/v1/tenants;x=1/globex,                    -,      404 not-found",
        "reader, /api/v1//tenants/globex,                       -,      404 not-found",
        "reader, /api/v1/tenants/acme/secret,                   -,      403 permission-denied",
        "root,   /api/v1/tenants/acme,                          -,      root@-",
        "root,   /api/v1/tenants/acme/plugins,                  -,      root@acme",
        "root,   /api/v1/tenants/sleepy/secret,                 -,      root@sleepy",
        "root,   /api/v1/tenants/nowhere/plugins,               -,      404 not-found",
        "root,   /api/v1/tenants/acme/plugins,                  globex, 400 validation-failed",
        "reader, /api/elsewhere,                                -,      404 not-found",
        "-,      /api/elsewhere,                                -,      401 unauthenticated",
    })
    void the_tenant_of_a_call_is_the_tokens_and_names_may_only_repeat_it(
            String caller, String path, String tenant, String expected) throws Exception {
        var call = site.http.get(path);
        if (!caller.equals("-")) {
            call.as(caller);
        }
        if (!tenant.equals("-")) {
            call.header("X-Tenant-Slug", tenant);
        }
        assertThat(told(call.send())).isEqualTo(expected);
    }

    @Test
    void a_host_names_a_tenant() throws Exception {
        assertThat(byHost("acme.localhost:8181").send().text()).isEqualTo("nobody@acme");
        assertThat(byHost("ACME.localhost").send().text()).isEqualTo("nobody@acme");
        assertThat(byHost("admin.localhost").send().text()).isEqualTo("nobody@-");
        assertThat(byHost("globex.localhost").as("reader").send().code()).isEqualTo("403 tenant-mismatch");
    }

    @Test
    void a_refusal_names_what_is_missing() throws Exception {
        Answer answer =
                site.http.get("/api/plugins/crm/things/all").as("nothing").send();
        assertThat(answer.json().path("requiredPermissions").toString())
                .isEqualTo("[\"crm:things:read\",\"crm:things:write\"]");
        assertThat(answer.json().path("traceId").asText()).isEqualTo(answer.header("X-Trace-Id"));
    }

    @Test
    void names_of_one_tenant_twice_or_of_none_are_no_names() throws Exception {
        var twice = site.http.get("/api/plugins/crm/things/skip").as("reader");
        assertThat(twice.header("X-Tenant-Slug", "acme")
                        .header("X-Tenant-Slug", "acme")
                        .send()
                        .code())
                .isEqualTo("400 validation-failed");
        var empty = site.http.get("/api/plugins/crm/things/skip").as("reader");
        assertThat(empty.header("X-Tenant-Slug", "").send().code()).isEqualTo("400 validation-failed");
        var workspace = site.http.get("/api/plugins/crm/things/skip").as("reader");
        assertThat(workspace.header("X-Workspace-Id", "sales").send().code()).isEqualTo("400 validation-failed");
    }

    @Test
    void the_header_authorization_is_read_strictly_but_for_the_case_of_its_scheme() throws Exception {
        String path = "/api/plugins/crm/things/skip";
        assertThat(site.http
                        .get(path)
                        .header("Authorization", "bEARER reader")
                        .send()
                        .status())
                .isEqualTo(200);
        assertThat(site.http
                        .get(path)
                        .header("Authorization", "Basic abc")
                        .send()
                        .code())
                .isEqualTo("401 unauthenticated");
        assertThat(site.http.get(path).as("reader").as("reader").send().code()).isEqualTo("401 unauthenticated");
        assertThat(site.http.get(path).send().header("WWW-Authenticate")).isEqualTo("Bearer");
    }

    @Test
    void nothing_of_a_call_stays_on_its_thread() throws Exception {
        for (int i = 0; i < 50; i++) {
            site.http.get("/api/plugins/crm/things/public").as("reader").send();
        }
        for (int i = 0; i < 50; i++) {
            assertThat(site.http.get("/api/v1/welcome").send().text()).isEqualTo("nobody@-");
        }
    }

    private static io.plexica.web.internal.support.Http.Call byHost(String host) {
        return site.http.get("/api/plugins/crm/things/public").header("Host", host);
    }

    private static String told(Answer answer) {
        return answer.status() == 200 ? answer.text() : answer.code();
    }
}
