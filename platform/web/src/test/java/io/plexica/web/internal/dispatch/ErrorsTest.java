package io.plexica.web.internal.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.api.rest.PageQuery;
import io.plexica.api.security.Authenticated;
import io.plexica.api.security.PublicEndpoint;
import io.plexica.spi.plugins.PluginRef;
import io.plexica.spi.tenancy.Tenant;
import io.plexica.spi.tenancy.TenantStatus;
import io.plexica.web.internal.support.Http.Answer;
import io.plexica.web.internal.support.Site;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.persistence.OptimisticLockException;
import javax.persistence.PersistenceException;
import javax.validation.Valid;
import javax.validation.constraints.Min;
import javax.validation.constraints.NotBlank;
import javax.validation.constraints.Size;
import javax.ws.rs.BeanParam;
import javax.ws.rs.ClientErrorException;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.PATCH;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorsTest {

    private static final String NOTES = "/api/plugins/notes/notes";
    private static Site site;

    public record Line(@NotBlank String text) {}

    public record Note(
            @NotBlank @Size(max = 10) String title,
            @Min(1) int stars,
            @Valid List<Line> lines) {}

    public enum Colour {
        RED,
        GREEN
    }

    @Path("notes")
    @Produces(MediaType.APPLICATION_JSON)
    @Consumes(MediaType.APPLICATION_JSON)
    @Authenticated
    public static class Notes {

        @POST
        public Note create(@Valid Note note) {
            return note;
        }

        @POST
        @Path("optional")
        public Map<String, Object> optional(@Nullable Map<String, Object> options) {
            return options == null ? Map.of("given", false) : options;
        }

        @PATCH
        @Path("patch")
        public Map<String, Object> patch(Map<String, Object> patch) {
            return patch;
        }

        @PATCH
        @Path("merge-patch")
        @Consumes("application/merge-patch+json")
        public Map<String, Object> mergePatch(Map<String, Object> patch) {
            return patch;
        }

        @GET
        @Path("list")
        public Map<String, Object> list(
                @BeanParam PageQuery query,
                @QueryParam("colour") Colour colour,
                @QueryParam("count") int count,
                @QueryParam("limit") @Min(3) Integer limit) {
            return Map.of("page", query.validated().page());
        }

        @GET
        @Path("by-id/{id}")
        public Map<String, Object> one(@PathParam("id") UUID id) {
            return Map.of("id", id);
        }

        @DELETE
        @Path("by-id/{id}")
        public void delete(@PathParam("id") UUID id) {}

        @GET
        @Path("plain")
        public Response plain() {
            return Response.status(404).build();
        }

        @GET
        @Path("fail/{how}")
        public String fail(@PathParam("how") String how) throws Exception {
            throw switch (how) {
                case "coded" ->
                    new PlexicaException(ErrorCode.CONFLICT, "taken: it is taken").with("tenants", List.of(1));
                case "runtime" -> new IllegalStateException("secret detail");
                case "checked" -> new java.io.IOException("secret detail");
                case "stale" -> new OptimisticLockException("secret detail");
                case "duplicate" -> new PersistenceException(new SQLException("secret detail", "23505"));
                case "gone" -> new PersistenceException(new SQLException("secret detail", "08006"));
                case "web" -> new ClientErrorException("Too many cooks", 409);
                case "later" -> new PlexicaException(ErrorCode.UNAVAILABLE, "later").with("retryAfter", 7);
                default -> throw new NoClassDefFoundError("secret/detail");
            };
        }

        @GET
        @Path("unwritable")
        public Object unwritable() {
            return new Unwritable();
        }

        @POST
        @Path("upload")
        @Consumes("*/*")
        public Map<String, Object> upload(byte[] body) {
            return Map.of("size", body.length);
        }

        @GET
        @Path("welcome")
        @PublicEndpoint
        public Map<String, String> welcome() {
            return Map.of("hello", "world");
        }
    }

    public static final class Unwritable {

        public String getValue() {
            throw new IllegalStateException("secret detail");
        }
    }

    @BeforeAll
    static void open() throws Exception {
        site = new Site();
        Tenant acme = site.rooms.tenant("acme", TenantStatus.ACTIVE);
        site.rooms.user(acme, "ann", "member");
        PluginRef notes = new PluginRef("notes", "1.0.0");
        site.plugin(notes, new Notes());
        site.rooms.install("acme", notes, true);
    }

    @AfterAll
    static void close() throws Exception {
        site.close();
    }

    @ParameterizedTest(name = "{0} at {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            {"title":"a","stars":1,"lines":[]}                | 200 |
            {"title":"a","stars":1,"lines":[],"x":1,"y":[{}]} | 400 validation-failed | /x /y
            {"title":"a","stars":1,"lines":[{"text":"b","z":1}]} | 400 validation-failed | /lines/0/z
            {"title":"","stars":0,"lines":[{"text":" "}]}     | 400 validation-failed | /lines/0/text /stars /title
            {"title":"aaaaaaaaaaa","stars":1}                 | 400 validation-failed | /title
            {"title":5,"stars":1}                             | 400 validation-failed | /title
            {"title":"a","stars":"1"}                         | 400 validation-failed | /stars
            {"title":"a","stars":1.5}                         | 400 validation-failed | /stars
            {"title":"a","stars":1,"lines":{}}                | 400 validation-failed | /lines
            {"title":"a","title":"b","stars":1}               | 400 validation-failed | ''
            {"title":"a","stars":1} {}                        | 400 validation-failed | ''
            {"title":"a","stars":1                            | 400 validation-failed | ''
            {"title":"a\\u0000","stars":1}                    | 400 validation-failed | ''
            {"a\\u0000":1}                                    | 400 validation-failed | ''
            []                                                | 400 validation-failed | ''
            nonsense                                          | 400 validation-failed | ''
            ''                                                | 400 validation-failed | ''
            null                                              | 400 validation-failed | ''
            """)
    void a_body_that_is_not_right_is_told_all_that_is_wrong(String body, String code, @Nullable String pointers)
            throws Exception {
        Answer answer = site.http.post(NOTES, body).as("ann").send();
        assertThat(answer.code()).as(answer.text()).isEqualTo(code);
        if (pointers != null) {
            assertThat(answer.json().path("errors").findValuesAsText("pointer"))
                    .as(answer.text())
                    .containsExactlyInAnyOrder(pointers.split(" ", -1));
        }
        assertThat(answer.text()).doesNotContain("io.plexica", "java.", "Exception");
    }

    @Test
    void depth_and_size_of_json_are_bounded() throws Exception {
        String deep = "[".repeat(1000) + "]".repeat(1000);
        assertThat(site.http.post(NOTES + "/optional", deep).as("ann").send().code())
                .isEqualTo("400 validation-failed");
    }

    @Test
    void a_body_may_be_left_out_only_where_its_parameter_may_be_null() throws Exception {
        Answer without = site.http.call("POST", NOTES + "/optional").as("ann").send();
        assertThat(without.json().path("given").asBoolean(true))
                .as(without.text())
                .isFalse();
        assertThat(site.http.call("POST", NOTES).as("ann").send().code()).isEqualTo("400 validation-failed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "application/merge-patch+json"})
    void a_patch_is_a_merge_patch_under_both_its_names(String type) throws Exception {
        for (String path : List.of("/patch", "/merge-patch")) {
            Answer answer = site.http
                    .call("PATCH", NOTES + path)
                    .header("Content-Type", type)
                    .body(BodyPublishers.ofString("{\"a\":null}"))
                    .as("ann")
                    .send();
            assertThat(answer.text()).isEqualTo("{\"a\":null}");
        }
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "coded,     409 conflict",
        "runtime,   500 plugin-error",
        "checked,   500 plugin-error",
        "error,     500 plugin-error",
        "stale,     412 precondition-failed",
        "duplicate, 409 conflict",
        "gone,      503 unavailable",
        "web,       409 conflict",
        "later,     503 unavailable"
    })
    void what_a_method_throws_becomes_a_problem_and_rolls_back(String how, String code) throws Exception {
        int before = site.rooms.database.rollbacks.get();
        Answer answer = site.http.get(NOTES + "/fail/" + how).as("ann").send();
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.text()).doesNotContain("secret");
        assertThat(answer.json().path("instance").asText()).isEqualTo(NOTES + "/fail/" + how);
        assertThat(site.rooms.database.rollbacks.get()).isEqualTo(before + 1);
    }

    @Test
    void members_and_headers_of_a_failure_reach_the_caller() throws Exception {
        assertThat(site.http.get(NOTES + "/fail/later").as("ann").send().header("Retry-After"))
                .isEqualTo("7");
        assertThat(site.http.get(NOTES + "/fail/gone").as("ann").send().header("Retry-After"))
                .isNotNull();
        JsonNode coded = site.http.get(NOTES + "/fail/coded").as("ann").send().json();
        assertThat(coded.path("tenants").toString()).isEqualTo("[1]");
        assertThat(coded.path("detail").asText()).startsWith("taken: ");
        assertThat(site.http
                        .get(NOTES + "/fail/runtime")
                        .as("ann")
                        .send()
                        .json()
                        .path("plugin")
                        .asText())
                .isEqualTo("notes");
    }

    @ParameterizedTest(name = "{0} {1}: {2} {3}")
    @CsvSource({
        "GET,     /nowhere,          404 not-found, ann",
        "GET,     /by-id/nonsense,   404 not-found, ann",
        "PUT,     /by-id/nonsense,   405 method-not-allowed, ann",
        "PUT,     /welcome,          405 method-not-allowed, -",
        "PUT,     /by-id/nonsense,   401 unauthenticated, -",
        "OPTIONS, /welcome,          401 unauthenticated, -",
        "OPTIONS, /by-id/x,          200, ann",
        "FOO,     /by-id/x,          405 method-not-allowed, ann",
        "HEAD,    /welcome,          200, -",
        "GET,     /plain,            404 not-found, ann",
        "GET,     /unwritable,       500 plugin-error, ann",
        "GET,     /list?page=x,      400 validation-failed, ann",
        "GET,     /list?page=0&colour=BLUE, 400 validation-failed, ann",
        "GET,     /list?count=many,  400 validation-failed, ann",
        "GET,     /list?limit=2,     400 validation-failed, ann",
        "GET,     /list?limit=x,     400 validation-failed, ann",
        "GET,     /list?limit=5&colour=RED, 200, ann",
        "GET,     /welcome?_method=DELETE&_wadl&_type=xml, 200, -"
    })
    void jax_rs_refuses_in_problems(String method, String path, String code, String user) throws Exception {
        var call = site.http.call(method, NOTES + path);
        Answer answer = (user.equals("-") ? call : call.as(user)).send();
        assertThat(answer.code()).as(answer.text()).isEqualTo(code);
        if (answer.status() == 405) {
            assertThat(answer.header("Allow")).contains("GET");
        }
    }

    @Test
    void media_types_are_held_to() throws Exception {
        Answer xml = site.http
                .call("POST", NOTES)
                .header("Content-Type", "text/xml")
                .body(BodyPublishers.ofString("<a/>"))
                .as("ann")
                .send();
        assertThat(xml.code()).isEqualTo("415 unsupported-media-type");
        assertThat(site.http
                        .get(NOTES + "/welcome")
                        .header("Accept", "text/html")
                        .send()
                        .code())
                .isEqualTo("406 not-acceptable");
        Answer zipped = site.http
                .post(NOTES, "{}")
                .header("Content-Encoding", "gzip")
                .as("ann")
                .send();
        assertThat(zipped.code()).isEqualTo("415 unsupported-media-type");
        assertThat(site.http
                        .post(NOTES, "{}")
                        .header("OnewayRequest", "true")
                        .as("ann")
                        .send()
                        .code())
                .isEqualTo("400 validation-failed");
    }

    @Test
    void a_body_is_never_larger_than_allowed_announced_or_not() throws Exception {
        byte[] large = new byte[5000];
        var announced = site.http.call("POST", NOTES + "/upload").body(BodyPublishers.ofByteArray(large));
        assertThat(announced.as("ann").send().code()).isEqualTo("413 payload-too-large");
        var streamed = site.http
                .call("POST", NOTES + "/upload")
                .body(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large)));
        assertThat(streamed.as("ann").send().code()).isEqualTo("413 payload-too-large");
        String json = "{\"title\":\"" + "a".repeat(5000) + "\"}";
        var text = site.http
                .call("POST", NOTES)
                .header("Content-Type", "application/json")
                .body(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(json.getBytes())));
        assertThat(text.as("ann").send().code()).isEqualTo("413 payload-too-large");
    }

    @Test
    void every_answer_has_its_trace_and_its_security_headers() throws Exception {
        String parent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
        Answer traced =
                site.http.get(NOTES + "/welcome").header("traceparent", parent).send();
        assertThat(traced.header("X-Trace-Id")).isEqualTo("0af7651916cd43dd8448eb211c80319c");
        for (String path : List.of(NOTES + "/welcome", NOTES + "/nowhere", "/api/x", "/nowhere", "/health/live")) {
            Answer answer = site.http.get(path).send();
            assertThat(answer.header("X-Trace-Id")).as(path).isNotNull();
            assertThat(answer.header("X-Content-Type-Options")).as(path).isEqualTo("nosniff");
            assertThat(answer.header("Content-Security-Policy")).as(path).contains("frame-ancestors 'none'");
            assertThat(answer.header("Server")).as(path).isNull();
        }
    }

    @Test
    void only_configured_origins_may_call_from_their_pages() throws Exception {
        Answer friend = site.http
                .get(NOTES + "/welcome")
                .header("Origin", "https://friend.example")
                .send();
        assertThat(friend.header("Access-Control-Allow-Origin")).isEqualTo("https://friend.example");
        Answer stranger = site.http
                .get(NOTES + "/welcome")
                .header("Origin", "https://evil.example")
                .send();
        assertThat(stranger.header("Access-Control-Allow-Origin")).isNull();
        Answer question = site.http
                .call("OPTIONS", NOTES)
                .header("Origin", "https://friend.example")
                .header("Access-Control-Request-Method", "POST")
                .send();
        assertThat(question.status()).isEqualTo(204);
        assertThat(question.header("Access-Control-Allow-Methods")).contains("POST");
    }
}
