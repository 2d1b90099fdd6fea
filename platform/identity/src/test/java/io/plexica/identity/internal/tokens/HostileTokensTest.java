package io.plexica.identity.internal.tokens;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import io.plexica.spi.tenancy.TenantStatus;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens that must not be believed. */
class HostileTokensTest {

    private TokenFixture fixture;

    @BeforeEach
    void start() throws Exception {
        fixture = new TokenFixture();
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    @Test
    void unsigned() {
        String claims = Base64URL.encode(fixture.token().claimsOnly()).toString();
        for (String algorithm : List.of("none", "None", "NONE", "nOnE")) {
            String header = Base64URL.encode("{\"alg\":\"" + algorithm + "\",\"typ\":\"JWT\",\"kid\":\"acme-1\"}")
                    .toString();
            fixture.refused(header + "." + claims + ".");
            fixture.refused(header + "." + claims + ".AAAA");
        }
    }

    @Test
    void signedWithThePublicKeyAsAPassword() throws Exception {
        byte[] publicKey = fixture.key.toRSAPublicKey().getEncoded();
        byte[] publicText = fixture.key.toPublicJWK().toJSONString().getBytes(UTF_8);

        fixture.refused(fixture.token().algorithm(JWSAlgorithm.HS256).sign(new MACSigner(publicKey)));
        fixture.refused(fixture.token().algorithm(JWSAlgorithm.HS512).sign(new MACSigner(publicText)));
    }

    @Test
    void signedWithAnAlgorithmThatTheKeyIsNotFor() throws Exception {
        fixture.refused(fixture.token().algorithm(JWSAlgorithm.PS256).sign());
        fixture.refused(fixture.token().algorithm(JWSAlgorithm.RS512).sign());
    }

    @Test
    void signedWithAKeyOfItsOwn() throws Exception {
        RSAKey own = new RSAKeyGenerator(2048).keyID("acme-1").generate();

        fixture.refused(fixture.token().sign(new RSASSASigner(own)));
        fixture.refused(
                fixture.token().header(header -> header.jwk(own.toPublicJWK())).sign(new RSASSASigner(own)));
        assertThat(fixture.server.fetches()).isOne();
    }

    @Test
    void pointingToKeysElsewhere() throws Exception {
        RSAKey own = new RSAKeyGenerator(2048).keyID("elsewhere").generate();
        fixture.server.addKey("evil", own);
        URI elsewhere = fixture.server.keys("evil");

        for (JWSHeader.Builder header : List.of(
                new JWSHeader.Builder(JWSAlgorithm.RS256).jwkURL(elsewhere).keyID("elsewhere"),
                new JWSHeader.Builder(JWSAlgorithm.RS256).x509CertURL(elsewhere).keyID("acme-1"))) {
            com.nimbusds.jwt.SignedJWT token = new com.nimbusds.jwt.SignedJWT(
                    header.build(),
                    com.nimbusds.jwt.JWTClaimsSet.parse(fixture.token().claimsOnly()));
            token.sign(new RSASSASigner(own));
            fixture.refused(token.serialize());
        }
        assertThat(fixture.server.fetches()).as("only acme's keys were read").isOne();
    }

    @Test
    void withAHeaderThatMustBeUnderstood() throws Exception {
        fixture.refused(fixture.token()
                .header(header -> header.criticalParams(Set.of("b64")).base64URLEncodePayload(true))
                .sign());
        fixture.refused(fixture.token().header(header -> header.keyID(null)).sign());
    }

    @Test
    void ofAnotherRealm() throws Exception {
        RSAKey foreign = fixture.server.addKey("tenant-globex", "globex-1");
        fixture.database.addTenant("globex");
        fixture.tenants.put("globex", TenantStatus.ACTIVE);

        fixture.refused(new TokenBuilder(fixture.server.issuer("tenant-acme"), foreign).sign());
        fixture.refused(new TokenBuilder(fixture.server.issuer("tenant-globex"), fixture.key).sign());
        assertThat(fixture.authenticator
                        .authenticate(new TokenBuilder(fixture.server.issuer("tenant-globex"), foreign).sign())
                        .tenant())
                .isEqualTo(fixture.tenants.find("globex").orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://evil.test/realms/tenant-acme",
                "",
                "/",
                "/../tenant-acme",
                "tenant-acme/",
                "TENANT-ACME",
                "master",
                "tenant-",
                "tenant-nobody"
            })
    void ofARealmThatBelongsToNobody(String issuer) throws Exception {
        String whole = issuer.startsWith("http") ? issuer : fixture.server.issuer(issuer);

        fixture.refused(new TokenBuilder(whole, fixture.key).sign());
        assertThat(fixture.server.fetches()).isZero();
    }

    @Test
    void forAnotherAudienceOrPurpose() throws Exception {
        fixture.refused(fixture.token().claim("aud", "account").sign());
        fixture.refused(fixture.token().claim("aud", null).sign());
        fixture.refused(
                fixture.token().claim("aud", List.of("plexica-api2", "plexica")).sign());
        fixture.refused(fixture.token().claim("typ", "ID").sign());
        fixture.refused(fixture.token().claim("typ", "Refresh").sign());
        fixture.refused(fixture.token().claim("typ", null).sign());
    }

    @Test
    void outOfItsTime() throws Exception {
        fixture.refused(fixture.token().expires(Duration.ofSeconds(-31)).sign());
        fixture.refused(fixture.token().claim("exp", null).sign());
        fixture.refused(fixture.token()
                .claim("nbf", Instant.now().plusSeconds(60).getEpochSecond())
                .sign());
        fixture.refused(fixture.token().issued(Instant.now().plusSeconds(60)).sign());
        fixture.refused(fixture.token().claim("iat", null).sign());
        fixture.authenticator.authenticate(
                fixture.token().expires(Duration.ofSeconds(-20)).sign());
    }

    @Test
    void aboutNobody() throws Exception {
        fixture.refused(fixture.token().claim("sub", null).sign());
        fixture.refused(fixture.token().claim("sub", "admin").sign());
        fixture.refused(fixture.token().claim("sub", "1-1-1-1-1").sign());
        fixture.refused(fixture.token().claim("email", null).sign());
        fixture.refused(fixture.token().claim("email", List.of("a@b.test")).sign());
        fixture.refused(fixture.token().claim("sid", null).claim("jti", null).sign());
    }

    @Test
    void withClaimsTwiceOrDeeplyNested() throws Exception {
        String claims = fixture.token().claimsOnly();
        String issuer = "\"iss\":\"" + fixture.server.issuer("tenant-acme") + "\",";

        fixture.refused(signed("{\"iss\":\"http://evil.test\"," + claims.substring(1)));
        fixture.refused(signed("{" + issuer + claims.substring(1)));
        fixture.refused(signed("{\"x\":" + "[".repeat(40) + "]".repeat(40) + "," + claims.substring(1)));
        fixture.refused(signed(claims + "{}"));
        fixture.refused(signed(claims.substring(0, claims.length() - 1)));
        fixture.refused(signed("[" + claims + "]"));
        fixture.authenticator.authenticate(signed("{\"x\":[[{\"y\":1}]]," + claims.substring(1)));
    }

    @Test
    void withMomentsThatAreNone() throws Exception {
        for (Object moment : List.of("soon", -1, 1e300, Long.MAX_VALUE, List.of(1), true)) {
            fixture.refused(fixture.token().claim("exp", moment).sign());
        }
        fixture.refused(fixture.token().claim("nbf", "now").sign());
        fixture.refused(fixture.token().claim("iat", Map.of()).sign());
    }

    @Test
    void withTextThatTheDatabaseCannotHold() throws Exception {
        fixture.refused(fixture.token().claim("email", "a\0b@acme.test").sign());
        fixture.refused(fixture.token().claim("given_name", "A\0").sign());
    }

    @Test
    void theAudienceMayBeOneOfSeveral() throws Exception {
        fixture.authenticator.authenticate(
                fixture.token().claim("aud", List.of("account", "plexica-api")).sign());
    }

    @Test
    void tooLong() throws Exception {
        fixture.refused(fixture.token().claim("padding", "x".repeat(8192)).sign());
        fixture.authenticator.authenticate(
                fixture.token().claim("padding", "x".repeat(4000)).sign());
    }

    @Test
    void changedAfterSigning() throws Exception {
        String[] parts = fixture.token().sign().split("\\.");
        String other = Base64URL.encode(fixture.token().claimsOnly()).toString();

        fixture.refused(parts[0] + "." + other + "." + parts[2]);
        fixture.refused(parts[0] + "." + parts[1] + "." + parts[2].substring(0, parts[2].length() - 8));
        fixture.refused(String.join(".", parts) + "\n");
        fixture.refused(String.join(".", parts) + ".x");
        fixture.refused(" " + String.join(".", parts));
    }

    private String signed(String claims) throws Exception {
        com.nimbusds.jose.JWSObject token = new com.nimbusds.jose.JWSObject(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("acme-1").build(),
                new com.nimbusds.jose.Payload(claims));
        token.sign(new RSASSASigner(fixture.key));
        return token.serialize();
    }

    @Test
    void garbage() {
        String nested = "[".repeat(3000);
        Stream.of(
                        "",
                        ".",
                        "..",
                        "a.b.c",
                        "....",
                        "é.é.é",
                        "\0.\0.\0",
                        Base64URL.encode("{\"alg\":\"RS256\",\"kid\":\"acme-1\"}") + "." + Base64URL.encode(nested)
                                + ".AA",
                        "bnVsbA.e30.AA",
                        Base64URL.encode("{\"alg\":[]}") + ".e30.AA",
                        Base64URL.encode("{\"alg\":\"RS256\",\"kid\":7}") + ".e30.AA",
                        Base64URL.encode("{\"alg\":\"RS256\",\"kid\":\"acme-1\"}") + ".e30.AA",
                        Base64URL.encode("{\"alg\":\"RS256\",\"kid\":\"acme-1\"}") + ".bnVsbA.AA",
                        Base64URL.encode("{\"alg\":\"RS256\",\"kid\":\"acme-1\"}") + "."
                                + Base64URL.encode("{\"iss\":{},\"exp\":\"soon\"}") + ".AA")
                .forEach(fixture::refused);
    }
}
