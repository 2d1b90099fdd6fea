package io.plexica.identity.internal.tokens;

import io.plexica.identity.internal.IdentitySettings;
import io.plexica.identity.internal.TokenRefusals;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Verifies logout tokens as OpenID Connect Back-Channel Logout 1.0 says, section 2.6, but for the replay, which only the
 * database can tell. Safe for all threads.
 */
@Component(service = LogoutTokenVerifier.class)
public final class LogoutTokenVerifier {

    private static final Set<@Nullable String> TYPES = Set.of("jwt", "logout+jwt");
    private static final Set<String> AUDIENCES = Set.of("plexica-api", "plexica-web");
    private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";

    /** A server tells of a logout when it happens. */
    private static final Duration OLDEST = Duration.ofMinutes(5);

    private final RealmDirectory realms;
    private final RealmKeys keys;
    private final IdentitySettings settings;
    private final Clock clock;

    @Activate
    public LogoutTokenVerifier(
            @Reference RealmDirectory realms, @Reference RealmKeys keys, @Reference IdentitySettings settings) {
        this(realms, keys, settings, Clock.systemUTC());
    }

    LogoutTokenVerifier(RealmDirectory realms, RealmKeys keys, IdentitySettings settings, Clock clock) {
        this.realms = realms;
        this.keys = keys;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * What has ended.
     *
     * @param id the token's own id
     * @param session the sign-in; null for all of the user's
     * @param user the user; null when the session alone is named
     * @param issuedAt when the server said so
     * @param until when the token is dead by itself
     */
    public record Logout(
            RealmOwner realm,
            String id,
            @Nullable String session,
            @Nullable String user,
            Instant issuedAt,
            Instant until) {}

    /**
     * Verifies a token.
     *
     * @throws io.plexica.api.problem.PlexicaException {@code unauthenticated}, or {@code unavailable} when a key is needed
     *     that cannot be had
     */
    public Logout verify(String token) {
        TokenText text = TokenText.parse(token, settings.tokenMaxBytes(), TYPES);
        if (!settings.algorithms().contains(text.header().algorithm())) {
            throw TokenRefusals.invalid("algorithm " + text.header().algorithm());
        }
        Claims claims = text.claims();
        RealmOwner owner =
                realms.ofIssuer(claims.text("iss")).orElseThrow(() -> TokenRefusals.invalid("unknown issuer"));
        text.demandSignedBy(keys.find(owner, text.header().key()));
        if (Collections.disjoint(claims.texts("aud"), AUDIENCES)
                || !claims.objectMembers("events").contains(EVENT)
                || claims.has("nonce")) {
            throw TokenRefusals.invalid("no logout token for this platform");
        }
        return logout(owner, claims);
    }

    private Logout logout(RealmOwner owner, Claims claims) {
        Instant now = clock.instant();
        Instant issued = claims.moment("iat");
        if (issued == null
                || now.isBefore(issued.minus(settings.leeway()))
                || now.isAfter(issued.plus(OLDEST).plus(settings.leeway()))) {
            throw TokenRefusals.invalid("not issued just now");
        }
        Instant end = claims.moment("exp");
        if (end != null && !now.isBefore(end.plus(settings.leeway()))) {
            throw TokenRefusals.invalid("expired");
        }
        String session = claims.optionalText("sid");
        String user = claims.optionalText("sub");
        if (session == null && user == null) {
            throw TokenRefusals.invalid("neither session nor subject");
        }
        Instant until = issued.plus(OLDEST).plus(settings.leeway().multipliedBy(2));
        return new Logout(owner, claims.text("jti"), session, user, issued, until);
    }
}
