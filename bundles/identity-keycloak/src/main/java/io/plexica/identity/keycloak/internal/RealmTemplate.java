package io.plexica.identity.keycloak.internal;

import io.plexica.spi.identity.IdentityProvider;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.ProtocolMapperRepresentation;
import org.keycloak.representations.idm.RealmRepresentation;
import org.keycloak.representations.idm.RoleRepresentation;
import org.keycloak.representations.idm.RolesRepresentation;

/** What a realm is made of. Pure: the same input gives the same realm. */
final class RealmTemplate {

    static final String API_CLIENT = "plexica-api";
    static final String WEB_CLIENT = "plexica-web";
    static final String ADMIN_ROLE = "tenant_admin";

    /** The realm attribute that says which tenant a realm was made for. */
    static final String OWNER = "plexica.owner";

    /** The languages of its pages, the usual one first. */
    static final List<String> LANGUAGES = List.of("en", "it");

    private static final Pattern MARKUP = Pattern.compile("&(?=[#A-Za-z])");
    private static final String USER_ROLE = "user";
    private static final List<String> SCOPES = List.of("basic", "profile", "email", "roles", "web-origins");
    private static final int TOKEN_SECONDS = 300;
    private static final int IDLE_SECONDS = 1800;
    private static final int SESSION_SECONDS = 36_000;

    private RealmTemplate() {}

    static RealmRepresentation tenant(
            String slug, String name, UUID id, RealmSurroundings around, String secret, @Nullable String theme) {
        RealmRepresentation realm = base(IdentityProvider.realm(slug), name, id.toString(), around, theme);
        realm.setClients(List.of(web(slug, around), api(secret, around)));
        return realm;
    }

    static RealmRepresentation platform(RealmSurroundings around, String secret, @Nullable String theme) {
        RealmRepresentation realm = base(IdentityProvider.PLATFORM_REALM, "Plexica", "platform", around, theme);
        realm.setClients(List.of(web(null, around), api(secret, around)));
        return realm;
    }

    private static RealmRepresentation base(
            String id, String name, String owner, RealmSurroundings around, @Nullable String theme) {
        RealmRepresentation realm = new RealmRepresentation();
        realm.setRealm(id);
        realm.setDisplayName(name);
        realm.setDisplayNameHtml(asHtml(name));
        realm.setEnabled(true);
        realm.setAttributes(Map.of(OWNER, owner));
        realm.setRegistrationAllowed(false);
        realm.setRegistrationEmailAsUsername(true);
        realm.setLoginWithEmailAllowed(true);
        realm.setDuplicateEmailsAllowed(false);
        realm.setResetPasswordAllowed(true);
        realm.setDefaultSignatureAlgorithm("RS256");
        realm.setAccessTokenLifespan(TOKEN_SECONDS);
        realm.setSsoSessionIdleTimeout(IDLE_SECONDS);
        realm.setSsoSessionMaxLifespan(SESSION_SECONDS);
        realm.setBruteForceProtected(true);
        // Two slips of a finger within a second are no attack; the limits by number stay.
        realm.setQuickLoginCheckMilliSeconds(0L);
        realm.setLoginTheme(theme);
        realm.setInternationalizationEnabled(true);
        realm.setSupportedLocales(new LinkedHashSet<>(LANGUAGES));
        realm.setDefaultLocale(LANGUAGES.get(0));
        realm.setSmtpServer(around.mailServer());
        realm.setRoles(roles());
        realm.setComponents(UserProfile.components());
        for (String client : List.of(WEB_CLIENT, API_CLIENT)) {
            realm.clientScopeMapping(client).role(ADMIN_ROLE).role(USER_ROLE);
        }
        return realm;
    }

    /**
     * A name as Keycloak's pages are to show it. They take it for HTML, escaped or not, since they decode it first, and let
     * pictures through: so what could begin an element or a reference is written by signs that look alike.
     */
    static String asHtml(String name) {
        return MARKUP.matcher(name.replace('<', '\u2039').replace('>', '\u203a'))
                .replaceAll("\uff06");
    }

    private static RolesRepresentation roles() {
        RolesRepresentation roles = new RolesRepresentation();
        roles.setRealm(List.of(
                new RoleRepresentation(ADMIN_ROLE, "Administers the tenant", false),
                new RoleRepresentation(USER_ROLE, "Belongs to the tenant", false)));
        return roles;
    }

    /**
     * The client of browsers.
     *
     * @param slug the tenant; null for the super admins
     */
    static ClientRepresentation web(@Nullable String slug, RealmSurroundings around) {
        PublicAddress address = around.address();
        ClientRepresentation client = client(WEB_CLIENT);
        client.setPublicClient(true);
        client.setStandardFlowEnabled(true);
        client.setDirectAccessGrantsEnabled(false);
        client.setRedirectUris(slug == null ? address.adminRedirects() : address.tenantRedirects(slug));
        client.setWebOrigins(slug == null ? address.adminOrigins() : address.tenantOrigins(slug));
        Map<String, String> attributes = new HashMap<>(logout(around));
        attributes.put("pkce.code.challenge.method", "S256");
        attributes.put("post.logout.redirect.uris", "+");
        client.setAttributes(attributes);
        return client;
    }

    private static ClientRepresentation api(String secret, RealmSurroundings around) {
        ClientRepresentation client = client(API_CLIENT);
        client.setPublicClient(false);
        client.setSecret(secret);
        client.setStandardFlowEnabled(false);
        client.setDirectAccessGrantsEnabled(true);
        client.setAttributes(logout(around));
        return client;
    }

    /** A session that ends in Keycloak ends on the platform: Keycloak calls it. */
    static Map<String, String> logout(RealmSurroundings around) {
        return Map.of(
                "backchannel.logout.url", around.logoutUrl(),
                "backchannel.logout.session.required", "true",
                "backchannel.logout.revoke.offline.tokens", "true");
    }

    /** No optional scopes: an offline session would outlive the sessions that the platform knows how to end. */
    private static ClientRepresentation client(String id) {
        ClientRepresentation client = new ClientRepresentation();
        client.setClientId(id);
        client.setEnabled(true);
        client.setProtocol("openid-connect");
        client.setImplicitFlowEnabled(false);
        client.setServiceAccountsEnabled(false);
        client.setFrontchannelLogout(false);
        client.setFullScopeAllowed(false);
        client.setDefaultClientScopes(SCOPES);
        client.setOptionalClientScopes(List.of());
        client.setProtocolMappers(List.of(audience()));
        return client;
    }

    private static ProtocolMapperRepresentation audience() {
        ProtocolMapperRepresentation mapper = new ProtocolMapperRepresentation();
        mapper.setName("audience");
        mapper.setProtocol("openid-connect");
        mapper.setProtocolMapper("oidc-audience-mapper");
        mapper.setConfig(Map.of(
                "included.client.audience", API_CLIENT,
                "access.token.claim", "true",
                "introspection.token.claim", "true",
                "id.token.claim", "false"));
        return mapper;
    }
}
