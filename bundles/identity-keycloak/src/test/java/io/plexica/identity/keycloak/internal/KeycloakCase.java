package io.plexica.identity.keycloak.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.spi.identity.IdentityProvider;
import io.plexica.spi.identity.IdentityProvider.UserState;
import io.plexica.spi.tenancy.TenantSpec;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import java.util.UUID;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;

/** What the tests against the real Keycloak share: the one server of the module, and short words for what they do often. */
abstract class KeycloakCase {

    static final String PASSWORD = "correct horse battery";

    final KeycloakProcess keycloak = TestKeycloak.shared().process;
    final KeycloakServer server = TestKeycloak.shared().server;
    final KeycloakIdentityProvider provider = new KeycloakIdentityProvider(server);
    final RealmStep step = new RealmStep(server);

    UUID create(
            String realm,
            String email,
            @Nullable String firstName,
            @Nullable String lastName,
            String password,
            boolean admin) {
        return provider.createUser(realm, new UserState(email, firstName, lastName, true, admin), password)
                .id();
    }

    String realm(String slug) {
        step.apply(tenant(slug));
        return IdentityProvider.realm(slug);
    }

    static TenantSpec tenant(String slug) {
        return new TenantSpec(UUID.randomUUID(), slug, "Tenant " + slug, "free", null);
    }

    static AbstractThrowableAssert<?, ?> refused(ThrowingCallable call) {
        return assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        PlexicaException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.UNAUTHENTICATED));
    }

    static void coded(ErrorCode code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        PlexicaException.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    static JsonNode claims(String token) {
        byte[] payload = Base64.getUrlDecoder().decode(token.split("\\.")[1]);
        return new KeycloakReply(200, payload, null).json();
    }

    HttpResponse<String> authorize(String realm, String redirect, String more) throws Exception {
        return get(keycloak.url() + "/realms/" + realm
                + "/protocol/openid-connect/auth?response_type=code&scope=openid&client_id=plexica-web&redirect_uri="
                + redirect + more);
    }

    static HttpResponse<String> get(String url) throws Exception {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString());
    }
}
