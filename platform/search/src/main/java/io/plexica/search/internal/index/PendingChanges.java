package io.plexica.search.internal.index;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.plexica.spi.data.Database;
import io.plexica.spi.data.Sql;
import io.plexica.spi.search.Entry;
import io.plexica.spi.search.Entry.Body;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The table of what an engine beside the database has yet to be told. */
final class PendingChanges {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TAKE = """
            UPDATE core.search_changes SET due_at = clock_timestamp() + ? * interval '1 millisecond'
            WHERE number IN (SELECT number FROM core.search_changes WHERE engine = ? AND due_at <= clock_timestamp()
                             ORDER BY number LIMIT ? FOR UPDATE SKIP LOCKED)
            RETURNING number, tenant_slug, plugin_id, type, document_id, workspace_id, body
            """;

    private final Database database;
    private final String engine;

    PendingChanges(Database database, String engine) {
        this.database = database;
        this.engine = engine;
    }

    /** Changes of one document wait for each other's end, so that their numbers rise as they commit. */
    void add(String tenant, String plugin, String type, String id, @Nullable UUID workspace, @Nullable Body body) {
        String document = "plexica:search:" + tenant + ":" + plugin + ":" + type + ":" + id;
        String text = body == null ? null : write(body);
        database.core(connection -> {
            Sql.finds(connection, "SELECT pg_advisory_xact_lock(hashtextextended(?, 0))", document);
            return Sql.update(
                    connection,
                    "INSERT INTO core.search_changes (engine, tenant_slug, plugin_id, type, document_id, workspace_id,"
                            + " body) VALUES (?, ?, ?, ?, ?, CAST(? AS uuid), CAST(? AS jsonb))",
                    engine,
                    tenant,
                    plugin,
                    type,
                    id,
                    workspace,
                    text);
        });
    }

    /** Takes some that are due, in their order; nobody else does until the lease is over. */
    List<Change> take(int most, Duration lease) {
        return database
                .apart(() -> database.core(
                        connection -> Sql.list(connection, TAKE, PendingChanges::read, lease.toMillis(), engine, most)))
                .stream()
                .sorted(Comparator.comparingLong(Change::number))
                .toList();
    }

    /** They have been told. */
    void done(Collection<Change> changes) {
        update("DELETE FROM core.search_changes WHERE number = ANY (?)", changes);
    }

    /** They are tried again after a while. */
    void again(Collection<Change> changes, Duration pause) {
        update(
                "UPDATE core.search_changes SET due_at = clock_timestamp() + interval '" + pause.toMillis()
                        + " milliseconds' WHERE number = ANY (?)",
                changes);
    }

    /** What waits of a plugin in a tenant need not be told any more. */
    void forget(String tenant, String plugin) {
        database.core(connection -> Sql.update(
                connection, "DELETE FROM core.search_changes WHERE tenant_slug = ? AND plugin_id = ?", tenant, plugin));
    }

    /** The same of a whole tenant. */
    void forget(String tenant) {
        database.core(
                connection -> Sql.update(connection, "DELETE FROM core.search_changes WHERE tenant_slug = ?", tenant));
    }

    /** What waits for other engines will never be told. */
    void leaveOthers() {
        database.core(
                connection -> Sql.update(connection, "DELETE FROM core.search_changes WHERE engine <> ?", engine));
    }

    /** How many wait, and how old the oldest is. */
    Waiting waiting() {
        String sql = "SELECT count(*), coalesce(extract(epoch FROM clock_timestamp() - min(at)), 0)"
                + " FROM core.search_changes WHERE engine = ?";
        return database.core(connection -> Sql.find(
                        connection,
                        sql,
                        row -> new Waiting(row.getLong(1), Duration.ofSeconds(row.getLong(2))),
                        engine))
                .orElseThrow();
    }

    /** Changes that wait, and how old the oldest is. */
    record Waiting(long count, Duration age) {}

    private void update(String sql, Collection<Change> changes) {
        Long[] numbers = changes.stream().map(Change::number).toArray(Long[]::new);
        database.apart(() ->
                database.core(connection -> Sql.update(connection, sql, connection.createArrayOf("int8", numbers))));
    }

    private static Change read(ResultSet row) throws SQLException {
        String body = row.getString("body");
        Entry entry = new Entry(
                row.getLong("number"),
                row.getString("type"),
                row.getString("document_id"),
                row.getObject("workspace_id", UUID.class),
                body == null ? null : parse(body));
        return new Change(entry.version(), row.getString("tenant_slug"), row.getString("plugin_id"), entry);
    }

    private static String write(Body body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A document cannot be written as JSON", e);
        }
    }

    private static Body parse(String text) {
        try {
            return JSON.readValue(text, Body.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A document that waits cannot be read", e);
        }
    }
}
