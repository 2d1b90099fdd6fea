package io.plexica.events.internal.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.plexica.api.events.Event;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;

/** Reads events from rows of the outbox. */
public final class EventRow {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private EventRow() {}

    /** The event of a row. */
    public static Event read(ResultSet row) throws SQLException {
        String trace = row.getString("trace_id");
        return new Event(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("aggregate_id"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getObject("workspace_id", UUID.class),
                row.getObject("user_id", UUID.class),
                trace == null ? "" : trace,
                payload(row.getString("payload")));
    }

    /** A payload as Java values. */
    public static Map<String, Object> payload(String text) {
        try {
            return JSON.readValue(text, OBJECT);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The database holds JSON that cannot be read", e);
        }
    }
}
