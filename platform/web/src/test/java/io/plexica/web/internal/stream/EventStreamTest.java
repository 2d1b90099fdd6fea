package io.plexica.web.internal.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.plexica.api.security.RequiresPermission;
import io.plexica.spi.context.Contexts;
import io.plexica.spi.tenancy.TenantStatus;
import io.plexica.spi.web.EventStream;
import io.plexica.spi.web.EventStream.Sink;
import io.plexica.web.internal.support.FakeGrants;
import io.plexica.web.internal.support.Http;
import io.plexica.web.internal.support.Site;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class EventStreamTest {

    private final News news = new News();
    private Site site;

    @Path("news")
    @Produces("text/event-stream")
    public static class News {

        final BlockingQueue<Sink> sinks = new LinkedBlockingQueue<>();
        final BlockingQueue<String> asked = new LinkedBlockingQueue<>();
        final BlockingQueue<String> closed = new LinkedBlockingQueue<>();

        @GET
        @RequiresPermission("core:news:read")
        public EventStream read(@HeaderParam("Last-Event-ID") @Nullable String last) {
            return sink -> {
                String user = Contexts.require().principal().email();
                sink.send("hello", "1", Map.of("user", user, "last", String.valueOf(last)));
                sinks.add(sink);
                return () -> closed.add(user);
            };
        }

        @GET
        @Path("answer")
        @RequiresPermission("core:news:read")
        public Response answer() {
            return Response.ok(read(null)).header("X-Kind", "news").build();
        }

        @GET
        @Path("doubtful")
        @RequiresPermission("core:news:read")
        public EventStream doubtful() {
            EventStream news = read(null);
            return new EventStream() {
                @Override
                public AutoCloseable open(Sink sink) {
                    return news.open(sink);
                }

                @Override
                public boolean mayGoOn() {
                    asked.add(Contexts.require().principal().email());
                    return asked.size() < 2;
                }
            };
        }

        @GET
        @Path("broken")
        @RequiresPermission("core:news:read")
        public EventStream broken() {
            return sink -> {
                throw new IllegalStateException("secret detail");
            };
        }

        Sink next() throws InterruptedException {
            return java.util.Objects.requireNonNull(sinks.poll(10, TimeUnit.SECONDS));
        }
    }

    @BeforeEach
    void open() throws Exception {
        site = new Site();
        var acme = site.rooms.tenant("acme", TenantStatus.ACTIVE);
        site.rooms.user(acme, "ann", "member", "core:news:read");
        site.rooms.user(acme, "bob", "member");
        site.platform(news);
    }

    @AfterEach
    void close() throws Exception {
        site.close();
    }

    @Test
    void events_reach_the_reader_as_they_come_until_the_stream_ends() throws Exception {
        try (Http.Stream stream = ann("/api/v1/news").header("Last-Event-ID", "41").stream()) {
            assertThat(stream.status()).isEqualTo(200);
            assertThat(stream.header("Content-Type")).isEqualTo("text/event-stream;charset=utf-8");
            assertThat(stream.header("Cache-Control")).isEqualTo("no-store");
            assertThat(stream.header("X-Trace-Id")).isNotNull();
            assertThat(stream.event()).contains("event: hello", "id: 1", "\"last\":\"41\"", "\"user\":\"ann\"");
            Sink sink = news.next();
            sink.send("progress", null, List.of(1, 2));
            assertThat(stream.event()).isEqualTo("event: progress\ndata: [1,2]");
            sink.send("done", "2", Map.of());
            sink.end();
            assertThat(stream.event()).contains("event: done");
            assertThat(stream.event()).isNull();
        }
        assertThat(news.closed.poll(10, TimeUnit.SECONDS)).isEqualTo("ann");
    }

    @Test
    void guards_and_failures_answer_as_everywhere() throws Exception {
        assertThat(site.http.get("/api/v1/news").send().code()).isEqualTo("401 unauthenticated");
        assertThat(site.http.get("/api/v1/news").as("bob").send().code()).isEqualTo("403 permission-denied");
        assertThat(ann("/api/v1/news/broken").send().code()).isEqualTo("500 internal-error");
        assertThat(ann("/api/v1/news")
                        .header("Accept", "application/json")
                        .send()
                        .code())
                .isEqualTo("406 not-acceptable");
        assertThat(site.http.call("HEAD", "/api/v1/news").as("ann").send().status())
                .isEqualTo(200);
        assertThat(news.sinks).isEmpty();
    }

    @Test
    void an_answer_with_headers_of_its_own_streams_too() throws Exception {
        try (Http.Stream stream = ann("/api/v1/news/answer").stream()) {
            assertThat(stream.header("X-Kind")).isEqualTo("news");
            assertThat(stream.event()).contains("event: hello");
        }
    }

    @Test
    void a_reader_who_goes_is_noticed() throws Exception {
        Sink sink;
        try (Http.Stream stream = ann("/api/v1/news").stream()) {
            assertThat(stream.event()).isNotNull();
            sink = news.next();
        }
        await().until(() -> {
            sink.send("more", null, "text");
            return !news.closed.isEmpty();
        });
    }

    @Test
    void a_reader_who_does_not_keep_up_is_let_go_and_holds_nobody_up() throws Exception {
        String megabyte = "x".repeat(100_000);
        try (Http.Stream stream = ann("/api/v1/news").stream()) {
            Sink sink = news.next();
            for (int i = 0; i < 1000 && news.closed.isEmpty(); i++) {
                sink.send("much", null, megabyte);
            }
            assertThat(news.closed.poll(10, TimeUnit.SECONDS)).isEqualTo("ann");
            assertThat(stream.status()).isEqualTo(200);
        }
    }

    @Test
    void whoever_may_no_longer_read_hears_nothing_more() throws Exception {
        try (Http.Stream stream = ann("/api/v1/news").stream()) {
            assertThat(stream.event()).isNotNull();
            site.rooms.rights.give(site.rooms.principal("ann").id(), new FakeGrants(Set.of(), Set.of()));
            assertThat(stream.event()).isNull();
        }
        assertThat(news.closed.poll(10, TimeUnit.SECONDS)).isEqualTo("ann");
        try (Http.Stream stream = ann("/api/v1/news").stream()) {
            assertThat(stream.status()).isEqualTo(403);
        }
    }

    @Test
    void a_stream_is_asked_again_and_again_whether_it_may_go_on() throws Exception {
        try (Http.Stream stream = ann("/api/v1/news/doubtful").stream()) {
            assertThat(stream.event()).contains("event: hello");
            assertThat(stream.event()).isNull();
        }
        assertThat(news.asked).containsOnly("ann").hasSizeGreaterThan(1);
        assertThat(news.closed.poll(10, TimeUnit.SECONDS)).isEqualTo("ann");
    }

    @Test
    void a_dead_token_ends_its_streams() throws Exception {
        try (Http.Stream stream = ann("/api/v1/news").stream()) {
            assertThat(stream.event()).isNotNull();
            site.rooms.revoke("ann");
            assertThat(stream.event()).isNull();
        }
    }

    @Test
    void an_exchange_of_the_server_ends_streams_at_once_and_does_not_wait_for_them() throws Exception {
        try (Http.Stream stream = ann("/api/v1/news").stream()) {
            assertThat(stream.event()).isNotNull();
            news.next().send("last", null, 1);
            long began = System.nanoTime();
            site.exchange(new News());
            assertThat(System.nanoTime() - began).isLessThan(TimeUnit.SECONDS.toNanos(5));
            assertThat(stream.event()).contains("event: last");
            assertThat(stream.event()).isNull();
        }
    }

    @Test
    void many_threads_may_send_at_once() throws Exception {
        int threads = 8;
        int each = 500;
        try (Http.Stream stream = ann("/api/v1/news").stream()) {
            assertThat(stream.event()).isNotNull();
            Sink sink = news.next();
            CountDownLatch go = new CountDownLatch(1);
            for (int thread = 0; thread < threads; thread++) {
                new Thread(() -> {
                            try {
                                go.await();
                                for (int i = 0; i < each; i++) {
                                    sink.send("n", null, i);
                                }
                            } catch (InterruptedException e) {
                                Thread.currentThread().interrupt();
                            }
                        })
                        .start();
            }
            go.countDown();
            for (int i = 0; i < threads * each; i++) {
                assertThat(stream.event()).startsWith("event: n\ndata: ");
            }
        }
    }

    @Test
    void nobody_reads_more_streams_than_he_could_look_at() throws Exception {
        List<Http.Stream> streams = new java.util.ArrayList<>();
        try {
            for (int i = 0; i < 32; i++) {
                streams.add(ann("/api/v1/news").stream());
                assertThat(streams.get(i).event()).isNotNull();
            }
            assertThat(ann("/api/v1/news").send().code()).isEqualTo("429 rate-limited");
            news.next().end();
            assertThat(news.closed.poll(10, TimeUnit.SECONDS)).isEqualTo("ann");
            streams.add(ann("/api/v1/news").stream());
            assertThat(streams.get(32).status()).isEqualTo(200);
        } finally {
            streams.forEach(Http.Stream::close);
        }
    }

    private Http.Call ann(String path) {
        return site.http.get(path).as("ann");
    }
}
