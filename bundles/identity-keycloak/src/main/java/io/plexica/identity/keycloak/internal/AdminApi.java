package io.plexica.identity.keycloak.internal;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.spi.identity.IdentityServerAccess;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;

/** Keycloak's administration over REST. Paths begin at {@code /admin/realms}. Safe for all threads. */
final class AdminApi {

    private static final int UNAUTHORIZED = 401;

    private final Supplier<IdentityServerAccess> access;
    private final KeycloakHttp http;
    private final AdminToken token;
    private final Duration patience;

    AdminApi(Supplier<IdentityServerAccess> access, KeycloakHttp http, AdminToken token, Duration patience) {
        this.access = access;
        this.http = http;
        this.token = token;
        this.patience = patience;
    }

    IdentityServerAccess access() {
        return access.get();
    }

    KeycloakReply get(String path) {
        return call(bearer -> http.get(url(path), bearer, patience));
    }

    KeycloakReply delete(String path) {
        return call(bearer -> http.delete(url(path), bearer, patience));
    }

    KeycloakReply delete(String path, Object body) {
        return call(bearer -> http.json("DELETE", url(path), bearer, body, patience));
    }

    KeycloakReply post(String path, Object body) {
        return call(bearer -> http.json("POST", url(path), bearer, body, patience));
    }

    KeycloakReply put(String path, Object body) {
        return call(bearer -> http.json("PUT", url(path), bearer, body, patience));
    }

    /** The lists of what the server is able to do. */
    KeycloakReply serverInfo() {
        return call(bearer -> http.get(access().url() + "/admin/serverinfo", bearer, patience));
    }

    /** What anybody may read, such as the description of a realm. */
    KeycloakReply getPublic(String path) {
        return http.get(access().url() + path, null, patience);
    }

    /** Fails unless the server did as it was told. */
    static KeycloakReply demand(KeycloakReply reply, String what) {
        if (reply.isOk()) {
            return reply;
        }
        if (reply.isServerError()) {
            throw Breaker.unavailable("The identity server failed to " + what + "; try again later");
        }
        throw new PlexicaException(
                ErrorCode.INTERNAL_ERROR,
                "The identity server refused to " + what + " (status " + reply.status() + ")");
    }

    private String url(String path) {
        return access().url() + "/admin/realms" + path;
    }

    /** A token may have died early, with a restart of the server; a fresh one is tried once. */
    private KeycloakReply call(Function<String, KeycloakReply> request) {
        KeycloakReply reply = request.apply(token.get(access()));
        if (reply.status() != UNAUTHORIZED) {
            return reply;
        }
        token.forget();
        return request.apply(token.get(access()));
    }
}
