package io.plexica.identity.internal.tokens;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.text.ParseException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The keys with which a realm signs, by their ids. Immutable. */
record KeySet(Map<String, Key> keys) {

    /** None at all. */
    static final KeySet EMPTY = new KeySet(Map.of());

    private static final int SHORTEST_RSA = 2048;

    /**
     * A key that signatures are checked with, and what it is for.
     *
     * @param rsa the key itself when it is one of RSA, whose plain signatures the JDK checks without a detour
     */
    record Key(
            JWSVerifier verifier,
            Map<String, JWSHeader> algorithms,
            @Nullable PublicKey rsa) {

        private static final Map<String, String> PLAIN =
                Map.of("RS256", "SHA256withRSA", "RS384", "SHA384withRSA", "RS512", "SHA512withRSA");

        /** Whether this is the signature of the beginning of a text, and the key is for the algorithm. */
        boolean hasSigned(byte[] text, int length, String algorithm, byte[] signature)
                throws JOSEException, GeneralSecurityException {
            JWSHeader header = algorithms.get(algorithm);
            if (header == null) {
                return false;
            }
            String plain = PLAIN.get(algorithm);
            if (rsa == null || plain == null) {
                return verifier.verify(header, Arrays.copyOf(text, length), Base64URL.encode(signature));
            }
            Signature verification = Signature.getInstance(plain);
            verification.initVerify(rsa);
            verification.update(text, 0, length);
            return verification.verify(signature);
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
                        algorithms(verifier, jwk),
                        verifier instanceof RSASSAVerifier rsa ? rsa.getPublicKey() : null);
    }

    /** The only one that the server names, or all that the kind of key can do. */
    private static Map<String, JWSHeader> algorithms(JWSVerifier verifier, JWK jwk) {
        Map<String, JWSHeader> headers = new HashMap<>();
        for (JWSAlgorithm algorithm : verifier.supportedJWSAlgorithms()) {
            if (jwk.getAlgorithm() == null || jwk.getAlgorithm().getName().equals(algorithm.getName())) {
                headers.put(algorithm.getName(), new JWSHeader(algorithm));
            }
        }
        return Map.copyOf(headers);
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
