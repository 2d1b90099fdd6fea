package io.plexica.itests.blackbox;

import static io.plexica.itests.blackbox.Published.soon;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.plexica.itests.support.Answer;
import io.plexica.itests.support.Http;
import io.plexica.itests.support.Platform;
import io.plexica.itests.support.TestTenant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@BlackBox
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JobsIT {

    private static final String JOBS = "/api/v1/jobs";

    private final Platform platform;
    private final String id = Published.freshId();

    JobsIT(Platform platform) {
        this.platform = platform;
    }

    @BeforeAll
    void publish() {
        Published.upload(platform, Clockwork.version(id, "1.0.0"));
        Published.upload(platform, Clockwork.version(id, "1.1.0"));
    }

    @Test
    void a_job_runs_in_its_tenant_stops_goes_on_and_follows_the_tenants_version() {
        TestTenant tenant = inhabited("1.0.0");
        Http admin = tenant.client(platform);
        soon().untilAsserted(() -> assertThat(ticks(tenant)).contains("tick 1.0.0 "));

        admin.post(tenant.plugin(id) + "/disable").expect(200);
        soon().untilAsserted(() ->
                assertThat(job(tenant, "tick").path("status").asText()).isEqualTo("WAITING"));
        admin.post(tenant.plugin(id) + "/enable").expect(200);
        int before = ticks(tenant).size();
        soon().untilAsserted(() -> assertThat(ticks(tenant)).hasSizeGreaterThan(before));

        Published.upgrade(platform, tenant, id, "1.1.0").expect(200);
        soon().untilAsserted(() -> assertThat(ticks(tenant)).contains("tick 1.1.0 "));
        assertThat(ticks(tenant)).isSorted();

        platform.boss().post("/api/v1/tenants/" + tenant.slug() + "/suspend").expect(200);
        soon().until(() -> platform.database()
                        .update("UPDATE core.jobs_due d SET task_data = NULL FROM core.jobs j WHERE j.id = d.job_id"
                                + " AND j.tenant_slug = '" + tenant.slug() + "'")
                == 0);
        platform.boss()
                .delete("/api/v1/tenants/" + tenant.slug() + "?mode=hard")
                .expect(204);
        for (String table : List.of("core.jobs", "core.jobs_runs")) {
            assertThat(platform.database()
                            .update("DELETE FROM " + table + " WHERE tenant_slug = '" + tenant.slug() + "'"))
                    .as(table)
                    .isZero();
        }
    }

    @Test
    void admins_see_steer_and_run_jobs_and_nobody_else_does() {
        TestTenant tenant = inhabited("1.0.0");
        Http admin = tenant.client(platform);
        JsonNode broken = job(tenant, "broken");
        assertThat(broken.path("schedule").asText()).isEqualTo("0 3 * * *");
        assertThat(broken.path("timeZone").asText()).isEqualTo("UTC");
        String path = JOBS + "/" + broken.path("id").asText();

        Answer paused = admin.post(path + "/pause").expect(200);
        assertThat(paused.at("/status")).isEqualTo("PAUSED");
        admin.with("If-Match", "\"77\"").post(path + "/resume").refused(412, "precondition-failed");
        admin.with("If-Match", paused.header("ETag")).post(path + "/resume").expect(200);
        admin.post(path + "/run").expect(200);
        soon().untilAsserted(() -> assertThat(
                        admin.get(path + "/history").expect(200).at("/items/0/status"))
                .isEqualTo("FAILED"));
        JsonNode run = admin.get(path + "/history").json().at("/items/0");
        assertThat(run.path("error").asText()).contains("the spring is broken");
        assertThat(run.path("trigger").asText()).isEqualTo("HAND");
        assertThat(run.path("version").asText()).isEqualTo("1.0.0");
        assertThat(ticks(tenant)).doesNotContain("broken 1.0.0 ");
        assertThat(admin.get("/api/v1/audit-log?action=core.job.*").expect(200).text())
                .contains("core.job.paused", "core.job.resumed", "core.job.run");

        TestTenant other = TestTenant.create(platform);
        other.client(platform).get(path).refused(404, "not-found");
        other.client(platform).post(path + "/run").refused(404, "not-found");
        admin.get(JOBS + "/nothing").refused(404, "not-found");
        admin.get(JOBS + "?status=ASLEEP").refused(400, "validation-failed");
        admin.get(JOBS + "?sort=nonsense").refused(400, "validation-failed");
        platform.as("acme", "member").get(JOBS).refused(403, "permission-denied");
        platform.http().get(JOBS).refused(401, "unauthenticated");
    }

    @Test
    void the_platforms_own_jobs_are_the_operators() {
        Http boss = platform.boss();
        JsonNode grace = boss.get(JOBS + "?plugin=core&q=tenancy.grace")
                .expect(200)
                .json()
                .at("/items/0");
        assertThat(grace.path("tenant").isNull()).isTrue();
        assertThat(grace.path("schedule").asText()).isEqualTo("PT1M");
        List<String> names = new ArrayList<>();
        boss.get(JOBS + "?plugin=core&size=200")
                .expect(200)
                .json()
                .path("items")
                .forEach(job -> names.add(job.path("name").asText()));
        assertThat(names)
                .contains(
                        "audit.retention",
                        "events.retention",
                        "identity.revocations",
                        "jobs.retention",
                        "notifications.retention",
                        "operations.retention",
                        "plugins.shared-data",
                        "plugins.usage",
                        "search.sweep",
                        "tenancy.grace",
                        "web.answers");
        String path = JOBS + "/" + grace.path("id").asText();
        TestTenant tenant = TestTenant.create(platform);
        Http admin = tenant.client(platform);
        assertThat(admin.get(JOBS + "?plugin=core").expect(200).at("/total")).isEqualTo("0");
        admin.get(path).refused(404, "not-found");
        admin.post(path + "/pause").refused(404, "not-found");
        admin.get(JOBS + "?tenant=acme").refused(400, "validation-failed");

        assertThat(platform.shell().run("job:run operations.retention", "job:run operations.nonsense"))
                .contains(
                        "The job operations.retention of the platform is due now",
                        "There is no job operations.nonsense of the platform");
        soon().untilAsserted(() -> assertThat(platform.shell()
                        .json("job:history --status SUCCEEDED operations.retention")
                        .at("/items/0/trigger")
                        .asText())
                .isEqualTo("HAND"));
    }

    @Test
    void analytics_adds_up_what_happened_in_the_crm_when_the_day_is_over() {
        TestTenant tenant = TestTenant.create(platform);
        Published.install(platform, tenant, "crm");
        Published.install(platform, tenant, "analytics");
        Http admin = tenant.client(platform);
        admin.post("/api/plugins/crm/contacts", Map.of("name", "Ann")).expect(201);
        String happenings = "tenant_" + tenant.slug().replace('-', '_') + "__analytics.happenings";
        soon().until(() -> platform.database().update("UPDATE " + happenings + " SET day = '2026-03-01'") == 1);
        assertThat(admin.get("/api/plugins/analytics/days").expect(200).at("/total"))
                .isEqualTo("0");

        String ofAnalytics = JOBS + "?plugin=analytics";
        soon().until(() -> admin.get(ofAnalytics).expect(200).at("/total").equals("1"));
        String night = admin.get(ofAnalytics).at("/items/0/id");
        admin.post(JOBS + "/" + night + "/run").expect(200);

        soon().untilAsserted(() -> assertThat(admin.get("/api/plugins/analytics/days?from=2026-03-01&to=2026-03-01")
                        .expect(200)
                        .at("/items/0/count"))
                .isEqualTo("1"));
        admin.get("/api/plugins/analytics/days?from=today").refused(400, "validation-failed");
    }

    @Test
    void a_plugin_asks_for_runs_that_commit_with_its_work() {
        TestTenant tenant = inhabited("1.0.0");
        Http admin = tenant.client(platform);
        admin.post("/api/plugins/" + id + "/ask/1?break=true").refused(500, "plugin-error");
        admin.post("/api/plugins/" + id + "/ask/2").expect(200);

        soon().untilAsserted(() -> assertThat(ticks(tenant)).contains("asked 1.0.0 2"));
        assertThat(ticks(tenant)).doesNotContain("asked 1.0.0 1");
    }

    @Test
    void the_shell_does_the_same() {
        TestTenant tenant = inhabited("1.0.0");
        job(tenant, "tick");
        String which = tenant.slug() + " " + id + " tick";
        assertThat(platform.shell()
                        .run(
                                "job:pause " + which,
                                "job:list --tenant " + tenant.slug() + " --status PAUSED",
                                "job:run " + which,
                                "job:resume " + which,
                                "job:list --tenant " + tenant.slug() + " --status WAITING",
                                "job:run " + tenant.slug() + " " + id + " tock"))
                .contains(
                        "waits until it is resumed", "PT1S", "is due now", "There are no jobs", "There is no job tock")
                .containsAnyOf("is SCHEDULED for", "is RUNNING");
        soon().untilAsserted(() -> assertThat(ticks(tenant)).isNotEmpty());
        assertThat(platform.shell()
                        .json("job:history " + which)
                        .at("/items/0/node")
                        .asText())
                .isNotEmpty();
    }

    @Test
    void times_that_never_come_and_jobs_that_are_not_listed_are_refused() {
        String text = platform.boss()
                .upload(Clockwork.impossible(Published.freshId()).build(Published.folder()))
                .refused(422, "plugin-invalid")
                .pointsAt("/jobs/0/schedule")
                .text();
        assertThat(text).contains("'61 3 * * *' is no time of a job", "does the job 'tock'");
    }

    private TestTenant inhabited(String version) {
        TestTenant tenant = TestTenant.create(platform);
        tenant.client(platform)
                .post(tenant.plugin(id) + "/install", Map.of("version", version))
                .expect(201);
        return tenant;
    }

    /** A job, once it is listed. */
    private JsonNode job(TestTenant tenant, String name) {
        Http admin = tenant.client(platform);
        soon().until(() ->
                admin.get(JOBS + "?q=" + name).expect(200).json().path("total").asInt() == 1);
        return admin.get(JOBS + "?plugin=" + id + "&q=" + name).json().at("/items/0");
    }

    private List<String> ticks(TestTenant tenant) {
        List<String> ticks = new ArrayList<>();
        tenant.client(platform)
                .get("/api/plugins/" + id + "/ticks")
                .expect(200)
                .json()
                .forEach(tick -> ticks.add(tick.asText()));
        return ticks;
    }
}
