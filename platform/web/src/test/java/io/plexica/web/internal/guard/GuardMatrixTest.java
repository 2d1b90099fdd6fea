package io.plexica.web.internal.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.plexica.web.internal.support.Http.Answer;
import io.plexica.web.internal.support.PeopledSite;
import io.plexica.web.internal.support.Site;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GuardMatrixTest {

    private static Site site;

    @BeforeAll
    static void open() throws Exception {
        site = PeopledSite.open();
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
        "waiter,   authenticated, 403 plugin-not-enabled",
        "waiter,   skip,          waiter@paused",
        "root,     authenticated, 403 plugin-not-enabled",
        "root,     skip,          root@-",
    })
    void each_caller_gets_what_the_guard_says(String caller, String method, String expected) throws Exception {
        var call = site.http.get("/api/plugins/crm/things/" + method);
        Answer answer = (caller.equals("-") ? call : call.as(caller)).send();
        assertThat(told(answer)).isEqualTo(expected);
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

    private static String told(Answer answer) {
        return answer.status() == 200 ? answer.text() : answer.code();
    }
}
