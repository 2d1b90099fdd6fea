package io.plexica.itests.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.plexica.itests.support.Answer;
import io.plexica.itests.support.Credentials.Login;
import io.plexica.itests.support.Http;
import io.plexica.itests.support.Platform;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Who may do what in a company, by policy and by key; and what is kept of changes and guards them. */
@BlackBox
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RightsIT {

    private final Platform platform;
    private Company company;

    RightsIT(Platform platform) {
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
    void a_policy_narrows_by_the_amount_and_explains_itself() {
        Login sue = company.person("sue", "seller");
        Http seller = platform.as(sue);
        String deal = seller.post("/api/plugins/crm/deals", deal("Small", 10))
                .expect(201)
                .at("/id");

        seller.post("/api/plugins/crm/deals", deal("Huge", 2_000_000)).refused(403, "permission-denied");
        seller.get("/api/plugins/crm/deals/" + deal).expect(200);

        Answer why = seller.post(
                        "/api/v1/authorization/check",
                        Map.of("permission", "crm:deals:write", "resource", Map.of("amount", 2_000_000)))
                .expect(200);
        assertThat(why.json().path("allowed").asBoolean()).isFalse();
        assertThat(why.at("/reason")).isEqualTo("policy");
        assertThat(why.at("/policy/name")).isEqualTo("No large deals");
        assertThat(why.at("/condition/attribute")).isEqualTo("resource.amount");
        assertThat(why.at("/explanation")).isNotEmpty();
        seller.post(
                        "/api/v1/authorization/check",
                        Map.of("permission", "crm:deals:write", "user", company.id(company.viewer())))
                .refused(403, "permission-denied");
    }

    @Test
    void what_a_team_lends_in_a_workspace_cannot_be_taken_out_of_it() {
        Login liz = company.person("liz", "member");
        String place = company.admin()
                .post("/api/v1/workspaces", Map.of("name", "Escape", "slug", "escape"))
                .expect(201)
                .at("/id");
        Map<String, String> member = Map.of("userId", company.id(liz), "role", "MEMBER");
        company.admin().post("/api/v1/workspaces/" + place + "/members", member).expect(201);
        String team = company.admin()
                .post("/api/v1/teams", Map.of("workspaceId", place, "name", "Chiefs", "roles", List.of("admin")))
                .expect(201)
                .at("/id");
        company.admin().post("/api/v1/teams/" + team + "/members", member).expect(201);
        Http there = platform.as(liz).with("X-Workspace-Id", place);
        there.get("/api/v1/roles").expect(200);

        String roles = "/api/v1/users/" + company.id(liz) + "/roles";
        there.put(roles, Map.of("roles", List.of("admin"))).refused(403, "permission-denied");
        there.post("/api/v1/roles", Map.of("name", "out", "permissions", List.of("crm:*")))
                .refused(403, "permission-denied");
        there.post("/api/v1/api-keys", Map.of("name", "out", "permissions", List.of("crm:*")))
                .refused(403, "permission-denied");
        there.patch("/api/v1/settings", Map.of("settings", Map.of("x", 1))).refused(403, "permission-denied");
        there.post("/api/v1/workspaces", Map.of("name", "Out", "slug", "out")).refused(403, "permission-denied");
        there.post("/api/v1/users/" + company.id(company.viewer()) + "/suspend", Map.of())
                .refused(403, "permission-denied");
        String tenant = "/api/v1/tenants/" + company.tenant().slug();
        there.post(tenant + "/plugins/crm/disable", Map.of()).refused(403, "permission-denied");

        there.get("/api/v1/settings").expect(200);
        there.patch("/api/v1/workspaces/" + place, Map.of("name", "Home")).expect(200);
        there.patch("/api/v1/teams/" + team, Map.of("description", "Of one workspace"))
                .expect(200);
    }

    @Test
    void an_admin_through_a_team_stays_a_viewer_of_other_workspaces() {
        Login vic = company.person("vic", "viewer");
        String own = workspace("vics-own");
        String other = workspace("not-vics");
        String user = company.id(vic);
        member(own, user, "ADMIN");
        member(other, user, "VIEWER");
        String team = company.admin()
                .post("/api/v1/teams", Map.of("workspaceId", own, "name", "Own chiefs", "roles", List.of("admin")))
                .expect(201)
                .at("/id");
        company.admin()
                .post("/api/v1/teams/" + team + "/members", Map.of("userId", user, "role", "MEMBER"))
                .expect(201);
        Http there = platform.as(vic).with("X-Workspace-Id", own);

        there.patch("/api/v1/workspaces/" + other, Map.of("name", "Mine")).refused(403, "permission-denied");
        there.put("/api/v1/workspaces/" + other + "/members/" + user, Map.of("role", "ADMIN"))
                .refused(403, "permission-denied");
        there.delete("/api/v1/workspaces/" + other).refused(403, "permission-denied");
        there.patch("/api/v1/workspaces/" + own, Map.of("name", "Mine")).expect(200);
    }

    private String workspace(String slug) {
        return company.admin()
                .post("/api/v1/workspaces", Map.of("name", slug, "slug", slug))
                .expect(201)
                .at("/id");
    }

    private void member(String workspace, String user, String role) {
        company.admin()
                .post("/api/v1/workspaces/" + workspace + "/members", Map.of("userId", user, "role", role))
                .expect(201);
    }

    @Test
    void a_machine_works_with_a_key_until_it_is_revoked() {
        Answer made = company.admin()
                .post("/api/v1/api-keys", Map.of("name", "reader", "permissions", List.of("crm:contacts:read")))
                .expect(201);
        Http robot = platform.http().as(made.at("/key"));
        robot.get("/api/plugins/crm/contacts").expect(200);
        robot.post("/api/plugins/crm/contacts", Map.of("name", "No")).refused(403, "permission-denied");
        robot.get("/api/v1/users").refused(403, "permission-denied");

        Answer rotated = company.admin()
                .post("/api/v1/api-keys/" + made.at("/id") + "/rotate", Map.of())
                .expect(200);
        robot.get("/api/plugins/crm/contacts").refused(401, "unauthenticated");
        Http renewed = platform.http().as(rotated.at("/key"));
        renewed.get("/api/plugins/crm/contacts").expect(200);

        company.admin().delete("/api/v1/api-keys/" + made.at("/id")).expect(204);
        renewed.get("/api/plugins/crm/contacts").refused(401, "unauthenticated");
    }

    @Test
    void one_key_of_idempotency_creates_once() {
        Http admin = company.admin().with("Idempotency-Key", "order-4711");
        Map<String, String> role = Map.of("name", "once");

        Answer first = admin.post("/api/v1/roles", role).expect(201);
        Answer again = admin.post("/api/v1/roles", role).expect(201);

        assertThat(again.at("/id")).isEqualTo(first.at("/id"));
        admin.post("/api/v1/roles", Map.of("name", "twice")).refused(409, "conflict");
    }

    @Test
    void who_did_what_can_be_read_by_those_who_may() {
        company.admin().post("/api/v1/roles", Map.of("name", "audited")).expect(201);

        Answer log = company.admin()
                .get("/api/v1/audit-log?action=core.role.created")
                .expect(200);

        JsonNode row = log.json().at("/items/0");
        assertThat(row.at("/actor/email").asText())
                .isEqualTo(company.tenant().admin().username());
        assertThat(row.path("after").toString()).contains("audited");
        assertThat(row.path("ip").asText()).isNotEmpty();
        platform.as(company.viewer()).get("/api/v1/audit-log").refused(403, "permission-denied");
    }

    @Test
    void a_stale_edit_is_refused() {
        Answer role =
                company.admin().post("/api/v1/roles", Map.of("name", "edited")).expect(201);
        String path = "/api/v1/roles/" + role.at("/id");
        Http based = company.admin().with("If-Match", role.header("ETag"));
        based.patch(path, Map.of("description", "first")).expect(200);

        based.patch(path, Map.of("description", "second")).refused(412, "precondition-failed");
    }

    private Map<String, Object> deal(String title, int amount) {
        String contact =
                company.admin().get("/api/plugins/crm/contacts").expect(200).at("/items/0/id");
        return Map.of("title", title, "contactId", contact, "amount", amount, "currency", "EUR");
    }
}
