package io.plexica.identity.internal.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.RSAKey;
import io.plexica.spi.identity.TokenAuthenticator.Identity;
import io.plexica.spi.tenancy.Tenant;
import io.plexica.spi.tenancy.TenantStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of good tokens. */
class TokenAuthenticatorTest {

    private TokenFixture fixture;

    @BeforeEach
    void start() throws Exception {
        fixture = new TokenFixture();
    }

    @AfterEach
    void stop() {
        fixture.database.down(false);
        fixture.close();
    }

    @Test
    void aGoodTokenTellsWhoItIsAndOfWhichTenant() throws Exception {
        UUID id = UUID.randomUUID();

        Identity identity = fixture.authenticator.authenticate(
                fixture.token().claim("sub", id.toString()).sign());

        assertThat(identity.principal().id()).isEqualTo(id);
        assertThat(identity.principal().email()).isEqualTo("ada@acme.test");
        assertThat(identity.principal().firstName()).isEqualTo("Ada");
        assertThat(identity.principal().lastName()).isNull();
        assertThat(identity.principal().superAdmin()).isFalse();
        assertThat(identity.tenant()).isEqualTo(fixture.tenants.find("acme").orElseThrow());
    }

    @Test
    void aSuperAdminHasNoTenant() throws Exception {
        RSAKey key = fixture.server.addKey("plexica", "plexica-1");

        Identity identity =
                fixture.authenticator.authenticate(new TokenBuilder(fixture.server.issuer("plexica"), key).sign());

        assertThat(identity.principal().superAdmin()).isTrue();
        assertThat(identity.tenant()).isNull();
    }

    @Test
    void aTokenSeenBeforeCostsNeitherServerNorDatabase() throws Exception {
        String token = fixture.token().sign();
        fixture.authenticator.authenticate(token);
        int fetches = fixture.server.fetches();
        int uses = fixture.database.uses();
        fixture.server.stop();
        fixture.database.down(true);

        IntStream.range(0, 100).forEach(i -> fixture.authenticator.authenticate(token));

        assertThat(fixture.server.fetches()).isEqualTo(fetches);
        assertThat(fixture.database.uses()).isEqualTo(uses);
    }

    @Test
    void aNewTokenOfAKnownPersonCostsNoDatabase() throws Exception {
        String id = UUID.randomUUID().toString();
        fixture.authenticator.authenticate(fixture.token().claim("sub", id).sign());
        int uses = fixture.database.uses();

        fixture.authenticator.authenticate(fixture.token().claim("sub", id).sign());

        assertThat(fixture.database.uses()).isEqualTo(uses);
    }

    @Test
    void aTokenSeenBeforeExpires() throws Exception {
        String token = fixture.token().sign();
        fixture.authenticator.authenticate(token);

        fixture.clock.move(Duration.ofSeconds(300));
        fixture.authenticator.authenticate(token);
        fixture.clock.move(Duration.ofSeconds(31));
        fixture.refused(token);
    }

    @Test
    void allTokensOfASessionDieTogether() throws Exception {
        String first = fixture.token().claim("sid", "shared").sign();
        String second = fixture.token().claim("sid", "shared").sign();
        String other = fixture.token().sign();
        fixture.authenticator.authenticate(first);

        fixture.revocations.endSession("tenant-acme", "shared");

        fixture.refused(first);
        fixture.refused(second);
        fixture.authenticator.authenticate(other);
    }

    @Test
    void theSameSessionOfAnotherRealmGoesOn() throws Exception {
        String token = fixture.token().claim("sid", "alike").sign();

        fixture.revocations.endSession("tenant-globex", "alike");

        fixture.authenticator.authenticate(token);
    }

    @Test
    void aSuspendedTenantIsAnsweredAsSuchAndItsTokensAreDeadAfterwards() throws Exception {
        String before = fixture.token().issued(Instant.now().minusSeconds(5)).sign();
        String unseen = fixture.token().issued(Instant.now().minusSeconds(5)).sign();
        fixture.authenticator.authenticate(before);

        fixture.tenants.put("acme", TenantStatus.SUSPENDED, Instant.now());
        for (String token : new String[] {before, unseen}) {
            Tenant tenant = fixture.authenticator.authenticate(token).tenant();
            assertThat(tenant).isNotNull();
            assertThat(tenant.status()).isEqualTo(TenantStatus.SUSPENDED);
        }

        fixture.tenants.put("acme", TenantStatus.ACTIVE, Instant.now());
        fixture.refused(before);
        fixture.refused(unseen);
        fixture.authenticator.authenticate(
                fixture.token().issued(Instant.now().plusSeconds(1)).sign());
    }

    @Test
    void aTenantThatIsGoneOrAnotherByTheSameSlugHasNoTokens() throws Exception {
        String token = fixture.token().sign();
        fixture.authenticator.authenticate(token);

        fixture.tenants.remove("acme");
        fixture.refused(token);
        fixture.tenants.put("acme", TenantStatus.ACTIVE);
        fixture.refused(token);
    }

    @Test
    void aPersonWhoIsNotActiveIsRefused() throws Exception {
        UUID id = UUID.randomUUID();
        fixture.database.tenant("acme", connection -> {
            try (var insert = connection.createStatement()) {
                return insert.executeUpdate(
                        "INSERT INTO users (id, email, status) VALUES ('" + id + "', 'ada@acme.test', 'SUSPENDED')");
            }
        });

        fixture.refused(fixture.token().claim("sub", id.toString()).sign());
    }

    @Test
    void aPersonSeenByManyThreadsAtOnceIsMirroredOnce() throws Exception {
        String id = UUID.randomUUID().toString();
        String[] tokens = new String[8];
        for (int i = 0; i < tokens.length; i++) {
            tokens[i] = fixture.token().claim("sub", id).sign();
        }

        CompletableFuture<?>[] all = IntStream.range(0, tokens.length)
                .mapToObj(i -> CompletableFuture.runAsync(() -> fixture.authenticator.authenticate(tokens[i])))
                .toArray(CompletableFuture[]::new);

        CompletableFuture.allOf(all).join();
    }

    @Test
    void withoutTheDatabaseAnUnknownPersonIsToldToTryAgain() throws Exception {
        fixture.database.down(true);
        String token = fixture.token().sign();
        fixture.unavailable(token);

        fixture.database.down(false);
        fixture.authenticator.authenticate(token);
    }
}
