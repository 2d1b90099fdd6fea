package io.plexica.identity.internal.tokens;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import java.text.ParseException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The keys with which a realm signs, by their ids. Immutable. */
record KeySet(Map<String, Key> keys) {

    private static final int SHORTEST_RSA = 2048;

    /**
     * A key that signatures are checked with.
     *
     * @param algorithm the only one it is for; null when the server does not say
     */
    record Key(JWSVerifier verifier, @Nullable String algorithm) {

        boolean isFor(JWSAlgorithm wanted) {
            boolean named = algorithm == null || algorithm.equals(wanted.getName());
            return named && verifier.supportedJWSAlgorithms().contains(wanted);
        }
    }

    /**
     * Reads the server's document. Keys of kinds that are not used are left out.
     *
     * @throws ParseException when it is none, or has no key for signatures
     */
    static KeySet parse(String json) throws ParseException {
        Map<String, Key> keys = new HashMap<>();
        for (JWK jwk : JWKSet.parse(json).getKeys()) {
            Key key = key(jwk);
            if (key != null && jwk.getKeyID() != null) {
                keys.put(jwk.getKeyID(), key);
            }
        }
        if (keys.isEmpty()) {
            throw new ParseException("No key for signatures among the realm's keys", 0);
        }
        return new KeySet(Map.copyOf(keys));
    }

    private static @Nullable Key key(JWK jwk) throws ParseException {
        if (jwk.getKeyUse() != null && !KeyUse.SIGNATURE.equals(jwk.getKeyUse())) {
            return null;
        }
        JWSVerifier verifier = verifier(jwk);
        return verifier == null
                ? null
                : new Key(
                        verifier,
                        jwk.getAlgorithm() == null ? null : jwk.getAlgorithm().getName());
    }

    private static @Nullable JWSVerifier verifier(JWK jwk) throws ParseException {
        try {
            if (jwk instanceof RSAKey rsa && rsa.size() >= SHORTEST_RSA) {
                return new RSASSAVerifier(rsa.toRSAPublicKey());
            }
            return jwk instanceof ECKey ec ? new ECDSAVerifier(ec.toECPublicKey()) : null;
        } catch (JOSEException e) {
            throw new ParseException(String.valueOf(e.getMessage()), 0);
        }
    }
}
