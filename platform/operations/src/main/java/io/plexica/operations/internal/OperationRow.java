package io.plexica.operations.internal;

import io.plexica.spi.operations.Operations.Operation;
import io.plexica.spi.operations.Operations.Status;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An operation as the table has it.
 *
 * @param about the tenant that work of the platform is about; null for all other work
 * @param startedBy who began it; null for the platform itself
 * @param version grows with every change
 */
public record OperationRow(
        Operation operation,
        @Nullable String about,
        @Nullable UUID startedBy,
        long version) {

    /** The tenant to which it belongs, or which it is about; null for neither. */
    @Nullable
    String concerned() {
        return operation.tenantSlug() == null ? about : operation.tenantSlug();
    }

    /** Whether nothing will happen to it any more. */
    public boolean hasEnded() {
        return operation.status() != Status.RUNNING;
    }
}
