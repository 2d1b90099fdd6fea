package io.plexica.identity.keycloak.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The realm role of those who administer a tenant, given and taken. Every call is idempotent. Safe for all threads. */
final class AdminRole {

    private static final int NOT_FOUND = 404;

    private final AdminApi admin;
    private final Map<String, JsonNode> known = new ConcurrentHashMap<>();

    AdminRole(AdminApi admin) {
        this.admin = admin;
    }

    /** Sees to it that a user has the role, or has it not. */
    void set(String realm, UUID user, boolean wanted) {
        if (change(realm, user, wanted).status() == NOT_FOUND) {
            // The realm may have been made anew, with another role by the same name.
            known.remove(realm);
            AdminApi.demand(change(realm, user, wanted), "give or take a role in " + realm);
        }
    }

    private KeycloakReply change(String realm, UUID user, boolean wanted) {
        List<JsonNode> role = List.of(known.computeIfAbsent(realm, this::fetch));
        String path = Users.path(realm, user) + "/role-mappings/realm";
        KeycloakReply reply = wanted ? admin.post(path, role) : admin.delete(path, role);
        return reply.status() == NOT_FOUND ? reply : AdminApi.demand(reply, "give or take a role in " + realm);
    }

    private JsonNode fetch(String realm) {
        return AdminApi.demand(admin.get("/" + realm + "/roles/" + RealmTemplate.ADMIN_ROLE), "show a role of " + realm)
                .json();
    }
}
