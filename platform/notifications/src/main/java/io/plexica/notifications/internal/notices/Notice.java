package io.plexica.notifications.internal.notices;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that has happened, of which people are to be told.
 *
 * @param kind the action of the audit log, or {@code core.plugin.failed}, {@code core.operation.ended}
 * @param tenant the slug; null for the platform's own work
 * @param subject what it happened to
 * @param actor who did it; null for nobody who need be left out
 * @param attempts how often it has been tried, this time included
 */
record Notice(
        long number,
        String kind,
        @Nullable String tenant,
        String subject,
        @Nullable UUID actor,
        JsonNode details,
        int attempts) {

    /** A member of the details as text; empty when it is missing. */
    String detail(String pointer) {
        return details.at(pointer).asText("");
    }
}
