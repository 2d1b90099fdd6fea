package io.plexica.identity.internal.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.identity.internal.Recorders;
import io.plexica.identity.internal.TestSettings;
import io.plexica.identity.internal.auth.AuthBodies.Granted;
import io.plexica.identity.internal.auth.AuthBodies.Login;
import io.plexica.identity.internal.auth.AuthBodies.Session;
import io.plexica.identity.internal.tokens.TokenFixture;
import io.plexica.spi.context.Contexts;
import io.plexica.spi.context.ExecutionContext;
import io.plexica.spi.tenancy.TenantStatus;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The endpoints below {@code /auth}, without the web room. */
class AuthResourceTest {

    private TokenFixture fixture;
    private AuthResource resource;
    private Contexts.Scope scope;

    @BeforeEach
    void start() throws Exception {
        fixture = new TokenFixture();
        fixture.readKeys();
        fixture.server.passwords.put("tenant-acme/ada@acme.test", "right");
        Logins logins = new Logins(
                fixture.server,
                fixture.tenants,
                fixture.node.users,
                new Recorders.Audit(),
                fixture.database,
                TestSettings.of(Map.of()));
        Sessions sessions = new Sessions(
                fixture.server,
                fixture.realms,
                fixture.revocations,
                fixture.node.users,
                fixture.authenticator,
                fixture.tenants,
                fixture.database);
        resource = new AuthResource(logins, sessions);
        scope = Contexts.open(ExecutionContext.platform(Contexts.newTraceId()));
    }

    @AfterEach
    void stop() {
        scope.close();
        fixture.close();
    }

    @Test
    void loginAnswersTokens() {
        Granted granted = resource.login(new Login("acme", " ada@acme.test ", "right"));

        assertThat(granted.tokenType()).isEqualTo("Bearer");
        assertThat(granted.expiresIn()).isEqualTo(300);
        assertThat(granted.accessToken()).isEqualTo("access");
    }

    @Test
    void whoIsShutOutGetsNoTokensThoughTheIdentityServerHasNotHeardOfItYet() throws Exception {
        UUID user = UUID.randomUUID();
        fixture.server.refreshToken =
                fixture.token().claim("sub", user.toString()).sign();
        fixture.authenticator.authenticate(fixture.server.refreshToken);
        assertThat(resource.login(new Login("acme", "ada@acme.test", "right")).accessToken())
                .isEqualTo("access");

        setStatus(user, "SUSPENDED");

        assertThatThrownBy(() -> resource.login(new Login("acme", "ada@acme.test", "right")))
                .hasMessage("Wrong user name or password");
        assertThat(fixture.server.calls).last().isEqualTo("logout tenant-acme");
        setStatus(user, "ACTIVE");
        assertThat(resource.login(new Login("acme", "ada@acme.test", "right")).accessToken())
                .isEqualTo("access");
    }

    @Test
    void bodiesThatLackSomethingAreToldAllOfIt() {
        assertThatThrownBy(() -> resource.login(new Login(null, "", "a\0b")))
                .isInstanceOfSatisfying(
                        PlexicaException.class,
                        e -> assertThat(e.errors())
                                .extracting("pointer")
                                .containsExactly("/tenant", "/username", "/password"));
        fails(ErrorCode.VALIDATION_FAILED, () -> resource.login(null));
        fails(ErrorCode.VALIDATION_FAILED, () -> resource.refresh(new Session(null, null)));
        fails(ErrorCode.VALIDATION_FAILED, () -> resource.logout("Bearer x", null));
    }

    @Test
    void theIssuerOfARefreshTokenDecidesWhomToAsk() throws Exception {
        String refresh = refreshToken();

        assertThat(resource.refresh(new Session(null, refresh)).accessToken()).isEqualTo("access");
        assertThat(resource.refresh(new Session("acme", refresh)).accessToken()).isEqualTo("access");
        fails(ErrorCode.UNAUTHENTICATED, () -> resource.refresh(new Session("globex", refresh)));
        assertThat(fixture.server.calls).containsExactly("refresh tenant-acme", "refresh tenant-acme");
    }

