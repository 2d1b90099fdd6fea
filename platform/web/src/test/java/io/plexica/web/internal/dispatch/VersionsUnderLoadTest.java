package io.plexica.web.internal.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.plexica.api.security.Authenticated;
import io.plexica.spi.plugins.PluginRef;
import io.plexica.spi.tenancy.TenantStatus;
import io.plexica.spi.web.PluginServers.PluginServer;
import io.plexica.web.internal.support.Http.Answer;
import io.plexica.web.internal.support.Site;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.container.AsyncResponse;
import javax.ws.rs.container.Suspended;
import org.junit.jupiter.api.Test;

class VersionsUnderLoadTest {

    private static final int MOVES = 40;

    @Path("version")
    @Produces("text/plain")
    @Authenticated
    public static class Version {

        private final String text;

        Version(String text) {
            this.text = text;
        }

        @GET
        public String text() {
            return text;
        }

        @GET
        @Path("later")
        public void later(@Suspended AsyncResponse response) {
            CompletableFuture.delayedExecutor(5, TimeUnit.MILLISECONDS).execute(() -> response.resume(text));
        }
    }

    @Test
    void each_tenant_is_served_by_its_version_and_no_call_fails_while_one_moves() throws Exception {
        try (Site site = new Site()) {
            site.rooms.user(site.rooms.tenant("acme", TenantStatus.ACTIVE), "ann", "member");
            site.rooms.user(site.rooms.tenant("globex", TenantStatus.ACTIVE), "gil", "member");
            PluginRef still = new PluginRef("v", "0.0.1");
            site.plugin(still, new Version("0.0.1"));
            site.rooms.install("globex", still, true);
            PluginServer serving = move(site, 1);

            Queue<String> failures = new ConcurrentLinkedQueue<>();
            AtomicBoolean stop = new AtomicBoolean();
            AtomicInteger calls = new AtomicInteger();
            ExecutorService callers = Executors.newFixedThreadPool(4);
            List<Future<?>> all = new ArrayList<>();
            for (String path : List.of("version", "version/later")) {
                all.add(callers.submit(() -> call(site, path, "ann", "1\\.\\d+\\.0", stop, failures, calls)));
                all.add(callers.submit(() -> call(site, path, "gil", "0\\.0\\.1", stop, failures, calls)));
            }
            for (int i = 2; i < MOVES; i++) {
                PluginServer next = move(site, i);
                assertThat(serving.drainAndClose(Duration.ofSeconds(20))).isTrue();
                serving = next;
            }
            stop.set(true);
            for (Future<?> caller : all) {
                caller.get(20, TimeUnit.SECONDS);
            }
            callers.shutdown();
            assertThat(failures).isEmpty();
            assertThat(calls.get()).isGreaterThan(MOVES);
        }
    }

    @Test
    void a_snapshot_is_replaced_in_place_without_a_failed_call() throws Exception {
        try (Site site = new Site()) {
            site.rooms.user(site.rooms.tenant("acme", TenantStatus.ACTIVE), "ann", "member");
            PluginRef snapshot = new PluginRef("v", "1.0.0-SNAPSHOT");
            PluginServer serving = site.plugin(snapshot, new Version("1.0.0"));
            site.rooms.install("acme", snapshot, true);
            AtomicBoolean stop = new AtomicBoolean();
            Queue<String> failures = new ConcurrentLinkedQueue<>();
            CompletableFuture<Void> caller = CompletableFuture.runAsync(
                    () -> call(site, "version", "ann", "1\\.\\d+\\.0", stop, failures, new AtomicInteger()));
            for (int i = 1; i < MOVES; i++) {
                PluginServer next = site.plugin(snapshot, new Version("1." + i + ".0"));
                assertThat(serving.drainAndClose(Duration.ofSeconds(20))).isTrue();
                serving = next;
            }
            stop.set(true);
            caller.get(20, TimeUnit.SECONDS);
            assertThat(failures).isEmpty();
        }
    }

    private static PluginServer move(Site site, int minor) {
        PluginRef version = new PluginRef("v", "1." + minor + ".0");
        PluginServer server = site.plugin(version, new Version(version.version()));
        site.rooms.install("acme", version, true);
        return server;
    }

    private static void call(
            Site site,
            String path,
            String user,
            String expected,
            AtomicBoolean stop,
            Queue<String> failures,
            AtomicInteger calls) {
        while (!stop.get()) {
            try {
                Answer answer = site.http.get("/api/plugins/v/" + path).as(user).send();
                if (answer.status() != 200 || !answer.text().matches(expected)) {
                    failures.add(answer.status() + " " + answer.text());
                }
            } catch (Exception e) {
                failures.add(e.toString());
            }
            calls.incrementAndGet();
        }
    }
}
