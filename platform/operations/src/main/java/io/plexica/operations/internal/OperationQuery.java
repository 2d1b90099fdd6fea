package io.plexica.operations.internal;

import io.plexica.api.problem.FieldError;
import io.plexica.api.problem.PlexicaException;
import io.plexica.api.rest.PageQuery;
import io.plexica.spi.operations.Operations.Status;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A look through the operations.
 *
 * @param status only those in it; null for all
 * @param type only those of it; null for all
 * @param paging which page, in what order, with what text in type or message
 */
public record OperationQuery(
        @Nullable Status status, @Nullable String type, PageQuery paging) {

    /** Reads the parameters of a call. */
    public static OperationQuery of(@Nullable String status, @Nullable String type, PageQuery paging) {
        return new OperationQuery(status == null ? null : status(status), type, paging);
    }

    private static Status status(String text) {
        return Arrays.stream(Status.values())
                .filter(status -> status.name().equals(text))
                .findFirst()
                .orElseThrow(() -> PlexicaException.validation(new FieldError(
                        "/status",
                        "must be one of "
                                + Arrays.stream(Status.values())
                                        .map(Status::name)
                                        .collect(Collectors.joining(", ")))));
    }
}
