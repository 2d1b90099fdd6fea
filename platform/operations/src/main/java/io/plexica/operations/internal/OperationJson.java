package io.plexica.operations.internal;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.plexica.spi.operations.Operations.Operation;
import io.plexica.spi.operations.Operations.Status;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An operation as REST, streams and the shell show it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OperationJson(
        UUID id,
        String type,
        @Nullable String tenant,
        Status status,
        int progress,
        @Nullable String step,
        @Nullable String message,
        Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable JsonNode result,
        @Nullable JsonNode problem) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The shape of a row. */
    public static OperationJson of(OperationRow row) {
        Operation operation = row.operation();
        return new OperationJson(
                operation.id(),
                operation.type(),
                operation.tenantSlug(),
                operation.status(),
                operation.progress(),
                operation.step(),
                operation.message(),
                operation.startedAt(),
                operation.finishedAt(),
                tree(operation.result()),
                tree(operation.problem()));
    }

    private static @Nullable JsonNode tree(@Nullable String text) {
        try {
            return text == null ? null : JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The database holds JSON that cannot be read", e);
        }
    }
}
