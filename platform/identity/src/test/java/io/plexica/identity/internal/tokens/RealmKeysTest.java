package io.plexica.identity.internal.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** How keys are come by, and kept. */
class RealmKeysTest {

    @Test
    void aFloodOfUnknownKeysReadsThemOnce() throws Exception {
        try (TokenFixture fixture = new TokenFixture()) {
            fixture.authenticator.authenticate(fixture.token().sign());
            for (int i = 0; i < 200; i++) {
                String id = "unknown-" + i;
                fixture.refused(
                        fixture.token().header(header -> header.keyID(id)).sign());
            }
            assertThat(fixture.server.fetches()).isLessThanOrEqualTo(2);
        }
    }

    @Test
    void manyAtOnceReadTheKeysOnce() throws Exception {
        try (TokenFixture fixture = new TokenFixture()) {
            String token = fixture.token().sign();
            CompletableFuture<?>[] all = IntStream.range(0, 16)
                    .mapToObj(i -> CompletableFuture.runAsync(() -> fixture.authenticator.authenticate(token)))
                    .toArray(CompletableFuture[]::new);
            CompletableFuture.allOf(all).join();

            assertThat(fixture.server.fetches()).isOne();
        }
    }

    @Test
    void aNewKeyIsFoundAndTheOldOneStaysGood() throws Exception {
        try (TokenFixture fixture = new TokenFixture(Map.of("keysRefetchSeconds", 1))) {
            fixture.authenticator.authenticate(fixture.token().sign());
            RSAKey next = fixture.server.addKey("tenant-acme", "acme-2");
            String rotated = new TokenBuilder(fixture.server.issuer("tenant-acme"), next).sign();

            Awaitility.await().ignoreExceptions().until(() -> fixture.authenticator.authenticate(rotated) != null);
            fixture.authenticator.authenticate(fixture.token().sign());
            assertThat(fixture.server.fetches()).isEqualTo(2);
        }
    }

    @Test
    void aKeyThatIsWithdrawnDiesWhenKeysAreReadAgain() throws Exception {
        try (TokenFixture fixture = new TokenFixture(Map.of("keysCacheSeconds", 0, "keysRefetchSeconds", 0))) {
            fixture.authenticator.authenticate(fixture.token().sign());
            fixture.server.dropKeys("tenant-acme");
            fixture.server.addKey("tenant-acme", "acme-2");
            String old = fixture.token().sign();

            Awaitility.await().untilAsserted(() -> {
                fixture.refused(fixture.token().sign());
                fixture.refused(old);
            });
        }
    }

    @Test
    void withTheServerGoneKnownKeysStayGood() throws Exception {
        try (TokenFixture fixture = new TokenFixture(Map.of("keysCacheSeconds", 0, "keysRefetchSeconds", 0))) {
            fixture.authenticator.authenticate(fixture.token().sign());
            fixture.server.stop();

            for (int i = 0; i < 20; i++) {
                fixture.authenticator.authenticate(fixture.token().sign());
            }
        }
    }

    @Test
    void withTheServerGoneATokenThatNeedsItIsAnsweredFastAndWellAgainLater() throws Exception {
        try (TokenFixture fixture = new TokenFixture()) {
            fixture.server.stop();
            String token = fixture.token().sign();
            Instant begin = Instant.now();
            for (int i = 0; i < 50; i++) {
                fixture.unavailable(token);
            }
            assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(5));

            fixture.server.start();
            Awaitility.await().ignoreExceptions().until(() -> fixture.authenticator.authenticate(token) != null);
        }
    }

    @Test
    void ellipticCurvesAreUnderstoodAndWeakOrEncryptionKeysAreNot() throws Exception {
        try (TokenFixture fixture = new TokenFixture()) {
            ECKey curve = new ECKeyGenerator(Curve.P_256).keyID("curve").generate();
            RSAKey encryption = new RSAKeyGenerator(2048)
                    .keyID("encryption")
                    .keyUse(KeyUse.ENCRYPTION)
                    .generate();
            RSAKey weak = new RSAKeyGenerator(1024, true).keyID("weak").generate();
            fixture.server.addKey("tenant-acme", curve);
            fixture.server.addKey("tenant-acme", encryption);
            fixture.server.addKey("tenant-acme", weak);

            fixture.authenticator.authenticate(fixture.token()
                    .algorithm(JWSAlgorithm.ES256)
                    .header(header -> header.keyID("curve"))
                    .sign(new ECDSASigner(curve)));
            fixture.refused(new TokenBuilder(fixture.server.issuer("tenant-acme"), encryption).sign());
        }
    }
}
