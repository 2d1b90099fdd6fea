package io.plexica.itests.blackbox;

import static io.plexica.itests.blackbox.Published.soon;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.plexica.itests.support.Http;
import io.plexica.itests.support.Json;
import io.plexica.itests.support.Platform;
import io.plexica.itests.support.TestTenant;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@BlackBox
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MetricsIT {

    private static final Set<String> PROMISED = Set.of(
            "http_requests_total",
            "http_request_duration_seconds",
            "db_query_duration_seconds",
            "events_published_total",
            "events_consumed_total",
            "active_tenants",
            "active_plugins",
            "events_outbox_lag_seconds",
            "events_dead_letters",
            "jobs_runs_total",
            "jobs_lag_seconds",
            "search_queries_total",
            "plugin_hung_threads",
            "db_pool_connections",
            "cache_hits_total",
            "cache_misses_total",
            "cache_entries",
            "cache_bytes",
            "plugin_breakers_open",
            "identity_breaker_open",
            "rate_limit_refusals_total",
            "storage_operations_total",
            "plugin_calls_total",
            "plugin_calls_queued",
            "jvm_memory_used_bytes");

    /** Words of Prometheus' language that stand where a metric could. */
    private static final Pattern METRIC = Pattern.compile(
            "\\b(?!sum\\b|max\\b|by\\b|on\\b|rate\\b|or\\b|and\\b|topk\\b|histogram_quantile\\b)[a-z][a-z0-9_]*\\b");

    /** What is no metric: texts, labels to match and to group by, and times. */
    private static final Pattern NO_METRICS = Pattern.compile("\"[^\"]*\"|\\{[^}]*}|\\[[^]]*]|\\b(by|on) *\\([^)]*\\)");

    private final Platform platform;
    private final TestTenant tenant;
    private final String id = Published.freshId();
    private Http scraper;

    MetricsIT(Platform platform) {
        this.platform = platform;
        this.tenant = TestTenant.create(platform);
    }

    @BeforeAll
    void makeAKeyForScraping() {
        Published.probe(platform, tenant, id);
        String key = platform.boss()
                .post("/api/v1/api-keys", Map.of("name", "scraper", "permissions", List.of("core:health:read")))
                .expect(201)
                .at("/key");
        scraper = platform.http().as(key);
    }

    @Test
    void figures_are_told_to_operators_and_to_the_key_alone() {
        assertThat(Scrape.by(scraper).names()).containsAll(PROMISED);
        assertThat(Scrape.by(platform.boss()).names()).containsAll(PROMISED);
        assertThat(scraper.get("/metrics").header("Content-Type")).startsWith("text/plain; version=0.0.4");

        platform.http().get("/metrics").refused(401, "unauthenticated");
        tenant.client(platform).get("/metrics").refused(403, "permission-denied");
        String weak = tenant.client(platform)
                .post("/api/v1/api-keys", Map.of("name", "weak", "permissions", List.of(id + ":*")))
                .expect(201)
                .at("/key");
        platform.http().as(weak).get("/metrics").refused(403, "permission-denied");
        scraper.post("/metrics", Map.of()).refused(405, "method-not-allowed");
    }

    @Test
    void a_call_counts_where_it_belongs() {
        String version = "method=\"GET\",route=\"/api/plugins/" + id + "/version\"";
        Scrape before = Scrape.by(scraper);
        for (int i = 0; i < 7; i++) {
            tenant.client(platform).get("/api/plugins/" + id + "/version").expect(200);
        }
        platform.http().get("/api/plugins/" + id + "/version").expect(401);
        String done = "plugin_calls_total{plugin=\"" + id + "\",version=\"1.0.0\",outcome=\"done\"}";

        // An answer is counted when it is complete, which may be a moment after it has arrived.
        soon().untilAsserted(() -> {
            Scrape after = Scrape.by(scraper);
            assertThat(risen(before, after, "http_requests_total{" + version + ",status=\"200\"}"))
                    .isEqualTo(7);
            assertThat(risen(before, after, "http_requests_total{" + version + ",status=\"401\"}"))
                    .isEqualTo(1);
            assertThat(risen(before, after, "http_request_duration_seconds_count{" + version + "}"))
                    .isEqualTo(8);
            assertThat(risen(before, after, done)).isEqualTo(7);
            assertThat(after.value("metric_sources_missing")).isZero();
        });
        Scrape after = Scrape.by(scraper);
        assertThat(after.value("active_plugins")).isPositive();
        assertThat(after.value("active_tenants")).isGreaterThanOrEqualTo(3);
        assertThat(after.value("db_query_duration_seconds_count{operation=\"select\"}"))
                .isPositive();
        assertThat(after.value("db_query_duration_seconds_count{operation=\"commit\"}"))
                .isPositive();
    }

    @Test
    void events_count_when_they_are_published() {
        String series = "events_published_total{event_type=\"core.workspace.created\"}";
        Scrape before = Scrape.by(scraper);

        tenant.client(platform)
                .post("/api/v1/workspaces", Map.of("name", "Second", "slug", "second"))
                .expect(201);

        soon().untilAsserted(() ->
                assertThat(risen(before, Scrape.by(scraper), series)).isPositive());
    }

    @Test
    void what_callers_make_up_makes_no_series() {
        Http admin = tenant.client(platform);
        admin.get("/api/v1/evil-0").expect(404);
        admin.get("/api/plugins/evil-0/x").expect(404);
        Scrape before = Scrape.by(scraper);

        for (int i = 0; i < 50; i++) {
            admin.get("/api/v1/evil-" + i).expect(404);
            admin.get("/api/plugins/evil-" + i + "/x").expect(404);
            platform.http().get("/t/evil-" + i + "/api/v1/users");
            admin.get("/api/plugins/" + id + "/evil-" + i).expect(404);
        }
        Scrape after = Scrape.by(scraper);

        assertThat(after.text()).doesNotContain("evil").doesNotContain(tenant.slug());
        assertThat(after.size()).isLessThan(before.size() + 50);
    }

    @Test
    void rules_dashboards_and_the_guide_speak_of_figures_that_there_are() throws IOException {
        Set<String> told = new TreeSet<>(Scrape.by(scraper).names());
        told.add("up");
        for (String name : Set.copyOf(told)) {
            if (name.endsWith("_duration_seconds")) {
                told.addAll(List.of(name + "_bucket", name + "_sum", name + "_count"));
            }
        }
        List<String> rules = expressionsOfRules();
        List<String> panels = new ArrayList<>();
        JsonNode dashboard =
                Json.read(Files.readString(platform.sources().resolve("docker/grafana/dashboards/plexica.json")));
        dashboard.findValues("expr").forEach(expression -> panels.add(expression.asText()));

        assertThat(rules).hasSizeGreaterThan(10);
        assertThat(panels).hasSizeGreaterThan(20);
        assertThat(told).containsAll(metrics(rules)).containsAll(metrics(panels));
        String guide = Files.readString(platform.sources().resolve("docs/operating.md"));
        assertThat(Scrape.by(scraper).names())
                .allSatisfy(name -> assertThat(guide).contains("`" + name));
    }

    @Test
    void health_tells_of_each_part() {
        JsonNode checks = scraper.get("/health").expect(200).json().path("checks");

        assertThat(List.of("database", "cache", "events", "identity", "storage", "plugins"))
                .allSatisfy(part -> {
                    JsonNode check = checks.path(part);
                    assertThat(check.path("healthy").isBoolean()).as(part).isTrue();
                    assertThat(check.path("responseTime").isNumber()).as(part).isTrue();
                    assertThat(check.has("error")).as(part).isTrue();
                });
    }

    private List<String> expressionsOfRules() throws IOException {
        String rules = Files.readString(platform.sources().resolve("docker/prometheus/alerts.yml"));
        return Pattern.compile("expr: (?:>-\\s+)?(.+)")
                .matcher(rules)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private static Set<String> metrics(List<String> expressions) {
        return expressions.stream()
                .map(expression -> NO_METRICS.matcher(expression).replaceAll(" "))
                .flatMap(expression -> METRIC.matcher(expression).results().map(MatchResult::group))
                .collect(Collectors.toSet());
    }

    private static double risen(Scrape before, Scrape after, String series) {
        return after.value(series) - before.value(series);
    }
}