    @Test
    void hostileRefreshTokensReachNoServer() throws Exception {
        String foreign = fixture.token().claim("iss", "http://evil.test").sign();
        String nameless = fixture.token().claim("iss", null).sign();

        for (String token : List.of("garbage", "a.b.c", "bnVsbA.bnVsbA.bnVsbA", "....", foreign, nameless)) {
            fails(ErrorCode.UNAUTHENTICATED, () -> resource.refresh(new Session(null, token)));
        }
        assertThat(fixture.server.calls).isEmpty();
    }

    @Test
    void aSuspendedTenantRefreshesNothingNorDoTokensFromBefore() throws Exception {
        String refresh = refreshToken();

        fixture.tenants.put("acme", TenantStatus.SUSPENDED);
        fails(ErrorCode.UNAUTHENTICATED, () -> resource.refresh(new Session(null, refresh)));
        fixture.tenants.put("acme", TenantStatus.ACTIVE, Instant.now().plusSeconds(1));
        fails(ErrorCode.UNAUTHENTICATED, () -> resource.refresh(new Session(null, refresh)));
    }

    @Test
    void aUserWhoseSignInsWereEndedOrWhoIsSuspendedRefreshesNothing() throws Exception {
        UUID user = UUID.randomUUID();
        String access = fixture.token().claim("sub", user.toString()).sign();
        String refresh = fixture.token()
                .claim("sub", user.toString())
                .claim("typ", "Refresh")
                .sign();
        fixture.authenticator.authenticate(access);

        new SessionEnding(fixture.revocations, fixture.node.users, fixture.database).endAll("acme", user);

        fixture.refused(access);
        fails(ErrorCode.UNAUTHENTICATED, () -> resource.refresh(new Session(null, refresh)));
        String later = fixture.token()
                .claim("sub", user.toString())
                .issued(Instant.now().plusSeconds(2))
                .sign();
        resource.refresh(new Session(null, later));
        setStatus(user, "SUSPENDED");
        fails(ErrorCode.UNAUTHENTICATED, () -> resource.refresh(new Session(null, later)));
    }

    @Test
    void whoIsGoneForGoodHasNoTokensEverAgain() throws Exception {
        UUID user = UUID.randomUUID();
        String later = fixture.token()
                .claim("sub", user.toString())
                .issued(Instant.now().plusSeconds(20))
                .sign();

        new SessionEnding(fixture.revocations, fixture.node.users, fixture.database).endForGood("acme", user);

        fixture.refused(later);
        assertThat(fixture.database.text("SELECT count(*)::text FROM tenant_acme.users WHERE id = '" + user + "'"))
                .isEqualTo("0");
    }

    @Test
    void logoutKillsBothTokens() throws Exception {
        String access = fixture.token().claim("sid", "one").sign();
        String refresh = fixture.token().claim("sid", "one").sign();
        fixture.authenticator.authenticate(access);

        resource.logout("bearer " + access, new Session("acme", refresh));

        fixture.refused(access);
        fails(ErrorCode.UNAUTHENTICATED, () -> resource.refresh(new Session(null, refresh)));
        assertThat(fixture.server.calls).containsExactly("logout tenant-acme");
    }

    @Test
    void logoutWorksHereAlsoWhileTheIdentityServerIsGone() throws Exception {
        String access = fixture.token().sign();
        fixture.authenticator.authenticate(access);
        fixture.server.down = true;

        resource.logout("Bearer " + access, new Session(null, "refresh"));

        fixture.refused(access);
    }

    @Test
    void logoutFromAnotherTenantIsRefused() throws Exception {
        String access = fixture.token().sign();

        fails(ErrorCode.TENANT_MISMATCH, () -> resource.logout("Bearer " + access, new Session("globex", "refresh")));
        fixture.authenticator.authenticate(access);
    }

    private void setStatus(UUID user, String status) {
        fixture.database.tenant("acme", connection -> {
            try (var update = connection.createStatement()) {
                return update.executeUpdate("UPDATE users SET status = '" + status + "' WHERE id = '" + user + "'");
            }
        });
    }

    private String refreshToken() throws Exception {
        return fixture.token().claim("typ", "Refresh").sign();
    }

    private static void fails(ErrorCode code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        PlexicaException.class, e -> assertThat(e.code()).isEqualTo(code));
    }
}
