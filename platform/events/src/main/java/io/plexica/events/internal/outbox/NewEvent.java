package io.plexica.events.internal.outbox;

import io.plexica.spi.context.ExecutionContext;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is about to be published; the database adds tenant, plugin and number.
 *
 * @param payload JSON text
 */
record NewEvent(
        String name,
        String aggregateId,
        String payload,
        @Nullable UUID workspaceId,
        @Nullable UUID userId,
        String traceId) {

    private static final String SQL = "SELECT core.publish_event(?, ?, CAST(? AS jsonb), ?, ?, ?)";

    static NewEvent in(ExecutionContext context, String name, String aggregateId, String payload) {
        return new NewEvent(
                name,
                aggregateId,
                payload,
                context.workspace() == null ? null : context.workspace().id(),
                context.principal() == null ? null : context.principal().id(),
                context.traceId());
    }

    /** Writes it as the plugin under whose role the connection works; the event's id. */
    UUID publish(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SQL)) {
            statement.setString(1, name);
            statement.setString(2, aggregateId);
            statement.setString(3, payload);
            statement.setObject(4, workspaceId, Types.OTHER);
            statement.setObject(5, userId, Types.OTHER);
            statement.setString(6, traceId);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getObject(1, UUID.class);
            }
        }
    }
}
