package io.plexica.audit.internal;

import io.plexica.spi.context.Contexts;
import io.plexica.spi.context.ExecutionContext;
import io.plexica.spi.data.LateStatement;
import io.plexica.spi.identity.Principal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
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
        LateStatement late = statement();
        try (PreparedStatement statement = connection.prepareStatement(late.sql())) {
            late.bind(statement, 1);
            return statement.execute();
        }
    }

    /** What writes the row. */
    LateStatement statement() {
        ExecutionContext context = Contexts.find();
        Principal actor = context == null ? null : context.principal();
        return LateStatement.of(
                SQL,
                tenantSlug,
                actor == null ? null : actor.id(),
                actor == null ? null : actor.email(),
                actor != null && actor.superAdmin(),
                action,
                resourceType,
                resourceId,
                before,
                after,
                reason == null ? "SUCCESS" : "FAILURE",
                reason,
                context == null ? null : context.remoteAddress(),
                context == null ? null : context.traceId());
    }
}
