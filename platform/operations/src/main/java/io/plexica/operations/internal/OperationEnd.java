package io.plexica.operations.internal;

import io.plexica.spi.operations.Operations.Status;
import org.jspecify.annotations.Nullable;

/**
 * How an operation ended.
 *
 * @param result JSON text; null when nothing came out
 * @param problem JSON text of the problem document; null unless it failed
 */
record OperationEnd(
        Status status, @Nullable String result, @Nullable String problem) {

    static OperationEnd succeeded(@Nullable String result) {
        return new OperationEnd(Status.SUCCEEDED, result, null);
    }

    static OperationEnd failed(String problem) {
        return failed(null, problem);
    }

    static OperationEnd failed(@Nullable String result, String problem) {
        return new OperationEnd(Status.FAILED, result, problem);
    }
}
