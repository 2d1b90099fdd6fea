package io.plexica.search.postgres.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.plexica.spi.search.Entry;
import io.plexica.spi.search.IndexRef;
import io.plexica.spi.search.Languages;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rows of one index. */
record Documents(Connection connection, IndexRef index) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String MINE = " WHERE plugin_id = ? AND generation = ?";

    void put(Entry entry, Entry.Body body) throws SQLException {
        boolean known = Languages.isKnown(body.language());
        String words = "CAST(? AS tsvector)";
        if (known) {
            String language = Lexemes.configuration(body.language());
            words += " || setweight(to_tsvector(" + language + ", ?), 'B') || to_tsvector(" + language + ", ?)";
        }
        try (PreparedStatement upsert = connection.prepareStatement(upsert(words))) {
            int next = head(upsert, entry);
            upsert.setString(next++, Lexemes.vector(index, entry, body));
            if (known) {
                upsert.setString(next++, body.title());
                upsert.setString(next++, body.text());
            }
            upsert.setString(next++, facets(body));
            upsert.setString(next, body.stored());
            upsert.executeUpdate();
        }
    }

    /** What is left of a removed document for as long as others may still be told of it. */
    void trace(Entry entry) throws SQLException {
        try (PreparedStatement upsert = connection.prepareStatement(upsert("CAST(? AS tsvector)"))) {
            int next = head(upsert, entry);
            upsert.setNull(next++, Types.VARCHAR);
            upsert.setNull(next++, Types.VARCHAR);
            upsert.setNull(next, Types.VARCHAR);
            upsert.executeUpdate();
        }
    }

    int delete(Entry entry) throws SQLException {
        return update(
                "DELETE FROM search_documents" + MINE + " AND type = ? AND id = ? AND version <= ?",
                entry.type(),
                entry.id(),
                entry.version());
    }

    int deleteTraces() throws SQLException {
        return update("DELETE FROM search_documents" + MINE + " AND stored IS NULL");
    }

    int deleteAll() throws SQLException {
        return update("DELETE FROM search_documents" + MINE);
    }

    long count() throws SQLException {
        try (PreparedStatement select =
                        prepared("SELECT count(*) FROM search_documents" + MINE + " AND stored IS NOT NULL");
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    static List<IndexRef> indexes(Connection connection, String tenantSlug) throws SQLException {
        try (PreparedStatement select =
                        connection.prepareStatement("SELECT DISTINCT plugin_id, generation FROM search_documents");
                ResultSet row = select.executeQuery()) {
            List<IndexRef> found = new ArrayList<>();
            while (row.next()) {
                found.add(new IndexRef(tenantSlug, row.getString(1), row.getLong(2)));
            }
            return found;
        }
    }

    private static String upsert(String words) {
        return "INSERT INTO search_documents AS d (plugin_id, generation, type, id, workspace_id, version, words, facets,"
                + " stored) VALUES (?, ?, ?, ?, ?, ?, " + words + ", CAST(? AS jsonb), ?)"
                + " ON CONFLICT (plugin_id, generation, type, id) DO UPDATE SET workspace_id = excluded.workspace_id,"
                + " version = excluded.version, words = excluded.words, facets = excluded.facets,"
                + " stored = excluded.stored WHERE excluded.version >= d.version";
    }

    private int head(PreparedStatement upsert, Entry entry) throws SQLException {
        upsert.setString(1, index.pluginId());
        upsert.setLong(2, index.generation());
        upsert.setString(3, entry.type());
        upsert.setString(4, entry.id());
        upsert.setObject(5, entry.workspace(), Types.OTHER);
        upsert.setLong(6, entry.version());
        return 7;
    }

    private int update(String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = prepared(sql, values)) {
            return statement.executeUpdate();
        }
    }

    private PreparedStatement prepared(String sql, @Nullable Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        statement.setString(1, index.pluginId());
        statement.setLong(2, index.generation());
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 3, values[i]);
        }
        return statement;
    }

    private static String facets(Entry.Body body) {
        try {
            return JSON.writeValueAsString(Map.of("k", body.keywords(), "n", body.numbers()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Texts and numbers cannot be written as JSON", e);
        }
    }
}
