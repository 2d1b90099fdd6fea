package io.plexica.identity.internal.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.identity.internal.tokens.LogoutTokenVerifier;
import io.plexica.identity.internal.tokens.TokenBuilder;
import io.plexica.identity.internal.tokens.TokenFixture;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The identity server tells of sign-ins that have ended there. */
class BackchannelLogoutTest {

    private static final Map<String, Object> EVENTS =
            Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of());

    private TokenFixture fixture;
    private BackchannelLogout logout;

    @BeforeEach
    void start() throws Exception {
        fixture = new TokenFixture();
        LogoutTokenVerifier verifier = new LogoutTokenVerifier(fixture.realms, fixture.node.keys, fixture.settings);
        logout = new BackchannelLogout(verifier, fixture.revocations, fixture.database);
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    @Test
    void aSessionThatEndedThereEndsHere() throws Exception {
        String access = fixture.token().claim("sid", "ended").sign();
        String other = fixture.token().sign();
        fixture.authenticator.authenticate(access);

        tell(logout().claim("sid", "ended"));

        fixture.refused(access);
        fixture.authenticator.authenticate(other);
    }

    @Test
    void withoutASessionAllOfTheUsersEnd() throws Exception {
        String user = UUID.randomUUID().toString();
        String access = fixture.token().claim("sub", user).sign();

        tell(logout().claim("sid", null).claim("sub", user));

        fixture.refused(access);
    }

    @Test
    void aTokenIsHeededOnce() throws Exception {
        String form = form(logout().claim("sid", "twice"));
        logout.heed(form);

        refused(form);
    }

    @Test
    void whateverIsWrongWithItIsRefused() throws Exception {
        String sid = UUID.randomUUID().toString();
        String access = fixture.token().claim("sid", sid).sign();
        RSAKey own = new RSAKeyGenerator(2048).keyID("acme-1").generate();
        fixture.server.addKey("tenant-globex", "globex-1");

        List<TokenBuilder> wrong = List.of(
                logout().claim("events", null),
                logout().claim("events", Map.of("http://elsewhere", Map.of())),
                logout().claim("events", "http://schemas.openid.net/event/backchannel-logout"),
                logout().claim("nonce", "x"),
                logout().claim("aud", "account"),
                logout().claim("jti", null),
                logout().claim("iat", null),
                logout().issued(Instant.now().minusSeconds(3600)),
                logout().issued(Instant.now().plusSeconds(3600)),
                logout().expires(Duration.ofSeconds(-60)),
                logout().claim("iss", fixture.server.issuer("tenant-acme") + "/"),
                logout().claim("iss", fixture.server.issuer("tenant-globex")),
                new TokenBuilder(fixture.server.issuer("tenant-acme"), own).claim("events", EVENTS));
        for (TokenBuilder token : wrong) {
            refused(form(token.claim("sid", sid)));
        }
        refused(form(logout().claim("sid", null).claim("sub", null)));
        for (String form : List.of("", "logout_token=", "logout_token=a.b.c", "logout_token=%zz", "token=x")) {
            refused(form);
        }
        String good = form(logout().claim("sid", sid));
        refused(good + "&" + good);
        fixture.authenticator.authenticate(access);
    }

    @Test
    void anAccessTokenEndsNothingAndALogoutTokenOpensNothing() throws Exception {
        refused("logout_token=" + fixture.token().sign());
        fixture.refused(logout().claim("sid", "any").sign());
    }

    private TokenBuilder logout() {
        return fixture.token()
                .claim("typ", "Logout")
                .claim("events", EVENTS)
                .claim("email", null)
                .claim("aud", "plexica-web");
    }

    private void tell(TokenBuilder token) throws Exception {
        logout.heed(form(token));
    }

    private static String form(TokenBuilder token) throws Exception {
        return "logout_token=" + token.sign();
    }

    private void refused(String form) {
        assertThatThrownBy(() -> logout.heed(form))
                .isInstanceOfSatisfying(
                        PlexicaException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.VALIDATION_FAILED));
    }
}
