package io.plexica.identity.keycloak.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.spi.identity.IdentityProvider;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Keycloak as the identity server. */
@Component
public final class KeycloakIdentityProvider implements IdentityProvider {

    private static final int NOT_FOUND = 404;
    private static final String REALMS = "/realms/";
    private static final Pattern REALM_NAME = Pattern.compile("[a-z0-9-]{1,60}");
    private static final String OPENID = "/protocol/openid-connect";

    private final KeycloakServer server;

    @Activate
    public KeycloakIdentityProvider(@Reference KeycloakServer server) {
        this.server = server;
    }

    @Override
    public String issuer(String realm) {
        return server.access().publicUrl() + REALMS + realm;
    }

    @Override
    public Optional<String> realmOf(String issuer) {
        String start = server.access().publicUrl() + REALMS;
        return issuer.startsWith(start) ? Optional.of(issuer.substring(start.length())) : Optional.empty();
    }

    @Override
    public URI keys(String realm) {
        return URI.create(server.access().url() + REALMS + realm + OPENID + "/certs");
    }

    @Override
    public Tokens login(String realm, String username, String password) {
        return tokens(
                realm,
                Map.of("grant_type", "password", "username", username, "password", password),
                "Wrong user name or password");
    }

    @Override
    public Tokens refresh(String realm, String refreshToken) {
        return tokens(
                realm,
                Map.of("grant_type", "refresh_token", "refresh_token", refreshToken),
                "The refresh token is not valid any more; sign in again");
    }

    @Override
    public void logout(String realm, String refreshToken) {
        Optional<KeycloakReply> reply = post(realm, "/logout", Map.of("refresh_token", refreshToken));
        if (reply.isPresent() && reply.get().isServerError()) {
            throw Breaker.unavailable("The identity server could not end the session; try again later");
        }
    }

    @Override
    public Created createUser(String realm, UserState wanted, @Nullable String password) {
        if (realm.equals(PLATFORM_REALM)) {
            server.realms().ensurePlatform();
        }
        Created created = server.users().create(realm, wanted, password);
        if (created.isNew() && wanted.admin()) {
            server.adminRole().set(realm, created.id(), true);
        }
        return created;
    }

    @Override
    public void importUsers(String realm, Map<UUID, UserState> users) {
        server.users().importAll(realm, users);
    }

    @Override
    public void updateUser(String realm, UUID user, UserState wanted) {
        server.users().update(realm, user, wanted);
        if (!realm.equals(PLATFORM_REALM)) {
            server.adminRole().set(realm, user, wanted.admin());
        }
    }

    @Override
    public void setPassword(String realm, UUID user, String password) {
        server.users().setPassword(realm, user, password);
    }

    @Override
    public void endSessions(String realm, UUID user) {
        server.users().endSessions(realm, user);
    }

    @Override
    public void deleteUser(String realm, UUID user) {
        server.users().delete(realm, user);
    }

    @Override
    public void setEnabled(String realm, boolean enabled) {
        server.realms().setEnabled(realm, enabled);
    }

    @Override
    public void setName(String realm, String name) {
        server.realms().setName(realm, name);
    }

    private Tokens tokens(String realm, Map<String, String> grant, String refusal) {
        KeycloakReply reply = post(realm, "/token", grant).orElse(null);
        if (reply != null && reply.isOk()) {
            JsonNode body = reply.json();
            return new Tokens(
                    body.path("access_token").asText(),
                    body.path("refresh_token").asText(),
                    body.path("expires_in").asLong());
        }
        if (reply != null && reply.isServerError()) {
            throw Breaker.unavailable("The identity server has a fault of its own; try again later");
        }
        throw new PlexicaException(ErrorCode.UNAUTHENTICATED, refusal);
    }

    /** A call as the client {@code plexica-api}; empty when there is no such realm. */
    private Optional<KeycloakReply> post(String realm, String path, Map<String, String> fields) {
        if (!REALM_NAME.matcher(realm).matches()) {
            return Optional.empty();
        }
        String secret = server.secrets().find(realm).orElse(null);
        if (secret == null) {
            return Optional.empty();
        }
        KeycloakReply reply = post(realm, path, fields, secret);
        if (!isStale(reply)) {
            return Optional.of(reply);
        }
        server.secrets().forget(realm);
        return server.secrets().find(realm).map(fresh -> post(realm, path, fields, fresh));
    }

    private KeycloakReply post(String realm, String path, Map<String, String> fields, String secret) {
        Map<String, String> form = new LinkedHashMap<>(fields);
        form.put("client_id", RealmTemplate.API_CLIENT);
        form.put("client_secret", secret);
        return server.http().form(server.access().url() + REALMS + realm + OPENID + path, form);
    }

    /** The realm was made anew, or the client got another secret. */
    private static boolean isStale(KeycloakReply reply) {
        return reply.status() == NOT_FOUND
                || reply.error().equals("unauthorized_client")
                || reply.error().equals("invalid_client");
    }
}
