package io.plexica.identity.keycloak.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plexica.spi.identity.IdentityProvider;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.keycloak.representations.idm.ClientRepresentation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings realms that were made with other settings up to the present ones: where browsers may come back to, where ended
 * sessions are told, and the mail server. The realm of the super admins remembers when all of that was done, so that a start
 * with unchanged settings costs one call however many realms there are.
 */
final class Upkeep {

    private static final Logger LOG = LoggerFactory.getLogger(Upkeep.class);
    private static final String DONE = "plexica.surroundings";
    private static final String TENANT_PREFIX = IdentityProvider.realm("");
    private static final int NOT_FOUND = 404;

    private final AdminApi admin;
    private final Surroundings around;

    Upkeep(AdminApi admin, Surroundings around) {
        this.admin = admin;
        this.around = around;
    }

    void run() {
        JsonNode platform = AdminApi.demand(admin.get("/" + IdentityProvider.PLATFORM_REALM), "show its realm")
                .json();
        if (platform.path("attributes").path(DONE).asText().equals(around.digest())) {
            return;
        }
        int count = 0;
        for (JsonNode realm : AdminApi.demand(admin.get("?briefRepresentation=true"), "list its realms")
                .json()) {
            String name = realm.path("realm").asText();
            if (name.equals(IdentityProvider.PLATFORM_REALM) || name.startsWith(TENANT_PREFIX)) {
                bring(name);
                count++;
            }
        }
        note(platform);
        LOG.info("{} realms follow the platform's present addresses and mail server", count);
    }

    private void bring(String realm) {
        Map<String, Object> change = Map.of("realm", realm, "smtpServer", around.mailServer());
        Reply reply = admin.put("/" + realm, change);
        if (reply.status() == NOT_FOUND) {
            return;
        }
        AdminApi.demand(reply, "change the realm " + realm);
        String slug = realm.startsWith(TENANT_PREFIX) ? realm.substring(TENANT_PREFIX.length()) : null;
        ClientRepresentation web = RealmTemplate.web(slug, around);
        client(realm, RealmTemplate.WEB_CLIENT, web.getAttributes(), web);
        client(realm, RealmTemplate.API_CLIENT, RealmTemplate.logout(around), null);
    }

    private void client(
            String realm, String id, Map<String, String> attributes, @Nullable ClientRepresentation wanted) {
        JsonNode found = AdminApi.demand(admin.get("/" + realm + "/clients?clientId=" + id), "show a client")
                .json()
                .path(0);
        if (!(found instanceof ObjectNode client)) {
            LOG.warn("Keycloak's realm {} has lost its client {}", realm, id);
            return;
        }
        attributes.forEach(client.withObject("/attributes")::put);
        if (wanted != null) {
            client.set("redirectUris", Json.MAPPER.valueToTree(wanted.getRedirectUris()));
            client.set("webOrigins", Json.MAPPER.valueToTree(wanted.getWebOrigins()));
        }
        String path = "/" + realm + "/clients/" + client.path("id").asText();
        AdminApi.demand(admin.put(path, client), "change the client " + id + " of " + realm);
    }

    /** Keycloak takes away attributes that are not named, so all are. */
    private void note(JsonNode platform) {
        ObjectNode attributes = platform.path("attributes").deepCopy();
        attributes.put(DONE, around.digest());
        Map<String, Object> change = Map.of("realm", IdentityProvider.PLATFORM_REALM, "attributes", attributes);
        AdminApi.demand(admin.put("/" + IdentityProvider.PLATFORM_REALM, change), "change its realm");
    }
}
