package io.plexica.web.internal.guard;

import io.plexica.api.problem.PlexicaException;
import io.plexica.web.internal.call.Call;
import org.jspecify.annotations.Nullable;

/** One link of the chain: one question with one refusal. */
interface GuardCheck {

    /** The refusal, or null to let the call pass. */
    @Nullable
    PlexicaException refusal(Call call, Guard guard);
}
