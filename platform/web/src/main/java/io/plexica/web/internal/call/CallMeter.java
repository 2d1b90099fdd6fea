package io.plexica.web.internal.call;

import io.plexica.api.problem.PlexicaException;
import org.jspecify.annotations.Nullable;

/** Counts a call against what its caller may make of them. */
@FunctionalInterface
public interface CallMeter {

    /** Counts a call, once; the refusal where it is one too many, else null. */
    @Nullable
    PlexicaException count(Call call);
}
