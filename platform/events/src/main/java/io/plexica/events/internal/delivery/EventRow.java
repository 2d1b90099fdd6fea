package io.plexica.events.internal.delivery;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.plexica.api.events.Event;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;

/** Reads events from rows of the outbox. */
public final class EventRow {

    /** Whatever the database took must be readable: one event that is not would keep all others from being claimed. */
    private static final ObjectMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNumberLength(Integer.MAX_VALUE)
                            .maxNameLength(Integer.MAX_VALUE)
                            .maxStringLength(Integer.MAX_VALUE)
                            .maxNestingDepth(Integer.MAX_VALUE)
                            .build())
                    .build())
            .build();

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
