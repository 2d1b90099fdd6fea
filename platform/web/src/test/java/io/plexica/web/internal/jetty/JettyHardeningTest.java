package io.plexica.web.internal.jetty;

import static org.assertj.core.api.Assertions.assertThat;

import io.plexica.web.internal.support.Site;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JettyHardeningTest {

    private static Site site;

    @BeforeAll
    static void open() throws Exception {
        site = new Site();
    }

    @AfterAll
    static void close() throws Exception {
        site.close();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "GARBAGE\\r\\n\\r\\n, 400, validation-failed",
        "GET / HTTP/1.1\\r\\n\\r\\n, 400, validation-failed",
        "GET / HTTP/9.9\\r\\nHost: x\\r\\n\\r\\n, 505, validation-failed",
        "GET /%zz HTTP/1.1\\r\\nHost: x\\r\\nConnection: close\\r\\n\\r\\n, 400, validation-failed",
        "POST /api/v1 HTTP/1.1\\r\\nHost: x\\r\\nContent-Length: x\\r\\n\\r\\n, 400, validation-failed",
        "TRACE /api/v1 HTTP/1.1\\r\\nHost: x\\r\\nConnection: close\\r\\n\\r\\n, 405, method-not-allowed",
        "GET /health/live HTTP/1.1\\r\\nHost: x\\r\\nHost: y\\r\\nConnection: close\\r\\n\\r\\n, 400, validation-failed",
        "GET /nowhere HTTP/1.1\\r\\nHost: x\\r\\nConnection: close\\r\\n\\r\\n, 404, not-found",
    })
    void what_never_reaches_a_servlet_is_a_problem_all_the_same(String request, String status, String code)
            throws Exception {
        String answer = site.http.raw(request.replace("\\r", "\r").replace("\\n", "\n"));
        assertProblem(answer, status, code);
    }

    @Test
    void headers_and_addresses_are_bounded() throws Exception {
        String fits = "X-A: " + "a".repeat(15_000);
        String large = "X-A: " + "a".repeat(17_000);
        String end = "\r\nConnection: close\r\n\r\n";
        assertThat(site.http.raw("GET /health/live HTTP/1.1\r\nHost: x\r\n" + fits + end))
                .startsWith("HTTP/1.1 200");
        assertProblem(
                site.http.raw("GET /health/live HTTP/1.1\r\nHost: x\r\n" + large + end), "431", "header-too-large");
        String address = "/health/live?" + "a".repeat(17_000);
        assertProblem(site.http.raw("GET " + address + " HTTP/1.1\r\nHost: x" + end), "414", "header-too-large");
    }

    @Test
    void the_server_as_a_whole_tells_its_methods_with_all_that_every_answer_has() throws Exception {
        assertThat(site.http.raw("OPTIONS * HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 200")
                .contains("Allow: ", "X-Trace-Id: ", "nosniff", "Referrer-Policy: ");
    }

    private static void assertProblem(String answer, String status, String code) {
        assertThat(answer).startsWith("HTTP/1.1 " + status);
        assertThat(answer)
                .contains(
                        "application/problem+json",
                        "\"code\":\"" + code + "\"",
                        "\"status\":" + status,
                        "X-Trace-Id: ",
                        "Referrer-Policy: ")
                .doesNotContainIgnoringCase("<html", "jetty");
    }
}
