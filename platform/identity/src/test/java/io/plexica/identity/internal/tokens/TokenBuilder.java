package io.plexica.identity.internal.tokens;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import java.util.function.Consumer;

/** Tokens as Keycloak writes them, and such as it never would. */
public final class TokenBuilder {

    private final RSAKey key;
    private JWSHeader.Builder header;
    private final JWTClaimsSet.Builder claims;

    public TokenBuilder(String issuer, RSAKey key) {
        Instant now = Instant.now();
        this.key = key;
        this.header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .type(JOSEObjectType.JWT)
                .keyID(key.getKeyID());
        this.claims = new JWTClaimsSet.Builder()
                .issuer(issuer)
                .audience("plexica-api")
                .subject(UUID.randomUUID().toString())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(Duration.ofMinutes(5))))
                .jwtID(UUID.randomUUID().toString())
                .claim("sid", UUID.randomUUID().toString())
                .claim("typ", "Bearer")
                .claim("email", "ada@acme.test")
                .claim("given_name", "Ada");
    }

    public TokenBuilder claim(String name, Object value) {
        claims.claim(name, value);
        return this;
    }

    public TokenBuilder expires(Duration fromNow) {
        claims.expirationTime(Date.from(Instant.now().plus(fromNow)));
        return this;
    }

    public TokenBuilder issued(Instant when) {
        claims.issueTime(Date.from(when));
        return this;
    }

    TokenBuilder header(Consumer<JWSHeader.Builder> change) {
        change.accept(header);
        return this;
    }

    TokenBuilder algorithm(JWSAlgorithm algorithm) {
        header = new JWSHeader.Builder(algorithm).type(JOSEObjectType.JWT).keyID(key.getKeyID());
        return this;
    }

    public String claimsOnly() {
        return claims.build().toString();
    }

    public String sign() throws JOSEException {
        return sign(new RSASSASigner(key));
    }

    String sign(JWSSigner signer) throws JOSEException {
        SignedJWT token = new SignedJWT(header.build(), claims.build());
        token.sign(signer);
        return token.serialize();
    }
}
