package io.plexica.identity.internal.tokens;

import io.plexica.spi.identity.Principal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a verified token says.
 *
 * @param principal who bears it
 * @param realm where its bearer is from
 * @param descent by what it can be dead
 * @param deadAfter when it expires, leeway included, in milliseconds since 1970
 * @param ours whether the platform issued it itself
 * @param scope what it lets a machine do; null for people, who have the rights that they have
 */
public record VerifiedToken(
        Principal principal,
        RealmOwner realm,
        TokenLineage descent,
        long deadAfter,
        boolean ours,
        @Nullable Set<String> scope) {

    /** Its sign-in. */
    public String session() {
        return descent.session().value();
    }
}
