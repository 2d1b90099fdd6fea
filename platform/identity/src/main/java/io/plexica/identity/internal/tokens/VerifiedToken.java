package io.plexica.identity.internal.tokens;

import io.plexica.spi.identity.Principal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a verified token says.
 *
 * @param principal who bears it
 * @param realm where it is from
 * @param session the sign-in it belongs to; all its tokens die together
 * @param id its own id; null when it has none
 * @param issuedAt when it was issued, to the second
 * @param deadAfter when it expires, leeway included, in milliseconds since 1970
 */
public record VerifiedToken(
        Principal principal,
        RealmOwner realm,
        String session,
        @Nullable String id,
        Instant issuedAt,
        long deadAfter) {}
