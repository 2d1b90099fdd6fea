package io.plexica.web.internal.guard;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.web.internal.call.Call;
import org.jspecify.annotations.Nullable;

/** Is somebody signed in, where somebody must be? */
final class AuthenticatedCheck implements GuardCheck {

    @Override
    public @Nullable PlexicaException refusal(Call call, Guard guard) {
        if (!guard.needsUser() || call.context().principal() != null) {
            return null;
        }
        return new PlexicaException(
                ErrorCode.UNAUTHENTICATED, "Sign in and send the access token as 'Authorization: Bearer <token>'");
    }
}
