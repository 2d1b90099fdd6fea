package io.plexica.events.internal.store;

import io.plexica.api.events.EventStore;
import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.events.internal.delivery.EventRow;
import io.plexica.events.internal.outbox.PayloadJson;
import io.plexica.spi.context.Contexts;
import io.plexica.spi.context.ExecutionContext;
import io.plexica.spi.data.Database;
import io.plexica.spi.data.SchemaReady;
import io.plexica.spi.plugins.PluginRef;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.ComponentContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;

/** Keeps histories for a plugin: one instance for each bundle, which can only ever reach those of the plugin it is. */
@Component(scope = ServiceScope.BUNDLE)
public final class PluginEventStore implements EventStore {

    private static final int MOST = 1_000;
    private static final int LONGEST_TYPE = 60;
    private static final int LONGEST_ID = 200;
    private static final int LONGEST_NAME = 120;
    private static final String APPEND = "SELECT core.append_history(?, ?, ?, ?, ?, ?)";
    private static final String READ = "SELECT * FROM core.read_history(?, ?, ?, ?)";

    private final Database database;
    private final PluginRef plugin;
    private final PayloadJson json = new PayloadJson();

    /** For the bundle that asks. */
    @Activate
    public PluginEventStore(
            ComponentContext context,
            @Reference Database database,
            @Reference(target = "(plexica.room=events)") SchemaReady schemaReady) {
        this(database, pluginAt(context.getUsingBundle().getLocation()));
    }

    /** For a plugin by its name. */
    public PluginEventStore(Database database, PluginRef plugin) {
        this.database = database;
        this.plugin = plugin;
    }

    @Override
    public long append(String type, String aggregateId, long expected, List<Fact> facts) {
        demand("type", type, LONGEST_TYPE);
        demand("aggregate's identifier", aggregateId, LONGEST_ID);
        facts.forEach(fact -> demand("name of a fact", fact.name(), LONGEST_NAME));
        String[] names = facts.stream().map(Fact::name).toArray(String[]::new);
        String[] payloads = facts.stream()
                .map(fact -> json.write(fact.name(), fact.payload()))
                .toArray(String[]::new);
        Long last =
                database.plugin(plugin, connection -> append(connection, type, aggregateId, expected, names, payloads));
        if (last < 0) {
            throw PlexicaException.conflict(
                    "sequence-moved", type + " " + aggregateId + " has gone on since entry " + expected);
        }
        return last;
    }

    @Override
    public List<Entry> read(String type, String aggregateId, long after, int most) {
        return database.plugin(plugin, connection -> {
            try (PreparedStatement select = connection.prepareStatement(READ)) {
                select.setString(1, type);
                select.setString(2, aggregateId);
                select.setLong(3, after);
                select.setInt(4, Math.max(0, Math.min(most, MOST)));
                try (ResultSet row = select.executeQuery()) {
                    List<Entry> found = new ArrayList<>();
                    while (row.next()) {
                        found.add(new Entry(
                                row.getLong("sequence"),
                                row.getString("name"),
                                row.getObject("at", OffsetDateTime.class).toInstant(),
                                row.getObject("user_id", UUID.class),
                                EventRow.payload(row.getString("payload"))));
                    }
                    return found;
                }
            }
        });
    }

    /** The number of the last entry; -1 when it is not the expected one. */
    private static long append(
            Connection connection, String type, String id, long expected, String[] names, String[] payloads)
            throws SQLException {
        try (PreparedStatement append = connection.prepareStatement(APPEND)) {
            append.setString(1, type);
            append.setString(2, id);
            append.setLong(3, expected);
            append.setArray(4, connection.createArrayOf("text", names));
            append.setArray(5, connection.createArrayOf("text", payloads));
            append.setObject(6, user(), Types.OTHER);
            try (ResultSet row = append.executeQuery()) {
                row.next();
                long last = row.getLong(1);
                return row.wasNull() ? -1 : last;
            }
        }
    }

    private static @Nullable UUID user() {
        ExecutionContext context = Contexts.require();
        return context.principal() == null ? null : context.principal().id();
    }

    private void demand(String what, String value, int longest) {
        if (value.isEmpty() || value.length() > longest) {
            throw new PlexicaException(
                            ErrorCode.INTERNAL_ERROR,
                            "The " + what + " must have 1 to " + longest + " characters, not " + value.length())
                    .with("plugin", plugin.id());
        }
    }

    private static PluginRef pluginAt(String location) {
        return PluginRef.ofLocation(location)
                .orElseThrow(() -> new PlexicaException(
                        ErrorCode.INTERNAL_ERROR, "The bundle at " + location + " is no plugin and has no histories"));
    }
}
