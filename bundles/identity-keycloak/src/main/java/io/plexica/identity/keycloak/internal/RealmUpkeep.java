package io.plexica.identity.keycloak.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plexica.spi.identity.IdentityProvider;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.keycloak.representations.idm.ClientRepresentation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings realms that were made with other settings up to the present ones: where browsers may come back to, where ended
 * sessions are told, the mail server, how their pages look, name them and in which languages they speak. The realm of the super
 * admins remembers when all of that was done, so that a start with unchanged settings costs one call however many realms there are.
 */
final class RealmUpkeep {

    private static final Logger LOG = LoggerFactory.getLogger(RealmUpkeep.class);
    private static final String DONE = "plexica.surroundings";
    private static final String TENANT_PREFIX = IdentityProvider.realm("");
    private static final int NOT_FOUND = 404;

    private final AdminApi admin;
    private final RealmSurroundings around;
    private final Themes themes;

    RealmUpkeep(AdminApi admin, RealmSurroundings around, Themes themes) {
        this.admin = admin;
        this.around = around;
        this.themes = themes;
    }

    void run() {
        JsonNode platform = AdminApi.demand(admin.get("/" + IdentityProvider.PLATFORM_REALM), "show its realm")
                .json();
        if (platform.path("attributes").path(DONE).asText().equals(present())) {
            return;
        }
        int count = 0;
        for (JsonNode realm : AdminApi.demand(admin.get("?briefRepresentation=true"), "list its realms")
                .json()) {
            String name = realm.path("realm").asText();
            if (name.equals(IdentityProvider.PLATFORM_REALM) || name.startsWith(TENANT_PREFIX)) {
                bring(name, realm.path("displayName").asText(name));
                count++;
            }
        }
        note(platform);
        LOG.info("{} realms follow the platform's present addresses, mail server and look", count);
    }

    /** The same as long as nothing is to be done. */
    private String present() {
        return around.digest() + " " + themes.login() + " " + RealmTemplate.LANGUAGES + " names";
    }

    private void bring(String realm, String name) {
        Map<String, Object> change = new HashMap<>(Map.of("realm", realm, "smtpServer", around.mailServer()));
        change.put("displayNameHtml", RealmTemplate.asHtml(name));
        change.put("internationalizationEnabled", true);
        change.put("supportedLocales", RealmTemplate.LANGUAGES);
        change.put("defaultLocale", RealmTemplate.LANGUAGES.get(0));
        String theme = themes.login();
        if (theme != null) {
            change.put("loginTheme", theme);
        }
        KeycloakReply reply = admin.put("/" + realm, change);
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
        attributes.put(DONE, present());
        Map<String, Object> change = Map.of("realm", IdentityProvider.PLATFORM_REALM, "attributes", attributes);
        AdminApi.demand(admin.put("/" + IdentityProvider.PLATFORM_REALM, change), "change its realm");
    }
}
