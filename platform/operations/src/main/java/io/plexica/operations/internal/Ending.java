package io.plexica.operations.internal;

import io.plexica.spi.operations.Operations.Status;
import org.jspecify.annotations.Nullable;

/**
 * How an operation ended.
 *
 * @param result JSON text; null when nothing came out
 * @param problem JSON text of the problem document; null unless it failed
 */
record Ending(
        Status status, @Nullable String result, @Nullable String problem) {

    static Ending succeeded(@Nullable String result) {
        return new Ending(Status.SUCCEEDED, result, null);
    }

    static Ending failed(String problem) {
        return failed(null, problem);
    }

    static Ending failed(@Nullable String result, String problem) {
        return new Ending(Status.FAILED, result, problem);
    }
}
