package io.plexica.web.internal.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.plexica.spi.tenancy.TenantStatus;
import io.plexica.web.internal.support.NotesResources;
import io.plexica.web.internal.support.Site;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CallMetersTest {

    private Site site;

    @BeforeEach
    void open() throws Exception {
        site = new Site();
        site.rooms.user(null, "root", "operator");
        site.rooms.user(site.rooms.tenant("acme", TenantStatus.ACTIVE), "ann", "admin", "*");
    }

    @AfterEach
    void close() throws Exception {
        site.close();
    }

    @Test
    void figures_are_for_operators_and_for_machines_with_the_right() throws Exception {
        site.rooms.machine(null, "scraper", "core:health:read");
        site.rooms.machine(null, "other", "core:tenants:read");

        assertThat(site.http.get("/metrics").send().code()).isEqualTo("401 unauthenticated");
        assertThat(site.http.get("/metrics").as("ann").send().code()).isEqualTo("403 permission-denied");
        assertThat(site.http.get("/metrics").as("other").send().code()).isEqualTo("403 permission-denied");
        assertThat(site.http.post("/metrics", "{}").as("root").send().code()).isEqualTo("405 method-not-allowed");
        assertThat(site.http.get("/metrics").as("scraper").send().status()).isEqualTo(200);
    }

    @Test
    void calls_count_by_the_method_that_answers_and_never_by_their_paths() throws Exception {
        site.close();
        site = NotesResources.open();
        site.rooms.user(null, "root", "operator");
        site.http.post("/api/plugins/notes/notes/optional", "{}").as("ann").send();
        site.http.post("/api/plugins/notes/notes/optional", "{}").as("ann").send();
        site.http.post("/api/plugins/notes/notes/optional", "{}").send();
        for (String hostile :
                List.of("/api/plugins/notes/evil-1", "/api/plugins/evil-2/x", "/api/v1/evil-3", "/t/evil-4/api/x")) {
            site.http.get(hostile).as("ann").send();
        }

        String route = "method=\"POST\",route=\"/api/plugins/notes/notes/optional\"";
        // An answer is counted when it is complete, which may be a moment after it has arrived.
        Awaitility.await().untilAsserted(() -> {
            String told = site.http.get("/metrics").as("root").send().text();
            assertThat(told.lines())
                    .contains("http_requests_total{" + route + ",status=\"200\"} 2")
                    .contains("http_requests_total{" + route + ",status=\"401\"} 1")
                    .contains("http_request_duration_seconds_bucket{" + route + ",le=\"+Inf\"} 3")
                    .contains("http_request_duration_seconds_count{method=\"GET\",route=\"unmatched\"} 4")
                    .contains("plugin_calls_total{plugin=\"notes\",version=\"1.0.0\",outcome=\"done\"} 2");
            assertThat(told).doesNotContain("evil", "acme", "notes/plain");
        });
    }

    @Test
    void who_listens_hears_of_each_call_once_by_its_route() throws Exception {
        site.close();
        site = NotesResources.open();
        List<String> heard = new CopyOnWriteArrayList<>();
        site.rooms.callListeners.add((context, method, route, status) -> {
            if (context.tenant() != null) {
                heard.add(context.tenant().slug() + " " + method + " " + route + " " + status);
            }
        });

        site.http.post("/api/plugins/notes/notes/optional", "{}").as("ann").send();
        site.http.get("/api/plugins/notes/secret-7").as("ann").send();

        Awaitility.await()
                .untilAsserted(() -> assertThat(heard)
                        .containsExactly("acme POST /api/plugins/notes/notes/optional 200", "acme GET unmatched 404"));
    }

    @Test
    void more_routes_than_there_is_room_for_count_together() {
        CallMeters meters = new CallMeters();
        for (int i = 0; i < 5_000; i++) {
            meters.of("GET", "/api/plugins/p/" + i).answered(200, 1);
        }
        for (int i = 0; i < 600; i++) {
            meters.of("BREW" + i, "/api/plugins/p/0").answered(i, 1);
            meters.unmatched("BREW" + i).answered(404, 1);
        }
        Exposition told = new Exposition();
        meters.tell(told);

        assertThat(told.text().lines())
                .hasSizeLessThan(25_000)
                .contains("http_requests_total{method=\"GET\",route=\"other\",status=\"200\"} 3000")
                .contains("http_requests_total{method=\"other\",route=\"unmatched\",status=\"404\"} 600")
                .noneMatch(line -> line.contains("BREW"));
    }
}
