package io.plexica.operations.internal;

import io.plexica.spi.operations.Operations.Operation;
import io.plexica.spi.operations.Operations.Status;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An operation as the table has it.
 *
 * @param startedBy who began it; null for the platform itself
 * @param version grows with every change
 */
public record OperationRow(Operation operation, @Nullable UUID startedBy, long version) {

    /** Whether nothing will happen to it any more. */
    public boolean hasEnded() {
        return operation.status() != Status.RUNNING;
    }
}
