package io.plexica.identity.internal;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;

/** What callers without a good token are told. Why it is not good goes to the log: the answer would help to forge one. */
public final class TokenRefusals {

    private TokenRefusals() {}

    /** The token is not good. */
    public static PlexicaException invalid(String why) {
        return new PlexicaException(
                ErrorCode.UNAUTHENTICATED,
                "The access token is not valid, or not any more; sign in again",
                new InvalidTokenException(why));
    }

    /** Whether the token is good cannot be told at the moment. */
    public static PlexicaException unknown(Throwable cause) {
        return new PlexicaException(
                ErrorCode.UNAVAILABLE,
                "The token cannot be checked at the moment because the identity server does not answer; try again in a few"
                        + " seconds",
                cause);
    }

    /** Why a token was refused; without a stack, since hostile ones come in numbers. */
    private static final class InvalidTokenException extends Exception {
        private static final long serialVersionUID = 1L;

        InvalidTokenException(String why) {
            super(why, null, false, false);
        }
    }
}
