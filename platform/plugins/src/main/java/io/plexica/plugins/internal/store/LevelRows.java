package io.plexica.plugins.internal.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Levels as rows of a table. */
final class LevelRows {

    private static final TypeReference<Map<String, SealedJson>> SECRETS = new TypeReference<>() {};
    private static final ObjectMapper MAPPER =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private LevelRows() {}

    static Level read(ResultSet row) throws SQLException {
        Timestamp changedAt = row.getTimestamp("changed_at");
        return new Level(
                row.getObject("workspace_id", UUID.class),
                object(row.getString("settings")),
                secrets(row.getString("secrets")),
                row.getBoolean("enabled"),
                texts(row.getArray("enabled_features")),
                texts(row.getArray("disabled_features")),
                row.getLong("version"),
                changedAt == null ? null : changedAt.toInstant(),
                row.getObject("changed_by", UUID.class),
                row.getString("changed_by_email"));
    }

    static void write(Connection connection, String slug, String pluginId, Level level) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                INSERT INTO core.plugin_settings (tenant_slug, plugin_id, workspace_id, settings, secrets, enabled,
                    enabled_features, disabled_features, version, changed_at, changed_by, changed_by_email)
                VALUES (?, ?, ?, CAST(? AS jsonb), CAST(? AS jsonb), ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (tenant_slug, plugin_id, workspace_id) DO UPDATE SET settings = excluded.settings,
                    secrets = excluded.secrets, enabled = excluded.enabled,
                    enabled_features = excluded.enabled_features, disabled_features = excluded.disabled_features,
                    version = excluded.version, changed_at = excluded.changed_at, changed_by = excluded.changed_by,
                    changed_by_email = excluded.changed_by_email
                """)) {
            statement.setString(1, slug);
            statement.setString(2, pluginId);
            statement.setObject(3, level.workspace(), Types.OTHER);
            statement.setString(4, level.values().toString());
            statement.setString(5, secrets(level.secrets()));
            statement.setBoolean(6, level.enabled());
            statement.setArray(7, array(connection, level.enabledFeatures()));
            statement.setArray(8, array(connection, level.disabledFeatures()));
            statement.setLong(9, level.version());
            statement.setTimestamp(10, level.changedAt() == null ? null : Timestamp.from(level.changedAt()));
            statement.setObject(11, level.changedBy(), Types.OTHER);
            statement.setString(12, level.changedByEmail());
            statement.executeUpdate();
        }
    }

    private static Array array(Connection connection, Set<String> texts) throws SQLException {
        return connection.createArrayOf("text", texts.stream().sorted().toArray());
    }

    private static Set<String> texts(Array array) throws SQLException {
        return Set.of((String[]) array.getArray());
    }

    private static ObjectNode object(String json) {
        try {
            return (ObjectNode) MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What the database keeps as JSON can be read as JSON", e);
        }
    }

    private static Map<String, SealedSecret> secrets(String json) {
        Map<String, SealedSecret> secrets = new HashMap<>();
        MAPPER.convertValue(object(json), SECRETS)
                .forEach((name, secret) -> secrets.put(name, new SealedSecret(secret.keyId(), secret.sealed())));
        return secrets;
    }

    private static String secrets(Map<String, SealedSecret> secrets) {
        ObjectNode json = MAPPER.createObjectNode();
        secrets.forEach((name, secret) ->
                json.putObject(name).put("keyId", secret.keyId()).put("sealed", secret.text()));
        return json.toString();
    }

    /** A secret in JSON. */
    private record SealedJson(String keyId, String sealed) {}
}
