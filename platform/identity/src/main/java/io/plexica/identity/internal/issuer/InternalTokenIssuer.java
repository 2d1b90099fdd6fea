package io.plexica.identity.internal.issuer;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.spi.context.Contexts;
import io.plexica.spi.context.ExecutionContext;
import io.plexica.spi.identity.InternalTokens;
import io.plexica.spi.identity.Principal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Issues tokens with a key of this node's own. The private half never leaves its memory and is replaced twice a day; the
 * public half is in the database for as long as a token signed with it can be alive.
 */
@Component
public final class InternalTokenIssuer implements InternalTokens {

    /** The issuer that such tokens carry. */
    public static final String ISSUER = "urn:plexica:internal";

    /** Their type, which no token of the identity server has. */
    public static final String TYPE = "Internal";

    private static final int KEY_BITS = 2048;
    private static final Duration TOKEN_LIFE = Duration.ofSeconds(60);
    private static final Duration KEY_LIFE = Duration.ofHours(12);

    /** Clocks may differ by the largest leeway that can be configured, and then some. */
    private static final Duration AFTERLIFE = Duration.ofMinutes(10);

    private final IssuerKeys keys;
    private final Clock clock;
    private volatile @Nullable Signing current;

    private record Signing(JWSHeader header, JWSSigner signer, Instant until) {}

    @Activate
    public InternalTokenIssuer(@Reference IssuerKeys keys) {
        this(keys, Clock.systemUTC());
    }

    InternalTokenIssuer(IssuerKeys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    @Override
    public String issue(String... audience) {
        ExecutionContext context = Contexts.require();
        Principal who = context.principal();
        if (who == null) {
            throw new PlexicaException(
                    ErrorCode.UNAUTHENTICATED, "This work is done for nobody, so no token can say for whom");
        }
        try {
            Signing signing = signing();
            SignedJWT token = new SignedJWT(signing.header(), claims(context, who, List.of(audience)));
            token.sign(signing.signer());
            return token.serialize();
        } catch (JOSEException e) {
            throw new PlexicaException(ErrorCode.INTERNAL_ERROR, "The platform could not sign a token", e);
        }
    }

    private JWTClaimsSet claims(ExecutionContext context, Principal who, List<String> audience) {
        Instant now = clock.instant();
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience(audience)
                .subject(who.id().toString())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(TOKEN_LIFE)))
                .jwtID(UUID.randomUUID().toString())
                .claim("typ", TYPE)
                .claim("email", who.email())
                .claim("given_name", who.firstName())
                .claim("family_name", who.lastName())
                .claim("super_admin", who.superAdmin() ? Boolean.TRUE : null)
                .claim("permissions", context.grants().keys().stream().sorted().toList())
                .claim("trace", context.traceId())
                .claim(
                        "act",
                        Map.of(
                                "sub",
                                context.plugin() == null
                                        ? "plexica"
                                        : "plugin:" + context.plugin().id()));
        if (context.tenant() != null) {
            claims.claim("tenant", context.tenant().slug())
                    .claim("tenant_id", context.tenant().id().toString());
        }
        if (context.workspace() != null && context.workspaceRole() != null) {
            claims.claim("workspace", context.workspace().id().toString())
                    .claim("workspace_role", context.workspaceRole().name());
        }
        return claims.build();
    }

    private Signing signing() throws JOSEException {
        Signing present = current;
        return present != null && clock.instant().isBefore(present.until()) ? present : renewed();
    }

    private synchronized Signing renewed() throws JOSEException {
        Signing present = current;
        Instant now = clock.instant();
        if (present != null && now.isBefore(present.until())) {
            return present;
        }
        RSAKey key = new RSAKeyGenerator(KEY_BITS)
                .keyID(UUID.randomUUID().toString())
                .keyUse(KeyUse.SIGNATURE)
                .algorithm(JWSAlgorithm.RS256)
                .generate();
        Instant until = now.plus(KEY_LIFE);
        keys.add(key.getKeyID(), key.toPublicJWK().toJSONString(), until.plus(AFTERLIFE));
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .type(JOSEObjectType.JWT)
                .keyID(key.getKeyID())
                .build();
        Signing fresh = new Signing(header, new RSASSASigner(key), until);
        current = fresh;
        return fresh;
    }
}
