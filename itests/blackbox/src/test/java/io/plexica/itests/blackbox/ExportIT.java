package io.plexica.itests.blackbox;

import static io.plexica.itests.blackbox.Published.soon;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.plexica.itests.support.Answer;
import io.plexica.itests.support.Credentials.Login;
import io.plexica.itests.support.Http;
import io.plexica.itests.support.Platform;
import io.plexica.itests.support.TestTenant;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@BlackBox
class ExportIT {

    private static final String IMPORT = "/api/v1/tenants/import";
    private static final Pattern INVITATION = Pattern.compile("/invitations/([A-Za-z0-9_-]+)");

    private final Platform platform;

    ExportIT(Platform platform) {
        this.platform = platform;
    }

    @Test
    void a_tenant_goes_into_one_file_and_comes_back_from_it_under_another_slug() {
        Inhabited place = Inhabited.create(platform);
        String slug = place.tenant().slug();
        Http admin = place.admin();
        admin.put(place.tenant().plugin("crm") + "/configuration", Map.of("values", Map.of("currency", "CHF")));
        List<String> before = sights(admin, slug);
        byte[] file = platform.boss().download("/api/v1/tenants/" + slug + "/export");
        assertThat(new String(file, 0, 2, StandardCharsets.US_ASCII)).isEqualTo("PK");
        admin.get("/api/v1/tenants/" + slug + "/export").refused(403, "permission-denied");
        upload(file, "?slug=" + slug + "-copy").refused(409, "conflict");
        assertThat(upload(file, "?dryRun=true").expect(200).at("/problems/0/pointer"))
                .isEqualTo("/slug");

        platform.boss().delete("/api/v1/tenants/" + slug + "?mode=hard").expect(204);
        String other = TestTenant.freshSlug();
        Answer preview = upload(file, "?dryRun=true&slug=" + other).expect(200);
        assertThat(preview.json().path("problems")).isEmpty();
        assertThat(preview.at("/exportedFrom")).isEqualTo(slug);
        Answer made = upload(file, "?slug=" + other).expect(201);

        assertThat(made.at("/exportedFrom")).isEqualTo(slug);
        assertThat(made.header("Location")).isEqualTo("/api/v1/tenants/" + other);
        platform.boss().get(made.header("Location")).expect(200);
        Login back = new Login(other, place.tenant().admin().username(), "Quite-Another-1");
        String link = "/t/" + other + "/api/v1/invitations/" + invitationOf(back);
        platform.http()
                .post(link + "/accept", Map.of("password", back.password()))
                .expect(200);
        Http again = platform.as(back);
        soon().untilAsserted(() -> assertThat(sights(again, other)).isEqualTo(before));
        again.post("/api/plugins/crm/contacts", Map.of("name", "One more")).expect(201);
        platform.boss().delete("/api/v1/tenants/" + other + "?mode=hard").expect(204);
    }

    @Test
    void a_file_that_is_not_whole_leaves_nothing_behind() {
        TestTenant tenant = TestTenant.create(platform);
        byte[] file = platform.boss().download("/api/v1/tenants/" + tenant.slug() + "/export");
        String slug = TestTenant.freshSlug();
        upload(Arrays.copyOf(file, file.length / 2), "?slug=" + slug).refused(400, "validation-failed");
        upload("no file at all".getBytes(StandardCharsets.UTF_8), "?slug=" + slug)
                .refused(400, "validation-failed");
        platform.boss().get("/api/v1/tenants/" + slug).refused(404, "not-found");
    }

    @Test
    void a_tenant_comes_back_from_a_backup() {
        TestTenant tenant = TestTenant.create(platform);
        Published.install(platform, tenant, "crm");
        String contact = tenant.client(platform)
                .post("/api/plugins/crm/contacts", Map.of("name", "Kept"))
                .expect(201)
                .at("/id");
        assertThat(platform.shell().run("backup:create " + tenant.slug(), "backup:verify latest", "backup:list"))
                .contains("with 1 tenants", "is whole")
                .doesNotContain("Error executing");
        platform.boss()
                .delete("/api/v1/tenants/" + tenant.slug() + "?mode=hard")
                .expect(204);
        String other = TestTenant.freshSlug();

        assertThat(platform.shell().run("backup:restore --slug " + other + " latest " + tenant.slug()))
                .contains("Tenant " + other + " is ACTIVE");

        Login back = new Login(other, tenant.admin().username(), "From-A-Backup-1");
        String link = "/t/" + other + "/api/v1/invitations/" + invitationOf(back);
        platform.http()
                .post(link + "/accept", Map.of("password", back.password()))
                .expect(200);
        Http again = platform.as(back);
        soon().untilAsserted(() -> assertThat(
                        again.get("/api/plugins/crm/contacts/" + contact).status())
                .isEqualTo(200));
        platform.boss().delete("/api/v1/tenants/" + other + "?mode=hard").expect(204);
    }

    @Test
    void the_doctor_looks_at_everything_and_says_what_to_do() {
        Answer diagnosis = platform.boss().get("/api/v1/doctor").expect(200);
        assertThat(diagnosis.json().path("findings").findValuesAsText("area"))
                .contains("backups", "database", "events", "health", "keycloak", "operations", "plugins", "process");
        assertThat(diagnosis.json().path("findings").findValuesAsText("subject"))
                .as("each examination has ended well")
                .doesNotContain("examination");
        for (JsonNode finding : diagnosis.json().path("findings")) {
            assertThat(finding.path("level").asText().equals("OK")
                            || !finding.path("advice").asText().isEmpty())
                    .as("%s", finding)
                    .isTrue();
        }
    }

    /** What somebody sees of a tenant, with all ids. */
    private static List<String> sights(Http admin, String slug) {
        return List.of(
                items(admin, "/api/plugins/crm/contacts"),
                items(admin, "/api/plugins/crm/deals"),
                items(admin, "/api/v1/roles"),
                items(admin, "/api/v1/policies"),
                items(admin, "/api/v1/workspaces"),
                items(admin, "/api/v1/teams"),
                ids(admin, "/api/v1/users"),
                admin.get("/api/v1/tenants/" + slug + "/plugins/crm/configuration")
                        .expect(200)
                        .json()
                        .path("values")
                        .toString());
    }

    private static String items(Http admin, String path) {
        return admin.get(path).expect(200).json().path("items").toString();
    }

    private static String ids(Http admin, String path) {
        return admin.get(path).expect(200).json().path("items").findValuesAsText("id").stream()
                .sorted()
                .toList()
                .toString();
    }

    private Answer upload(byte[] file, String query) {
        return platform.boss().send("POST", IMPORT + query, "application/zip", BodyPublishers.ofByteArray(file));
    }

    private String invitationOf(Login invited) {
        Http boss = platform.boss().with("X-Tenant-Slug", invited.tenant());
        soon().until(() -> find(boss, invited) != null);
        return String.valueOf(find(boss, invited));
    }

    private static @Nullable String find(Http boss, Login invited) {
        for (JsonNode message :
                boss.get("/api/v1/notifications").expect(200).json().path("items")) {
            Matcher link = INVITATION.matcher(message.toString());
            if (message.toString().contains(invited.username()) && link.find()) {
                return link.group(1);
            }
        }
        return null;
    }
}
