package io.plexica.identity.internal.issuer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.SignedJWT;
import io.plexica.identity.internal.ApiKeyId;
import io.plexica.identity.internal.tokens.TokenBuilder;
import io.plexica.identity.internal.tokens.TokenFixture;
import io.plexica.spi.authorization.Grants;
import io.plexica.spi.context.Contexts;
import io.plexica.spi.context.ExecutionContext;
import io.plexica.spi.identity.Principal;
import io.plexica.spi.identity.TokenAuthenticator.Identity;
import io.plexica.spi.plugins.PluginRef;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tokens by which the platform passes calls on. */
class InternalTokensTest {

    private final Principal ada = new Principal(UUID.randomUUID(), "ada@acme.test", "Ada", null, false);
    private TokenFixture fixture;
    private InternalTokenIssuer issuer;

    @BeforeEach
    void start() throws Exception {
        fixture = new TokenFixture();
        issuer = new InternalTokenIssuer(fixture.node.issuerKeys, fixture.clock);
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    @Test
    void aTokenSaysForWhomAndWhatAndIsBelieved() throws Exception {
        String token = issue(ada, "plugin:billing", "plexica-api");

        Identity identity = fixture.authenticator.authenticate(token);

        assertThat(identity.principal()).isEqualTo(ada);
        assertThat(identity.tenant()).isEqualTo(fixture.tenants.find("acme").orElseThrow());
        assertThat(identity.scope()).as("people have the rights that they have").isNull();
        SignedJWT read = SignedJWT.parse(token);
        assertThat(read.getJWTClaimsSet().getJSONObjectClaim("act")).containsEntry("sub", "plugin:crm");
        assertThat(read.getJWTClaimsSet().getStringClaim("tenant")).isEqualTo("acme");
        RSAKey key = (RSAKey) JWKSet.parse(fixture.node.issuerKeys.document())
                .getKeyByKeyId(read.getHeader().getKeyID());
        assertThat(read.verify(new RSASSAVerifier(key))).isTrue();
        assertThat(key.isPrivate()).isFalse();
    }

    @Test
    void itLivesForAMinute() {
        String token = issue(ada, "plexica-api");
        fixture.authenticator.authenticate(token);

        fixture.clock.move(Duration.ofSeconds(91));

        fixture.refused(token);
    }

    @Test
    void itIsBelievedOnlyWhereItIsMeantFor() {
        fixture.refused(issue(ada, "plugin:billing"));
    }

    @Test
    void keysAreRenewedAndTheOldOnesStayForWhatIsAlive() {
        String before = issue(ada, "plexica-api");
        fixture.authenticator.authenticate(before);
        fixture.clock.move(Duration.ofHours(12));
        String after = issue(ada, "plexica-api");

        assertThat(after.split("\\.")[0]).isNotEqualTo(before.split("\\.")[0]);
        org.awaitility.Awaitility.await()
                .ignoreExceptions()
                .until(() -> fixture.authenticator.authenticate(after).tenant() != null);
    }

    @Test
    void aMachineMayDoWhatItsTokenNames() {
        Principal machine = new Principal(ApiKeyId.fresh(), "api-key:ci", "ci", null, false);

        Identity identity = fixture.authenticator.authenticate(issue(machine, "plexica-api"));

        assertThat(identity.principal()).isEqualTo(machine);
        assertThat(identity.scope()).containsExactly("crm:contacts:read");
    }

    @Test
    void aSuperAdminIsNoneByAPassedOnCall() {
        Principal root = new Principal(UUID.randomUUID(), "root@plexica.test", null, null, true);

        Identity identity = fixture.authenticator.authenticate(issue(root, "plexica-api"));

        assertThat(identity.principal().superAdmin()).isFalse();
        assertThat(fixture.database.text("SELECT count(*)::text FROM tenant_acme.users WHERE id = '" + root.id() + "'"))
                .isEqualTo("0");
    }

    @Test
    void itDiesWithTheUsersSignIns() {
        String token = issue(ada, "plexica-api");
        fixture.authenticator.authenticate(token);

        fixture.revocations.endUser("tenant-acme", ada.id().toString(), Instant.now());

        fixture.refused(token);
    }

    @Test
    void nobodyElseIssuesThem() throws Exception {
        RSAKey own = new RSAKeyGenerator(2048).keyID("forged").generate();
        fixture.refused(new TokenBuilder(InternalTokenIssuer.ISSUER, own)
                .claim("typ", InternalTokenIssuer.TYPE)
                .sign());
        fixture.refused(new TokenBuilder(InternalTokenIssuer.ISSUER, fixture.key)
                .claim("typ", InternalTokenIssuer.TYPE)
                .sign());
        fixture.refused(fixture.token().claim("typ", InternalTokenIssuer.TYPE).sign());
    }

    @Test
    void forNobodyThereIsNone() {
        assertThatThrownBy(() -> issue(null, "plexica-api")).hasMessageContaining("for nobody");
    }

    private String issue(@Nullable Principal who, String... audience) {
        ExecutionContext context = ExecutionContext.platform(Contexts.newTraceId())
                .inTenant(fixture.tenants.find("acme").orElseThrow())
                .as(who, new ReadsContacts())
                .inPlugin(new PluginRef("crm", "1.0.0"));
        try (Contexts.Scope scope = Contexts.open(context)) {
            return issuer.issue(audience);
        }
    }

    private static final class ReadsContacts implements Grants {

        @Override
        public Set<String> roles() {
            return Set.of();
        }

        @Override
        public Set<String> keys() {
            return Set.of("crm:contacts:read");
        }

        @Override
        public boolean covers(String key) {
            return keys().contains(key);
        }
    }
}
