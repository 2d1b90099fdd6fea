package io.plexica.audit.internal;

import io.plexica.spi.context.Contexts;
import io.plexica.spi.context.ExecutionContext;
import io.plexica.spi.identity.Principal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import org.jspecify.annotations.Nullable;

/**
 * What one row says; who, from where and on which trace come from the context of the thread that writes it.
 *
 * @param tenantSlug heeded only under the platform's own role; the function takes it from every other role
 * @param before JSON text
 * @param after JSON text
 * @param reason why an attempt failed; null for a success
 */
record AuditRow(
        @Nullable String tenantSlug,
        String action,
        String resourceType,
        String resourceId,
        @Nullable String before,
        @Nullable String after,
        @Nullable String reason) {

    private static final String SQL =
            "SELECT core.audit(?, ?, ?, ?, ?, ?, ?, CAST(? AS jsonb), CAST(? AS jsonb), ?, ?, ?, ?)";

    /** Writes the row as the role that the connection works under. */
    boolean write(Connection connection) throws SQLException {
        ExecutionContext context = Contexts.find();
        Principal actor = context == null ? null : context.principal();
        try (PreparedStatement statement = connection.prepareStatement(SQL)) {
            statement.setString(1, tenantSlug);
            statement.setObject(2, actor == null ? null : actor.id(), Types.OTHER);
            statement.setString(3, actor == null ? null : actor.email());
            statement.setBoolean(4, actor != null && actor.superAdmin());
            statement.setString(5, action);
            statement.setString(6, resourceType);
            statement.setString(7, resourceId);
            statement.setString(8, before);
            statement.setString(9, after);
            statement.setString(10, reason == null ? "SUCCESS" : "FAILURE");
            statement.setString(11, reason);
            statement.setString(12, context == null ? null : context.remoteAddress());
            statement.setString(13, context == null ? null : context.traceId());
            return statement.execute();
        }
    }
}
