package io.plexica.api.hooks;

import java.util.List;

/**
 * What handlers made of a value.
 *
 * @param value the value after the last of them
 * @param failures the handlers that failed; the value went past them unchanged
 */
public record HookChain<T>(T value, List<HookFailure> failures) {

    public HookChain {
        failures = List.copyOf(failures);
    }
}
