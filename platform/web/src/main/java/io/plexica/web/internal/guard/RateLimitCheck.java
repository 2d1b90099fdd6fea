package io.plexica.web.internal.guard;

import io.plexica.api.problem.PlexicaException;
import io.plexica.web.internal.call.Call;
import org.jspecify.annotations.Nullable;

/** Has the caller made too many such calls? */
final class RateLimitCheck implements GuardCheck {

    @Override
    public @Nullable PlexicaException refusal(Call call, Guard guard) {
        return call.count();
    }
}
