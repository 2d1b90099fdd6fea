package io.plexica.events.internal.delivery;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.spi.events.EventHandlers;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * To whom deliveries of one event go.
 *
 * @param workspace where it happened; null for outside any workspace
 */
record Address(
        String tenant,
        String plugin,
        String event,
        @Nullable UUID workspace) {

    /** What {@link #read} reads, of the tables of {@link DeadLetters#FROM}. */
    static final String COLUMNS = "d.tenant_slug, d.plugin_id, o.name, o.workspace_id";

    /** Reads them. */
    static List<Address> read(PreparedStatement select) throws SQLException {
        try (ResultSet row = select.executeQuery()) {
            List<Address> found = new ArrayList<>();
            while (row.next()) {
                found.add(new Address(
                        row.getString(1), row.getString(2), row.getString(3), row.getObject(4, UUID.class)));
            }
            return found;
        }
    }

    /** One part of each, as an array of texts; nowhere is the empty one. */
    static Array column(PreparedStatement statement, List<Address> addresses, Function<Address, String> part)
            throws SQLException {
        return statement
                .getConnection()
                .createArrayOf("text", addresses.stream().map(part).toArray());
    }

    /** The workspace as text; empty for none. */
    String place() {
        return workspace == null ? "" : workspace.toString();
    }

    /**
     * Whether the plugin would handle it now; what it would not is dropped when it is delivered.
     *
     * @throws PlexicaException {@code unavailable} while this node does not know
     */
    boolean isHandled(EventHandlers plugins) {
        if (!plugins.areKnown()) {
            throw new PlexicaException(
                    ErrorCode.UNAVAILABLE, "This node does not know yet which plugins handle what: try again soon");
        }
        return plugins.handles(plugin, tenant, workspace, event);
    }
}
