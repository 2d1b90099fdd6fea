package io.plexica.itests.blackbox;

import static io.plexica.itests.blackbox.Published.soon;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.plexica.itests.support.Answer;
import io.plexica.itests.support.Credentials.Login;
import io.plexica.itests.support.Http;
import io.plexica.itests.support.Platform;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A company lives in its tenant: people come, belong to workspaces and teams, get rights and lose them. */
@BlackBox
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CompanyIT {

    private static final Pattern INVITATION = Pattern.compile("/invitations/([A-Za-z0-9_-]+)");

    private final Platform platform;
    private Company company;

    CompanyIT(Platform platform) {
        this.platform = platform;
    }

    @BeforeAll
    void found() {
        company = Company.found(platform);
    }

    @AfterAll
    void close() throws SQLException {
        company.close();
    }

    @Test
    void an_invited_colleague_comes_in_by_the_link_that_the_admin_passes_on() {
        Login nora = company.login("nora", "Nora-Was-Invited-1");
        company.admin()
                .post("/api/v1/users/invite", Map.of("email", nora.username(), "roles", List.of("member")))
                .expect(201);
        platform.http().post("/api/v1/auth/login", nora.body()).expect(401);

        String token = invitationOf(nora);
        String base = "/t/" + company.tenant().slug() + "/api/v1/invitations/" + token;
        assertThat(platform.http().get(base).expect(200).at("/email")).isEqualTo(nora.username());
        platform.http()
                .post(base + "/accept", Map.of("password", nora.password(), "firstName", "Nora", "lastName", "New"));

        Answer me = platform.as(nora).get("/api/v1/auth/me").expect(200);
        assertThat(me.json().path("roles").toString()).isEqualTo("[\"member\"]");
        platform.http()
                .post(base + "/accept", Map.of("password", "Another-Password-1"))
                .refused(404, "not-found");
    }

    @Test
    void a_suspended_user_is_out_at_once_and_back_after_activation() {
        Login sam = company.person("sam", "member");
        Http client = platform.as(sam);
        client.get("/api/v1/users").expect(200);

        company.admin().post("/api/v1/users/" + company.id(sam) + "/suspend").expect(200);
        client.get("/api/v1/users").refused(401, "unauthenticated");
        platform.http().post("/api/v1/auth/login", sam.body()).refused(401, "unauthenticated");

        company.admin().post("/api/v1/users/" + company.id(sam) + "/activate").expect(200);
        client.get("/api/v1/users").refused(401, "unauthenticated");
        platform.http().post("/api/v1/auth/login", sam.body()).expect(200);
    }

    @Test
    void the_last_admin_stays() {
        Answer admins = company.admin()
                .get("/api/v1/users?q=" + company.tenant().admin().username());
        String admin = "/api/v1/users/" + admins.expect(200).at("/items/0/id");

        for (Answer answer : List.of(
                company.admin().delete(admin),
                company.admin().post(admin + "/suspend"),
                company.admin().put(admin + "/roles", Map.of("roles", List.of("member"))))) {
            assertThat(answer.refused(409, "conflict").at("/detail")).startsWith("last-admin");
        }
    }

    @Test
    void nobody_gives_what_they_do_not_have() {
        company.admin()
                .post(
                        "/api/v1/roles",
                        Map.of("name", "personnel", "permissions", List.of("core:roles:*", "core:users:*")))
                .expect(201);
        Http pat = platform.as(company.person("pat", "personnel"));

        Answer answer = pat.post("/api/v1/roles", Map.of("name", "sly", "permissions", List.of("crm:*")));

        answer.refused(403, "permission-denied");
        assertThat(answer.json().path("requiredPermissions").toString()).contains("crm:*");
        pat.put("/api/v1/users/" + company.id(company.viewer()) + "/roles", Map.of("roles", List.of("admin")))
                .refused(403, "permission-denied");
    }

    @Test
    void a_workspace_shows_its_own_rows_and_caps_its_viewers() {
        String place = company.admin()
                .post("/api/v1/workspaces", Map.of("name", "Marketing", "slug", "marketing"))
                .expect(201)
                .at("/id");
        Login mia = company.person("mia", "member");
        Http here = platform.as(mia);
        Http there = here.with("X-Workspace-Id", place);
        there.get("/api/plugins/crm/contacts").refused(403, "workspace-not-member");

        String members = "/api/v1/workspaces/" + place + "/members";
        company.admin()
                .post(members, Map.of("userId", company.id(mia), "role", "VIEWER"))
                .expect(201);
        there.get("/api/plugins/crm/contacts").expect(200);
        there.post("/api/plugins/crm/contacts", Map.of("name", "Nobody")).refused(403, "permission-denied");

        company.admin()
                .put(members + "/" + company.id(mia), Map.of("role", "MEMBER"))
                .expect(200);
        there.post("/api/plugins/crm/contacts", Map.of("name", "Only in marketing"))
                .expect(201);
        assertThat(there.get("/api/plugins/crm/contacts").expect(200).text()).contains("Only in marketing");
        assertThat(here.get("/api/plugins/crm/contacts").expect(200).text()).doesNotContain("Only in marketing");
    }

    @Test
    void a_team_lends_its_roles_where_its_workspace_is() {
        Login tom = company.person("tom", "viewer");
        String place = company.admin()
                .post("/api/v1/workspaces", Map.of("name", "Support", "slug", "support"))
                .expect(201)
                .at("/id");
        company.admin()
                .post("/api/v1/workspaces/" + place + "/members", Map.of("userId", company.id(tom), "role", "MEMBER"))
                .expect(201);
        String team = company.admin()
                .post("/api/v1/teams", Map.of("workspaceId", place, "name", "First line", "roles", List.of("seller")))
                .expect(201)
                .at("/id");
        Http there = platform.as(tom).with("X-Workspace-Id", place);
        Map<String, String> contact = Map.of("name", "Caller");
        there.post("/api/plugins/crm/contacts", contact).refused(403, "permission-denied");

        company.admin()
                .post("/api/v1/teams/" + team + "/members", Map.of("userId", company.id(tom), "role", "MEMBER"))
                .expect(201);

        soon().until(() -> there.post("/api/plugins/crm/contacts", contact).status() == 201);
        platform.as(tom).post("/api/plugins/crm/contacts", contact).refused(403, "permission-denied");
    }

    @Test
    void what_was_written_to_somebody_goes_with_them() {
        Login gus = company.login("gus", "Gus-Was-Removed-1");
        String id = company.admin()
                .post("/api/v1/users/invite", Map.of("email", gus.username()))
                .expect(201)
                .at("/id");
        soon().until(() -> notifications().contains(gus.username()));

        company.admin().delete("/api/v1/users/" + id).expect(204);

        assertThat(notifications()).doesNotContain(gus.username());
    }

    @Test
    void what_was_read_may_be_sent_back_unless_it_has_changed_meanwhile() {
        Login rae = company.person("rae", "member");
        String place = company.admin()
                .post("/api/v1/workspaces", Map.of("name", "Returns", "slug", "returns"))
                .expect(201)
                .at("/id");
        String belonging = "/api/v1/workspaces/" + place + "/members/" + company.id(rae);
        company.admin()
                .post("/api/v1/workspaces/" + place + "/members", Map.of("userId", company.id(rae)))
                .expect(201);
        String team = company.admin()
                .post("/api/v1/teams", Map.of("workspaceId", place, "name", "Returns", "roles", List.of("member")))
                .expect(201)
                .header("Location");
        String member = team + "/members/" + company.id(rae);
        String read = company.admin()
                .post(team + "/members", Map.of("userId", company.id(rae)))
                .expect(201)
                .header("ETag");

        for (String path :
                List.of("/api/v1/users/" + company.id(rae), "/api/v1/workspaces/" + place, belonging, team, member)) {
            company.admin()
                    .put(path, company.admin().get(path).expect(200).text())
                    .expect(200);
        }
        company.admin().patch(member, Map.of("role", "ADMIN")).expect(200);
        company.admin()
                .with("If-Match", read)
                .put(member, Map.of("role", "MEMBER"))
                .refused(412, "precondition-failed");
    }

    private String invitationOf(Login invited) {
        soon().until(() -> notifications().contains(invited.username()));
        for (JsonNode message :
                company.admin().get("/api/v1/notifications").json().path("items")) {
            Matcher link = INVITATION.matcher(message.toString());
            if (message.toString().contains(invited.username()) && link.find()) {
                return link.group(1);
            }
        }
        throw new AssertionError("no invitation for " + invited.username() + " in " + notifications());
    }

    private String notifications() {
        return company.admin().get("/api/v1/notifications").expect(200).text();
    }
}
