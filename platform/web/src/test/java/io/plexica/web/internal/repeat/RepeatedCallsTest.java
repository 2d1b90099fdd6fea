package io.plexica.web.internal.repeat;

import static org.assertj.core.api.Assertions.assertThat;

import io.plexica.itests.rooms.FaultyDatabase;
import io.plexica.itests.rooms.RoomDatabase;
import io.plexica.spi.context.Contexts;
import io.plexica.spi.context.ExecutionContext;
import io.plexica.spi.plugins.PluginRef;
import io.plexica.spi.tenancy.Tenant;
import io.plexica.spi.tenancy.TenantStatus;
import io.plexica.web.internal.support.Http.Answer;
import io.plexica.web.internal.support.Http.Call;
import io.plexica.web.internal.support.Site;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class RepeatedCallsTest {

    private static RoomDatabase data;
    private static FaultyDatabase database;
    private static Site site;
    private static MadeResource made;

    @BeforeAll
    static void open() throws Exception {
        data = RoomDatabase.with(new WebMigrations());
        data.admin("CREATE TABLE core.made (name text); GRANT ALL ON core.made TO PUBLIC");
        database = data.database();
        site = new Site();
        site.rooms.use(database);
        made = new MadeResource(database);
        Tenant acme = site.rooms.tenant("acme", TenantStatus.ACTIVE);
        site.rooms.user(acme, "ann", "member");
        site.rooms.user(acme, "bob", "member");
        site.rooms.user(null, "root", "operator");
        site.platform(made);
        PluginRef plugin = new PluginRef("shop", "1.0.0");
        site.plugin(plugin, made);
        site.rooms.install("acme", plugin, true);
    }

    @AfterAll
    static void close() throws Exception {
        site.close();
        data.close();
    }

    @BeforeEach
    void nothing_was_made() {
        data.admin("DELETE FROM core.made; DELETE FROM core.kept_answers");
        made.runs.set(0);
        made.entered = new CountDownLatch(1);
        made.leave = new CountDownLatch(0);
    }

    @Test
    void a_call_made_twice_is_done_once_and_answered_twice() throws Exception {
        Answer first = post("", "a").header("Idempotency-Key", "k1").send();
        Answer second = post("", "a").header("Idempotency-Key", "k1").send();
        assertThat(first.status()).isEqualTo(201);
        assertThat(first.header("Idempotency-Replayed")).isNull();
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(second.text()).isEqualTo(first.text());
        for (String header : List.of("Location", "ETag", "Content-Type")) {
            assertThat(second.header(header)).as(header).isNotNull().isEqualTo(first.header(header));
        }
        assertThat(rows()).isEqualTo("1");
        Answer byAddress = site.http
                .post("/t/acme/api/v1/made", "{\"name\":\"a\"}")
                .as("ann")
                .header("Idempotency-Key", "k1")
                .send();
        assertThat(byAddress.text()).isEqualTo(first.text());
    }

    @Test
    void a_key_counts_for_one_caller_route_and_place() throws Exception {
        post("", "a").header("Idempotency-Key", "k").send();
        post("", "a").header("Idempotency-Key", "k2").send();
        site.http
                .post("/api/v1/made", "{\"name\":\"a\"}")
                .as("bob")
                .header("Idempotency-Key", "k")
                .send();
        site.http
                .post("/api/plugins/shop/made", "{\"name\":\"a\"}")
                .as("ann")
                .header("Idempotency-Key", "k")
                .send();
        assertThat(rows()).isEqualTo("4");
        post("", "a").send();
        post("", "a").send();
        assertThat(rows()).isEqualTo("6");
    }

    @Test
    void an_answer_that_tells_of_a_tenant_goes_with_it_whoever_asked() throws Exception {
        for (String slug : List.of("globex", "acme")) {
            site.http
                    .post("/api/v1/made/tenant", "{\"name\":\"" + slug + "\"}")
                    .as("root")
                    .header("Idempotency-Key", "make-" + slug)
                    .send();
        }
        assertThat(data.query("SELECT tenant FROM core.kept_answers ORDER BY 1"))
                .containsExactly("acme", "globex");

        KeptAnswers.forget(database, "globex");

        assertThat(data.query("SELECT convert_from(body, 'UTF8') FROM core.kept_answers"))
                .singleElement()
                .asString()
                .contains("acme");
    }

    @Test
    void a_key_is_not_used_for_something_else() throws Exception {
        post("", "a").header("Idempotency-Key", "k").send();
        Answer other = post("", "b").header("Idempotency-Key", "k").send();
        assertThat(other.code()).isEqualTo("409 conflict");
        assertThat(other.text()).contains("idempotency-key-reused");
        assertThat(post("?x=1", "a").header("Idempotency-Key", "k").send().text())
                .contains("idempotency-key-reused");
        assertThat(rows()).isEqualTo("1");
    }

    @Test
    void what_failed_may_be_tried_again_and_leaves_nothing() throws Exception {
        assertThat(post("", "bad").header("Idempotency-Key", "k").send().code()).isEqualTo("409 conflict");
        assertThat(post("", "broken").header("Idempotency-Key", "k").send().code())
                .isEqualTo("500 internal-error");
        assertThat(rows()).isEqualTo("0");
        assertThat(post("", "good").header("Idempotency-Key", "k").send().status())
                .isEqualTo(201);
        assertThat(rows()).isEqualTo("1");
    }

    @Test
    void of_two_at_once_one_is_done_and_the_other_told_to_wait() throws Exception {
        made.leave = new CountDownLatch(1);
        CompletableFuture<Answer> first =
                post("", "a").header("Idempotency-Key", "k").sendAsync();
        assertThat(made.entered.await(10, TimeUnit.SECONDS)).isTrue();
        Answer second = post("", "a").header("Idempotency-Key", "k").send();
        assertThat(second.code()).isEqualTo("409 conflict");
        assertThat(second.text()).contains("idempotency-in-progress");
        assertThat(second.header("Retry-After")).isEqualTo("1");
        made.leave.countDown();
        assertThat(first.get(10, TimeUnit.SECONDS).status()).isEqualTo(201);
        assertThat(post("", "a").header("Idempotency-Key", "k").send().header("Idempotency-Replayed"))
                .isEqualTo("true");
        assertThat(rows()).isEqualTo("1");
    }

    @Test
    void many_at_once_make_one() throws Exception {
        for (int round = 0; round < 5; round++) {
            List<CompletableFuture<Answer>> answers = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                answers.add(
                        post("", "a").header("Idempotency-Key", "round" + round).sendAsync());
            }
            for (CompletableFuture<Answer> answer : answers) {
                assertThat(answer.get(20, TimeUnit.SECONDS).status()).isIn(201, 409);
            }
            assertThat(rows()).isEqualTo(Integer.toString(round + 1));
        }
    }

    @Test
    void answers_with_secrets_are_not_kept() throws Exception {
        assertThat(post("/secret", "a").header("Idempotency-Key", "k").send().text())
                .contains("s3cret");
        Answer again = post("/secret", "a").header("Idempotency-Key", "k").send();
        assertThat(again.code()).isEqualTo("409 conflict");
        assertThat(again.text()).contains("idempotency-key-used").doesNotContain("s3cret");
        assertThat(again.json().path("location").asText()).endsWith("made/secret");
        assertThat(made.runs).hasValue(1);
        assertThat(data.query("SELECT coalesce(encode(body, 'escape'), '-') FROM core.kept_answers"))
                .containsExactly("-");
    }

    @Test
    void every_form_of_answer_is_given_again() throws Exception {
        for (String path : List.of("/plain", "/silent")) {
            Answer first = post(path, "a").header("Idempotency-Key", "k").send();
            Answer second = post(path, "a").header("Idempotency-Key", "k").send();
            assertThat(second.header("Idempotency-Replayed")).as(path).isEqualTo("true");
            assertThat(second.status()).as(path).isEqualTo(first.status());
            assertThat(second.text()).as(path).isEqualTo(first.text());
        }
        assertThat(made.runs).hasValue(2);
    }

    @Test
    void streams_and_strangers_have_no_keys() throws Exception {
        for (int i = 0; i < 2; i++) {
            site.http
                    .call("POST", "/api/v1/made/stream")
                    .as("ann")
                    .body(BodyPublishers.ofString("x"))
                    .header("Idempotency-Key", "k")
                    .send();
            site.http
                    .call("POST", "/api/v1/made/public")
                    .header("Idempotency-Key", "k")
                    .send();
        }
        assertThat(made.runs).hasValue(4);
    }

    @Test
    void keys_are_read_strictly() throws Exception {
        assertThat(post("", "a").header("Idempotency-Key", "").send().code()).isEqualTo("400 validation-failed");
        assertThat(post("", "a")
                        .header("Idempotency-Key", "k".repeat(256))
                        .send()
                        .code())
                .isEqualTo("400 validation-failed");
        assertThat(post("", "a")
                        .header("Idempotency-Key", "k")
                        .header("Idempotency-Key", "k")
                        .send()
                        .code())
                .isEqualTo("400 validation-failed");
        String foreign = "POST /api/v1/made/silent HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ann\r\n"
                + "Idempotency-Key: caff\u00e8\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
        assertThat(site.http.raw(foreign)).startsWith("HTTP/1.1 400");
        assertThat(made.runs).hasValue(0);
        assertThat(rows()).isEqualTo("0");
    }

    @Test
    void without_the_database_nothing_is_done() throws Exception {
        database.setDown(true);
        try {
            assertThat(post("/plain", "a").header("Idempotency-Key", "k").send().code())
                    .isEqualTo("503 unavailable");
        } finally {
            database.setDown(false);
        }
        assertThat(made.runs).hasValue(0);
    }

    @Test
    void answers_are_kept_for_a_day_and_go_with_their_tenant() throws Exception {
        post("/plain", "a").header("Idempotency-Key", "old").send();
        post("/plain", "a").header("Idempotency-Key", "new").send();
        data.admin("UPDATE core.kept_answers SET created_at = now() - interval '25 hours'");
        assertThat(post("/plain", "b").header("Idempotency-Key", "new").send().status())
                .isEqualTo(200);
        try (Contexts.Scope scope = Contexts.open(ExecutionContext.platform("trace"))) {
            assertThat(KeptAnswers.purge(database)).isEqualTo(1);
            assertThat(KeptAnswers.forget(database, "globex")).isZero();
            assertThat(KeptAnswers.forget(database, "acme")).isEqualTo(1);
        }
    }

    private static Call post(String path, String name) {
        return site.http
                .post("/api/v1/made" + path, "{\"name\":\"" + name + "\"}")
                .as("ann");
    }

    private static String rows() {
        return data.query("SELECT count(*) FROM core.made").get(0);
    }
}
