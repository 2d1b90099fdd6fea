package io.plexica.itests.blackbox;

import com.fasterxml.jackson.databind.JsonNode;
import io.plexica.itests.support.Answer;
import io.plexica.itests.support.Credentials.Login;
import io.plexica.itests.support.Http;
import io.plexica.itests.support.Platform;
import io.plexica.itests.support.TestTenant;
import java.util.List;
import java.util.Map;

/**
 * A tenant with one thing of each kind in it, and with people.
 *
 * @param tenant the tenant; the CRM is installed
 * @param viewer somebody with the role viewer
 */
record Inhabited(Platform platform, TestTenant tenant, Login viewer) {

    static Inhabited create(Platform platform) {
        TestTenant tenant = TestTenant.create(platform);
        Http admin = tenant.client(platform);
        admin.post(tenant.plugin("crm") + "/install", Map.of()).expect(201);
        Login viewer = new Login(tenant.slug(), "viewer@" + tenant.slug() + ".example", "Only-Looking-1");
        String user = admin.post(
                        "/api/v1/users",
                        Map.of(
                                "email", viewer.username(),
                                "firstName", "Vera",
                                "lastName", "Viewer",
                                "password", viewer.password(),
                                "roles", List.of("viewer")))
                .expect(201)
                .at("/id");
        String workspace = admin.post("/api/v1/workspaces", Map.of("name", "Sales", "slug", "sales"))
                .expect(201)
                .at("/id");
        admin.post("/api/v1/workspaces/" + workspace + "/members", Map.of("userId", user, "role", "MEMBER"))
                .expect(201);
        String team = admin.post("/api/v1/teams", Map.of("workspaceId", workspace, "name", "Hunters"))
                .expect(201)
                .at("/id");
        admin.post("/api/v1/teams/" + team + "/members", Map.of("userId", user, "role", "MEMBER"))
                .expect(201);
        admin.post("/api/v1/roles", Map.of("name", "seller", "permissions", List.of("crm:*")))
                .expect(201);
        admin.post("/api/v1/policies", policy()).expect(201);
        admin.post("/api/v1/api-keys", Map.of("name", "robot", "permissions", List.of("crm:contacts:read")))
                .expect(201);
        String contact = admin.post("/api/plugins/crm/contacts", Map.of("name", "Milton"))
                .expect(201)
                .at("/id");
        admin.post(
                        "/api/plugins/crm/deals",
                        Map.of("title", "Stapler", "contactId", contact, "amount", 7, "currency", "EUR"))
                .expect(201);
        return new Inhabited(platform, tenant, viewer);
    }

    private static Map<String, Object> policy() {
        return Map.of(
                "name",
                "No large deals",
                "permission",
                "crm:deals:*",
                "effect",
                "DENY",
                "conditions",
                Map.of(
                        "all",
                        List.of(Map.of(
                                "attribute", "resource.amount", "operator", "greaterThan", "value", 1_000_000))));
    }

    Http admin() {
        return tenant.client(platform);
    }

    /**
     * A path with ids of this tenant's things in place of its variables: each is found by listing what stands before it.
     * What cannot be found gets an id that nobody has.
     */
    String filled(String path) {
        String filled = path.replaceFirst("/tenants/\\{slug}", "/tenants/" + tenant.slug());
        int open = filled.indexOf('{');
        while (open >= 0) {
            String variable = filled.substring(open + 1, filled.indexOf('}'));
            filled = filled.substring(0, open)
                    + value(filled.substring(0, open - 1), variable)
                    + filled.substring(filled.indexOf('}') + 1);
            open = filled.indexOf('{');
        }
        return filled;
    }

    private String value(String collection, String variable) {
        if (collection.endsWith("/plugins")) {
            return "crm";
        }
        Answer list = admin().get(collection);
        JsonNode first = list.json().path("items").path(0);
        for (String name : List.of(variable, "id", "key", "name")) {
            if (first.hasNonNull(name)) {
                return first.path(name).asText();
            }
        }
        return variable.startsWith("v") ? "1.0.0" : "11111111-2222-4333-8444-555555555555";
    }
}
