package io.plexica.identity.keycloak.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plexica.spi.identity.IdentityProvider;
import io.plexica.spi.identity.IdentityProvider.Tokens;
import io.plexica.spi.identity.IdentityProvider.UserState;
import io.plexica.spi.tenancy.TenantSpec;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Realms come, shut, move and go, against the real Keycloak. */
class KeycloakRealmsTest extends KeycloakCase {

    private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

    @Test
    void aShutRealmLetsNobodyInAndEndsSessions() {
        String realm = realm("shut");
        create(realm, "ada@shut.test", null, null, PASSWORD, false);
        Tokens before = provider.login(realm, "ada@shut.test", PASSWORD);

        provider.setEnabled(realm, false);
        refused(() -> provider.login(realm, "ada@shut.test", PASSWORD)).hasMessage("Wrong user name or password");
        refused(() -> provider.refresh(realm, before.refreshToken()));

        provider.setEnabled(realm, true);
        refused(() -> provider.refresh(realm, before.refreshToken()));
        assertThat(provider.login(realm, "ada@shut.test", PASSWORD).accessToken())
                .isNotEmpty();
    }

    @Test
    void makingAndRemovingARealmTwiceIsTheSameAsOnce() {
        TenantSpec tenant = tenant("twice");
        String realm = IdentityProvider.realm("twice");
        step.apply(tenant);
        step.apply(tenant);
        UUID first = create(realm, "ada@twice.test", null, null, PASSWORD, true);
        UUID again = create(realm, "ada@twice.test", null, null, "another password", true);
        assertThat(again).isEqualTo(first);
        assertThat(provider.login(realm, "ada@twice.test", PASSWORD).expiresIn())
                .isPositive();

        step.undo(tenant);
        step.undo(tenant);
        refused(() -> provider.login(realm, "ada@twice.test", PASSWORD));
    }

    @Test
    void aRealmMadeForSomethingElseIsNeitherTakenNorRemoved() {
        String realm = realm("mine");
        TenantSpec other = tenant("mine");

        assertThatThrownBy(() -> step.apply(other)).hasMessageContaining("made for something else");
        step.undo(other);

        create(realm, "ada@mine.test", null, null, PASSWORD, false);
        assertThat(provider.login(realm, "ada@mine.test", PASSWORD).expiresIn()).isPositive();
    }

    @Test
    void aRealmMadeAnewIsReachedWithItsNewSecret() {
        TenantSpec tenant = tenant("anew");
        step.apply(tenant);
        KeycloakServer elsewhere = new KeycloakServer(Configs.of(Map.of("url", keycloak.url())), new TestSecrets());
        elsewhere.realms().remove(tenant);
        elsewhere.realms().create(tenant);
        elsewhere.close();
        create("tenant-anew", "ada@anew.test", null, null, PASSWORD, false);

        assertThat(provider.login("tenant-anew", "ada@anew.test", PASSWORD).expiresIn())
                .isPositive();
    }

    @Test
    void aTenantsNameIsTextOnThePagesOfItsRealm() throws Exception {
        step.apply(new TenantSpec(UUID.randomUUID(), "marked", "<img src=x> & 'Sons'", "free", null));
        String back = URLEncoder.encode("http://localhost:8181/t/marked/", StandardCharsets.UTF_8);

        String page = authorize("tenant-marked", back, "&code_challenge_method=S256&code_challenge=" + CHALLENGE)
                .body();

        assertThat(page).contains("‹img src").doesNotContain("<img src");

        provider.setName("tenant-marked", "Marked & Sons");
        assertThat(authorize("tenant-marked", back, "&code_challenge_method=S256&code_challenge=" + CHALLENGE)
                        .body())
                .contains("Marked &amp; Sons")
                .doesNotContain("img src=x");
    }

    @Test
    void realmsFollowThePlatformWhenItMoves() throws Exception {
        String realm = realm("moves");
        String page = "https%3A%2F%2Fnew.example.com%2Ft%2Fmoves%2F";
        String proof = "&code_challenge_method=S256&code_challenge=" + CHALLENGE;
        assertThat(authorize(realm, page, proof).statusCode()).isEqualTo(400);

        KeycloakServer moved = new KeycloakServer(
                Configs.of(Map.of(
                        "url", keycloak.url(),
                        "requestTimeoutMs", 20_000,
                        "platformUrl", "https://new.example.com",
                        "internalUrl", "http://10.0.0.7:8181",
                        "smtpHost", "mail.example.com",
                        "smtpFrom", "Plexica <no-reply@example.com>")),
                new TestSecrets());
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> authorize(realm, page, proof).statusCode() == 200);
        moved.close();

        provider.createUser(realm, new UserState("ada@moves.test", null, null, true, false), PASSWORD);
        assertThat(provider.login(realm, "ada@moves.test", PASSWORD).expiresIn())
                .as("the client keeps its secret")
                .isPositive();
    }
}
