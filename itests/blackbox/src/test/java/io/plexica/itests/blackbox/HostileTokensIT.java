package io.plexica.itests.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.plexica.itests.support.Http;
import io.plexica.itests.support.Json;
import io.plexica.itests.support.Platform;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every token here is a real one changed in one point. */
@BlackBox
class HostileTokensIT {

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final Platform platform;
    private final Http nobody;
    private final String[] real;

    HostileTokensIT(Platform platform) {
        this.platform = platform;
        this.nobody = platform.http();
        this.real = platform.token(platform.credentials().of("acme", "admin")).split("\\.");
    }

    @Test
    void the_real_one_is_taken() {
        nobody.as(String.join(".", real)).get("/api/v1/auth/me").expect(200);
    }

    @Test
    void an_unsigned_token_is_refused() {
        for (String algorithm : List.of("none", "None", "NONE", "nOnE")) {
            refused(part(Map.of("alg", algorithm, "typ", "JWT")) + "." + real[1] + ".");
            refused(part(Map.of("alg", algorithm, "typ", "JWT")) + "." + real[1] + "." + real[2]);
        }
        refused(real[0] + "." + real[1] + ".");
        refused(real[0] + "." + real[1]);
    }

    @Test
    void a_token_signed_with_the_public_key_as_a_shared_secret_is_refused() throws GeneralSecurityException {
        JsonNode keys = Json.read(Http.at(java.net.URI.create(issuer()))
                .get(keysPath())
                .expect(200)
                .text());
        String modulus = keys.at("/keys/0/n").asText();
        for (byte[] secret : List.of(
                modulus.getBytes(StandardCharsets.UTF_8), Base64.getUrlDecoder().decode(modulus))) {
            String content = part(Map.of(
                            "alg",
                            "HS256",
                            "typ",
                            "JWT",
                            "kid",
                            header().path("kid").asText())) + "." + real[1];
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            refused(content + "." + BASE64.encodeToString(mac.doFinal(content.getBytes(StandardCharsets.UTF_8))));
        }
    }

    @Test
    void a_token_signed_with_a_key_that_it_brings_along_is_refused() throws GeneralSecurityException {
        KeyPair own = keyPair();
        RSAPublicKey key = (RSAPublicKey) own.getPublic();
        Map<String, String> jwk = Map.of(
                "kty", "RSA",
                "n", BASE64.encodeToString(unsigned(key.getModulus().toByteArray())),
                "e", BASE64.encodeToString(key.getPublicExponent().toByteArray()));

        refused(signed(Map.of("alg", "RS256", "jwk", jwk), payload(), own));
        refused(signed(Map.of("alg", "RS256", "jku", "http://127.0.0.1:1/keys", "kid", "mine"), payload(), own));
        refused(signed(Map.of("alg", "RS256", "x5u", "http://127.0.0.1:1/chain", "kid", "mine"), payload(), own));
        refused(signed(Map.of("alg", "RS256", "kid", header().path("kid").asText()), payload(), own));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void a_changed_claim_breaks_the_signature(String claim, Object value) {
        JsonNode changed = payload().deepCopy();
        ((com.fasterxml.jackson.databind.node.ObjectNode) changed).putPOJO(claim, value);

        refused(real[0] + "." + part(changed) + "." + real[2]);
    }

    static List<org.junit.jupiter.params.provider.Arguments> changes() {
        return List.of(
                org.junit.jupiter.params.provider.Arguments.of("exp", 4_102_444_800L),
                org.junit.jupiter.params.provider.Arguments.of("iss", "http://127.0.0.1:1/realms/plexica"),
                org.junit.jupiter.params.provider.Arguments.of("iss", "http://127.0.0.1:1/realms/tenant-globex"),
                org.junit.jupiter.params.provider.Arguments.of("sub", "00000000-0000-4000-8000-000000000000"));
    }

    @Test
    void a_token_for_something_else_is_refused() {
        String refresh = nobody.post(
                        "/api/v1/auth/login",
                        platform.credentials().of("acme", "admin").body())
                .at("/refreshToken");

        refused(refresh);
    }

    @Test
    void a_realm_that_is_no_tenant_issues_nothing_of_worth() throws GeneralSecurityException {
        JsonNode claims = payload().deepCopy();
        ((com.fasterxml.jackson.databind.node.ObjectNode) claims)
                .put("iss", payload().path("iss").asText().replace("tenant-acme", "master"));

        refused(signed(Map.of("alg", "RS256", "kid", header().path("kid").asText()), claims, keyPair()));
    }

    @Test
    void another_tenants_token_stays_in_its_tenant() {
        Http globex = platform.as("globex", "admin");

        globex.with("X-Tenant-Slug", "acme").get("/api/v1/auth/me").refused(403, "tenant-mismatch");
        assertThat(globex.get("/api/v1/auth/me").at("/tenant/slug")).isEqualTo("globex");
    }

    @Test
    void rubbish_is_refused_fast() {
        for (String rubbish : List.of("x", "a.b.c", "....", "%00", "e30.e30.e30", "y".repeat(15_000))) {
            assertThat(refused(rubbish)).isLessThan(2_000);
        }
        nobody.with("Authorization", "Basic YTpi").get("/api/v1/auth/me").refused(401, "unauthenticated");
        nobody.with("Authorization", "Bearer").get("/api/v1/auth/me").refused(401, "unauthenticated");
    }

    private long refused(String token) {
        var answer = nobody.as(token).get("/api/v1/auth/me").refused(401, "unauthenticated");
        assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
        return answer.took().toMillis();
    }

    private JsonNode header() {
        return decoded(real[0]);
    }

    private JsonNode payload() {
        return decoded(real[1]);
    }

    private String issuer() {
        return payload().path("iss").asText();
    }

    private String keysPath() {
        return java.net.URI.create(issuer()).getPath() + "/protocol/openid-connect/certs";
    }

    private static JsonNode decoded(String part) {
        return Json.read(new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8));
    }

    private static String part(Object value) {
        return BASE64.encodeToString(Json.write(value).getBytes(StandardCharsets.UTF_8));
    }

    private static KeyPair keyPair() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        return generator.generateKeyPair();
    }

    private static byte[] unsigned(byte[] number) {
        return number[0] == 0 ? java.util.Arrays.copyOfRange(number, 1, number.length) : number;
    }

    private static String signed(Map<String, Object> header, JsonNode claims, KeyPair key)
            throws GeneralSecurityException {
        String content = part(header) + "." + part(claims);
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(key.getPrivate());
        signature.update(content.getBytes(StandardCharsets.UTF_8));
        return content + "." + BASE64.encodeToString(signature.sign());
    }
}
