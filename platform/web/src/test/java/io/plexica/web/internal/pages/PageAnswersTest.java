package io.plexica.web.internal.pages;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.spi.pages.Page;
import io.plexica.spi.pages.Pages;
import io.plexica.spi.pages.Visit;
import io.plexica.web.internal.support.Http.Answer;
import io.plexica.web.internal.support.Site;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageAnswersTest {

    private final List<Visit> visits = new ArrayList<>();
    private Site site;

    @BeforeEach
    void open() throws Exception {
        site = new Site();
        bring("/", visit -> visit.path().equals("/none") ? null : Page.html(200, Map.of("X-Own", "1"), "all"));
        bring(
                "/files/",
                visit -> new Page(
                        200,
                        "text/javascript",
                        Map.of("Cache-Control", "immutable"),
                        "abc",
                        Map.of(
                                Page.PLAIN,
                                "plain".getBytes(UTF_8),
                                "br",
                                "b".getBytes(UTF_8),
                                "gzip",
                                "gz".getBytes(UTF_8))));
    }

    @AfterEach
    void close() throws Exception {
        site.close();
    }

    @ParameterizedTest
    @CsvSource({
        "localhost:8181, /t/acme/a/b, acme, /t/acme, /a/b, http://localhost:8181, false",
        "localhost:8181, /t/acme, acme, /t/acme, '', http://localhost:8181, false",
        "acme.localhost:8181, /a, acme, '', /a, http://acme.localhost:8181, false",
        "acme.localhost:8181, /t/acme/a, acme, /t/acme, /a, http://acme.localhost:8181, false",
        "acme.localhost:8181, /t/globex/a, '', /t/globex, /a, http://acme.localhost:8181, false",
        "ADMIN.localhost:8181, /a, , '', /a, http://admin.localhost:8181, true",
        "admin.localhost.:8181, /a, , '', /a, http://admin.localhost:8181, true",
        "Acme.localhost.:8181, /a, acme, '', /a, http://acme.localhost:8181, false",
        "www.localhost:8181, /a, , '', /a, http://www.localhost:8181, false",
        "elsewhere.example, /a, , '', /a, http://localhost:8181, false"
    })
    void whoever_brings_pages_learns_where_a_visitor_is(
            String host, String path, @Nullable String tenant, String base, String within, String origin, boolean boss)
            throws Exception {
        site.http
                .get(path + "?x=1")
                .header("Host", host)
                .header("Accept-Language", "it")
                .send();

        assertThat(visits).containsExactly(new Visit(within, "x=1", boss, tenant, base, origin, "it"));
    }

    @Test
    void the_longest_prefix_is_asked_and_the_api_is_none_of_it() throws Exception {
        assertThat(site.http.get("/files/a.js").send().text()).isEqualTo("plain");
        assertThat(site.http.get("/t/acme/files/a.js").send().text()).isEqualTo("plain");
        assertThat(site.http.get("/other").send().text()).isEqualTo("all");
        visits.clear();
        site.http.get("/t/acme/api/v1/things").send();
        site.http.get("/api/v1/things").send();
        assertThat(visits).isEmpty();
    }

    @Test
    void pages_are_read_and_nothing_else() throws Exception {
        Answer posted = site.http.post("/files/a.js", "{}").send();

        assertThat(posted.code()).isEqualTo("405 method-not-allowed");
        assertThat(posted.header("Allow")).isEqualTo("GET, HEAD");
        Answer head = site.http.call("HEAD", "/files/a.js").send();
        assertThat(head.status()).isEqualTo(200);
        assertThat(head.header("Content-Length")).isEqualTo("5");
        assertThat(site.http.post("/none", "{}").send().code()).isEqualTo("404 not-found");
        assertThat(site.http.get("/none").send().code()).isEqualTo("404 not-found");
    }

    @Test
    void a_copy_that_is_still_good_is_not_sent_again() throws Exception {
        Answer first = site.http.get("/files/a.js").send();

        assertThat(first.header("ETag")).isEqualTo("\"abc\"");
        assertThat(first.header("X-Content-Type-Options")).isEqualTo("nosniff");
        for (String tags : List.of("\"abc\"", "W/\"abc\"", "\"x\", \"abc\"", "*")) {
            Answer again =
                    site.http.get("/files/a.js").header("If-None-Match", tags).send();
            assertThat(again.status()).isEqualTo(304);
            assertThat(again.header("Cache-Control")).isEqualTo("immutable");
        }
        Answer packed = site.http
                .get("/files/a.js")
                .header("If-None-Match", "\"abc\"")
                .header("Accept-Encoding", "br")
                .send();
        assertThat(packed.status()).isEqualTo(200);
        assertThat(packed.header("ETag")).isEqualTo("\"abc-br\"");
        assertThat(packed.header("Vary")).isEqualTo("Accept-Encoding");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "; identity",
                "gzip, deflate, br; br",
                "GZIP; gzip",
                "'br;q=0, gzip;q=0.5'; gzip",
                "'br;q=0.0'; identity",
                "brx; identity"
            })
    void the_smallest_form_that_a_browser_takes_is_sent(@Nullable String accepted, String expected) {
        assertThat(Encodings.choose(accepted, Set.of("identity", "gzip", "br"))).isEqualTo(expected);
    }

    @Test
    void what_a_bringer_refuses_is_a_problem() throws Exception {
        bring("/later/", visit -> {
            throw new PlexicaException(ErrorCode.UNAVAILABLE, "Not yet");
        });
        bring("/broken/", visit -> {
            throw new IllegalStateException("secret");
        });

        assertThat(site.http.get("/later/").send().code()).isEqualTo("503 unavailable");
        Answer broken = site.http.get("/broken/").send();
        assertThat(broken.code()).isEqualTo("500 internal-error");
        assertThat(broken.text()).doesNotContain("secret");
    }

    private void bring(String prefix, Function<Visit, @Nullable Page> what) {
        site.pages.add(new Pages() {
            @Override
            public String prefix() {
                return prefix;
            }

            @Override
            public @Nullable Page at(Visit visit) {
                visits.add(visit);
                return what.apply(visit);
            }
        });
    }
}
