package io.plexica.identity.keycloak.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.spi.config.Secrets;
import io.plexica.spi.identity.IdentityProvider;
import io.plexica.spi.identity.IdentityProvider.Created;
import io.plexica.spi.identity.IdentityProvider.Tokens;
import io.plexica.spi.identity.IdentityProvider.UserState;
import io.plexica.spi.tenancy.TenantSpec;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Everything against one real Keycloak; each test has a realm of its own, the last one kills the server. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class KeycloakIdentityProviderTest {

    private static final String PASSWORD = "correct horse battery";
    private static KeycloakProcess keycloak;
    private static KeycloakServer server;
    private static KeycloakIdentityProvider provider;
    private static RealmStep step;

    @BeforeAll
    static void startKeycloak() throws Exception {
        keycloak = new KeycloakProcess();
        server = new KeycloakServer(
                Configs.of(Map.of("url", keycloak.url() + "/", "requestTimeoutMs", 20_000)), new TestSecrets());
        provider = new KeycloakIdentityProvider(server);
        step = new RealmStep(server);
        awaitPrepared();
    }

    @AfterAll
    static void stopKeycloak() {
        server.close();
        keycloak.close();
    }

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

    @Test
    void badAddressesAreRefusedAsSuch() {
        String realm = realm("address");

        assertThatThrownBy(() -> create(realm, "no address", null, null, PASSWORD, false))
                .isInstanceOfSatisfying(
                        PlexicaException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.VALIDATION_FAILED));
    }

    @Test
    void aUserBecomesAsWantedAgainAndAgain() throws Exception {
        String realm = realm("wanted");
        UUID id = create(realm, "ada@wanted.test", "Ada", "Byron", PASSWORD, false);
        Tokens before = provider.login(realm, "ada@wanted.test", PASSWORD);

        UserState wanted = new UserState("lovelace@wanted.test", "Ada", null, true, true);
        provider.updateUser(realm, id, wanted);
        provider.updateUser(realm, id, wanted);

        Tokens after = provider.login(realm, "lovelace@wanted.test", PASSWORD);
        JsonNode claims = claims(after.accessToken());
        assertThat(claims.path("sub").asText()).isEqualTo(id.toString());
        assertThat(claims.path("email").asText()).isEqualTo("lovelace@wanted.test");
        assertThat(claims.path("family_name").isMissingNode()).isTrue();
        assertThat(claims.path("realm_access").path("roles").toString()).contains("tenant_admin");
        refused(() -> provider.login(realm, "ada@wanted.test", PASSWORD));
        assertThat(provider.findUser(realm, "lovelace@wanted.test")).contains(id);
        assertThat(provider.findUser(realm, "ada@wanted.test")).isEmpty();
        assertThat(provider.findUser("tenant-nowhere", "ada@wanted.test")).isEmpty();
        assertThat(provider.refresh(realm, before.refreshToken()).accessToken()).isNotEmpty();

        provider.updateUser(realm, id, new UserState("lovelace@wanted.test", "Ada", "King", false, false));
        refused(() -> provider.login(realm, "lovelace@wanted.test", PASSWORD));
        refused(() -> provider.refresh(realm, before.refreshToken()));

        provider.updateUser(realm, id, new UserState("lovelace@wanted.test", "Ada", "King", true, false));
        JsonNode last =
                claims(provider.login(realm, "lovelace@wanted.test", PASSWORD).accessToken());
        assertThat(last.path("family_name").asText()).isEqualTo("King");
        assertThat(last.path("realm_access").path("roles").toString()).doesNotContain("tenant_admin");
    }

    @Test
    void whatCannotBeIsRefusedInWords() {
        String realm = realm("cannot");
        create(realm, "taken@cannot.test", null, null, PASSWORD, false);
        UUID id = create(realm, "ada@cannot.test", null, null, PASSWORD, false);

        coded(
                ErrorCode.CONFLICT,
                () -> provider.updateUser(realm, id, new UserState("taken@cannot.test", null, null, true, false)));
        coded(
                ErrorCode.VALIDATION_FAILED,
                () -> provider.updateUser(realm, id, new UserState("ada@cannot.test", "<b>", null, true, false)));
        coded(
                ErrorCode.NOT_FOUND,
                () -> provider.updateUser(
                        realm, UUID.randomUUID(), new UserState("eve@cannot.test", null, null, true, false)));
        coded(ErrorCode.NOT_FOUND, () -> provider.setPassword(realm, UUID.randomUUID(), PASSWORD));
    }

    @Test
    void aPasswordIsSetForWhoHadNone() {
        String realm = realm("invited");
        UserState wanted = new UserState("ada@invited.test", null, null, false, false);
        Created created = provider.createUser(realm, wanted, null);
        assertThat(created.isNew()).isTrue();
        assertThat(provider.createUser(realm, wanted, null)).isEqualTo(new Created(created.id(), false));

        provider.setPassword(realm, created.id(), PASSWORD);
        refused(() -> provider.login(realm, "ada@invited.test", PASSWORD));
        provider.updateUser(realm, created.id(), new UserState("ada@invited.test", null, null, true, false));

        assertThat(provider.login(realm, "ada@invited.test", PASSWORD).expiresIn())
                .isPositive();
    }

    @Test
    void sessionsAndUsersEndOnceAndForAll() {
        String realm = realm("ends");
        UUID id = create(realm, "ada@ends.test", null, null, PASSWORD, false);
        Tokens tokens = provider.login(realm, "ada@ends.test", PASSWORD);

        provider.endSessions(realm, id);
        refused(() -> provider.refresh(realm, tokens.refreshToken()));

        provider.deleteUser(realm, id);
        provider.deleteUser(realm, id);
        provider.endSessions(realm, id);
        refused(() -> provider.login(realm, "ada@ends.test", PASSWORD));
    }

    @Test
    void realmsFollowThePlatformWhenItMoves() throws Exception {
        String realm = realm("moves");
        String page = "https%3A%2F%2Fnew.example.com%2Ft%2Fmoves%2F";
        String proof = "&code_challenge_method=S256&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
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

    @Test
    @Order(Integer.MAX_VALUE)
    void aServerThatIsGoneIsToldFastAndItsReturnIsNoticed() throws Exception {
        keycloak.kill();
        Instant begin = Instant.now();
        for (int i = 0; i < 20; i++) {
            assertThatThrownBy(() -> provider.login("plexica", "root@plexica.test", PASSWORD))
                    .isInstanceOfSatisfying(
                            PlexicaException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.UNAVAILABLE));
        }
        assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(10));
        assertThat(new KeycloakHealthCheck(server).check().healthy()).isFalse();

        keycloak.restart();
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .ignoreExceptions()
                .until(() -> create("plexica", "back@plexica.test", null, null, PASSWORD, false) != null);
        assertThat(provider.login("plexica", "back@plexica.test", PASSWORD).expiresIn())
                .isPositive();
    }

    private static UUID create(
            String realm,
            String email,
            @Nullable String firstName,
            @Nullable String lastName,
            String password,
            boolean admin) {
        return provider.createUser(realm, new UserState(email, firstName, lastName, true, admin), password)
                .id();
    }

    private static void awaitPrepared() {
        Awaitility.await().atMost(Duration.ofMinutes(1)).until(server::isPrepared);
        assertThat(server.complaint()).isNull();
    }

    private static String realm(String slug) {
        step.apply(tenant(slug));
        return IdentityProvider.realm(slug);
    }

    private static TenantSpec tenant(String slug) {
        return new TenantSpec(UUID.randomUUID(), slug, "Tenant " + slug, "free", null);
    }

    private static AbstractThrowableAssert<?, ?> refused(ThrowingCallable call) {
        return assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        PlexicaException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.UNAUTHENTICATED));
    }

    private static void coded(ErrorCode code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        PlexicaException.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    private static JsonNode claims(String token) {
        byte[] payload = Base64.getUrlDecoder().decode(token.split("\\.")[1]);
        return new Reply(200, payload, null).json();
    }

    private static HttpResponse<String> authorize(String realm, String redirect, String more) throws Exception {
        return get(keycloak.url() + "/realms/" + realm
                + "/protocol/openid-connect/auth?response_type=code&scope=openid&client_id=plexica-web&redirect_uri="
                + redirect + more);
    }

    private static HttpResponse<String> get(String url) throws Exception {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString());
    }

    private static final class TestSecrets implements Secrets {
        @Override
        public Optional<String> find(String name) {
            return name.equals("KEYCLOAK_ADMIN_PASSWORD") ? Optional.of(KeycloakProcess.PASSWORD) : Optional.empty();
        }

        @Override
        public String require(String name) {
            return find(name).orElseThrow();
        }
    }
}
