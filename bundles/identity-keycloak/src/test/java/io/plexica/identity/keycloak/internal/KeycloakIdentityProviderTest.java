package io.plexica.identity.keycloak.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.plexica.spi.identity.IdentityProvider.Tokens;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who signs in and out, against the real Keycloak; each test has a realm of its own. */
class KeycloakIdentityProviderTest extends KeycloakCase {

    @Test
    void aNewRealmHasUsersThatSignInWithoutNames() throws Exception {
        String realm = realm("acme");
        UUID id = create(realm, "Ada@acme.test", null, null, PASSWORD, true);

        Tokens tokens = provider.login(realm, "ada@acme.test", PASSWORD);

        assertThat(tokens.expiresIn()).isEqualTo(300);
        JsonNode claims = claims(tokens.accessToken());
        assertThat(claims.path("iss").asText()).isEqualTo(provider.issuer(realm));
        assertThat(claims.path("sub").asText()).isEqualTo(id.toString());
        assertThat(claims.path("aud").asText()).isEqualTo("plexica-api");
        assertThat(claims.path("typ").asText()).isEqualTo("Bearer");
        assertThat(claims.path("email").asText()).isEqualTo("ada@acme.test");
        assertThat(claims.path("sid").asText()).isNotEmpty();
        assertThat(claims.path("realm_access").path("roles").toString()).contains("tenant_admin");
        assertThat(provider.realmOf(claims.path("iss").asText())).contains(realm);
        assertThat(get(provider.keys(realm).toString()).body()).contains("RS256");
    }

    @Test
    void everyWrongSignInIsRefusedAlike() {
        String realm = realm("wrong");
        create(realm, "ada@wrong.test", "Ada", "Byron", PASSWORD, false);

        refused(() -> provider.login(realm, "ada@wrong.test", "no")).hasMessage("Wrong user name or password");
        refused(() -> provider.login(realm, "eve@wrong.test", PASSWORD)).hasMessage("Wrong user name or password");
        refused(() -> provider.login("tenant-nowhere", "ada@wrong.test", PASSWORD))
                .hasMessage("Wrong user name or password");
        refused(() -> provider.login("../admin", "x", "y")).hasMessage("Wrong user name or password");
        assertThat(provider.login(realm, "ada@wrong.test", PASSWORD).accessToken())
                .as("slips of a finger lock nobody out")
                .isNotEmpty();
    }

    @Test
    void aSessionIsRefreshedUntilItIsEnded() {
        String realm = realm("session");
        create(realm, "ada@session.test", null, null, PASSWORD, false);
        Tokens first = provider.login(realm, "ada@session.test", PASSWORD);

        Tokens second = provider.refresh(realm, first.refreshToken());
        provider.logout(realm, second.refreshToken());
        provider.logout(realm, second.refreshToken());
        provider.logout(realm, "garbage");

        refused(() -> provider.refresh(realm, first.refreshToken()));
        refused(() -> provider.refresh(realm, second.refreshToken()));
        refused(() -> provider.refresh(realm, "garbage"));
    }

    @Test
    void superAdminsHaveARealmOfTheirOwn() {
        UUID id = create("plexica", "root@plexica.test", null, null, PASSWORD, false);

        Tokens tokens = provider.login("plexica", "root@plexica.test", PASSWORD);

        assertThat(claims(tokens.accessToken()).path("sub").asText()).isEqualTo(id.toString());
        assertThat(new KeycloakHealthCheck(server).check().healthy()).isTrue();
    }

    @Test
    void browsersSignInWithCodeAndProofKeyFromKnownPagesOnly() throws Exception {
        String realm = realm("browser");
        String page = "http%3A%2F%2Flocalhost%3A8181%2Ft%2Fbrowser%2F";
        String proof = "&code_challenge_method=S256&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

        assertThat(authorize(realm, page, proof).statusCode()).isEqualTo(200);
        assertThat(authorize(realm, page, "").statusCode()).as("no proof key").isEqualTo(302);
        assertThat(authorize(realm, "http%3A%2F%2Fbrowser.localhost%3A8181%2Fx", proof)
                        .statusCode())
                .isEqualTo(200);
        assertThat(authorize(realm, "http%3A%2F%2Flocalhost%3A8181%2Ft%2Fother%2F", proof)
                        .statusCode())
                .as("another tenant's page")
                .isEqualTo(400);
        assertThat(authorize(realm, "https%3A%2F%2Fevil.test%2F", proof).statusCode())
                .isEqualTo(400);
    }
}
