package io.plexica.identity.keycloak.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.spi.identity.IdentityProvider;
import io.plexica.spi.tenancy.TenantSpec;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.keycloak.representations.idm.RealmRepresentation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes, opens, shuts and removes realms. Every call is idempotent. Safe for all threads. */
final class Realms {

    private static final Logger LOG = LoggerFactory.getLogger(Realms.class);
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;

    private final AdminApi admin;
    private final ClientSecrets secrets;
    private final RealmSurroundings around;
    private final Themes themes;

    Realms(AdminApi admin, ClientSecrets secrets, RealmSurroundings around, Themes themes) {
        this.admin = admin;
        this.secrets = secrets;
        this.around = around;
        this.themes = themes;
    }

    /** The realm of a tenant, in one call: Keycloak makes all of it or nothing. */
    void create(TenantSpec tenant) {
        String secret = secrets.fresh();
        RealmRepresentation realm =
                RealmTemplate.tenant(tenant.slug(), tenant.name(), tenant.id(), around, secret, themes.login());
        if (!post(realm, secret) && !isOf(tenant)) {
            throw PlexicaException.conflict(
                    "slug-taken",
                    "Keycloak has a realm '" + realm.getRealm()
                            + "' that was made for something else; remove it there or choose another slug");
        }
    }

    /** Removes the realm of a tenant with its users; never one that was made for something else. */
    void remove(TenantSpec tenant) {
        String realm = IdentityProvider.realm(tenant.slug());
        secrets.forget(realm);
        if (isOf(tenant)) {
            KeycloakReply reply = admin.delete("/" + realm);
            if (reply.status() != NOT_FOUND) {
                AdminApi.demand(reply, "remove the realm " + realm);
            }
        }
    }

    /** The realm of the super admins. */
    void ensurePlatform() {
        if (find(IdentityProvider.PLATFORM_REALM) == null) {
            String secret = secrets.fresh();
            post(RealmTemplate.platform(around, secret, themes.login()), secret);
        }
    }

    /** Shutting also ends every session; refresh tokens from before stay dead when the realm opens again. */
    void setEnabled(String realm, boolean enabled) {
        RealmRepresentation change = new RealmRepresentation();
        change.setRealm(realm);
        change.setEnabled(enabled);
        if (!enabled) {
            change.setNotBefore((int) Instant.now().getEpochSecond());
        }
        AdminApi.demand(admin.put("/" + realm, change), (enabled ? "open" : "shut") + " the realm " + realm);
        if (!enabled) {
            AdminApi.demand(admin.post("/" + realm + "/logout-all", Map.of()), "end the sessions of " + realm);
        }
    }

    /** Shows a name on its pages. */
    void setName(String realm, String name) {
        RealmRepresentation change = new RealmRepresentation();
        change.setRealm(realm);
        change.setDisplayName(name);
        change.setDisplayNameHtml(RealmTemplate.asHtml(name));
        AdminApi.demand(admin.put("/" + realm, change), "rename the realm " + realm);
    }

    /** What to tell the operator when the server gives its tokens another issuer than expected; else null. */
    @Nullable
    String issuerComplaint() {
        String realm = IdentityProvider.PLATFORM_REALM;
        String expected = admin.access().publicUrl() + "/realms/" + realm;
        String path = "/realms/" + realm + "/.well-known/openid-configuration";
        String actual = AdminApi.demand(admin.getPublic(path), "describe itself")
                .json()
                .path("issuer")
                .asText();
        return actual.equals(expected)
                ? null
                : "Keycloak calls itself '" + actual + "' where '" + expected
                        + "' is expected, so all its tokens would be refused: set PLEXICA_KEYCLOAK_PUBLIC_URL to its"
                        + " public address";
    }

    private boolean post(RealmRepresentation realm, String secret) {
        KeycloakReply reply = admin.post("", realm);
        if (reply.status() == CONFLICT) {
            return false;
        }
        AdminApi.demand(reply, "create the realm " + realm.getRealm());
        secrets.remember(realm.getRealm(), secret);
        return true;
    }

    private boolean isOf(TenantSpec tenant) {
        String realm = IdentityProvider.realm(tenant.slug());
        JsonNode found = find(realm);
        if (found == null) {
            return false;
        }
        String owner = found.path("attributes").path(RealmTemplate.OWNER).asText();
        if (!owner.equals(tenant.id().toString())) {
            LOG.warn("Keycloak's realm {} was made for '{}', not for tenant {}", realm, owner, tenant.id());
            return false;
        }
        return true;
    }

    private @Nullable JsonNode find(String realm) {
        KeycloakReply reply = admin.get("/" + realm);
        return reply.status() == NOT_FOUND
                ? null
                : AdminApi.demand(reply, "show the realm " + realm).json();
    }
}
