package io.plexica.web.internal.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.plexica.web.internal.support.Http;
import io.plexica.web.internal.support.Http.Answer;
import io.plexica.web.internal.support.PeopledSite;
import io.plexica.web.internal.support.Site;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TenantOfACallTest {

    private static Site site;

    @BeforeAll
    static void open() throws Exception {
        site = PeopledSite.open();
    }

    @AfterAll
    static void close() throws Exception {
        site.close();
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
        "-,      /t/paused/api/plugins/crm/things/public,       -,      403 plugin-not-enabled",
        "-,      /t/globex/api/plugins/crm/things/public,       -,      nobody@globex",
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
        "root,   /api/plugins/crm/things/authenticated,         unborn, 403 tenant-not-active",
        "root,   /t/unborn/api/elsewhere,                       -,      403 tenant-not-active",
        "root,   /api/v1/tenants/unborn,                        -,      root@-",
        "root,   /api/v1/tenants/unborn/plugins,                -,      root@unborn",
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

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"acme.localhost.", "acme.localhost.:8181", "ACME.LocalHost.:8181"})
    void a_host_is_the_same_with_a_dot_at_its_end_and_in_capitals(String host) throws Exception {
        assertThat(byHost(host).send().text()).isEqualTo("nobody@acme");
        assertThat(byHost(host).as("other").send().code()).isEqualTo("403 tenant-mismatch");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"admin.localhost", "admin.localhost:8181", "ADMIN.localhost", "admin.localhost.:8181"})
    void the_host_of_the_super_admins_takes_no_tokens_of_tenants(String host) throws Exception {
        for (String path : List.of("/api/plugins/crm/things/public", "/api/v1/welcome", "/api/v1/tenants/acme")) {
            assertThat(site.http
                            .get(path)
                            .header("Host", host)
                            .as("admin")
                            .send()
                            .code())
                    .isEqualTo("403 tenant-mismatch");
        }
        assertThat(site.http
                        .get("/api/v1/tenants/acme")
                        .header("Host", host)
                        .as("root")
                        .send()
                        .text())
                .isEqualTo("root@-");
        assertThat(site.http.get("/api/v1/welcome").header("Host", host).send().text())
                .isEqualTo("nobody@-");
    }

    @Test
    void the_host_of_the_super_admins_takes_no_keys_of_tenants_but_those_of_the_platform() throws Exception {
        site.rooms.machine(site.rooms.find("acme").orElseThrow(), "robot", "crm:things:read");
        site.rooms.machine(null, "scraper", "core:metrics:read");

        assertThat(byHost("admin.localhost").as("robot").send().code()).isEqualTo("403 tenant-mismatch");
        assertThat(byHost("admin.localhost").as("scraper").send().text()).isEqualTo("nobody@-");
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

    private static Http.Call byHost(String host) {
        return site.http.get("/api/plugins/crm/things/public").header("Host", host);
    }

    private static String told(Answer answer) {
        return answer.status() == 200 ? answer.text() : answer.code();
    }
}
