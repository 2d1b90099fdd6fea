package io.plexica.plugins.internal.store;

import io.plexica.plugins.internal.check.Candidate;
import io.plexica.plugins.internal.manifest.ManifestReader;
import io.plexica.spi.data.Database;
import io.plexica.spi.data.SchemaReady;
import io.plexica.spi.data.Sql;
import io.plexica.spi.plugins.PluginRef;
import io.plexica.spi.signal.Signals;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The registry's plugin versions. Every call joins the current unit of work, and every change is announced to all nodes.
 * Safe for all threads.
 */
@Component(service = VersionStore.class)
public final class VersionStore {

    private static final String SELECT = """
            SELECT v.*, p.symbolic_name FROM core.plugin_versions v JOIN core.plugins p ON p.id = v.plugin_id
            """;

    private static final String EVERYTHING = "";

    private final Database database;
    private final Signals signals;
    private final ManifestReader manifests = new ManifestReader();

    /** Waits for the tables. */
    @Activate
    public VersionStore(
            @Reference Database database,
            @Reference Signals signals,
            @Reference(target = "(plexica.room=plugins)") SchemaReady ready) {
        this.database = database;
        this.signals = signals;
    }

    /** All versions, oldest publication first. */
    public List<StoredVersion> all() {
        return database.core(connection ->
                Sql.list(connection, SELECT + "ORDER BY v.published_at, v.plugin_id, v.version", this::version));
    }

    /** One version. */
    public Optional<StoredVersion> find(PluginRef ref) {
        return database.core(connection -> Sql.find(
                connection,
                SELECT + "WHERE v.plugin_id = ? AND v.version = ?",
                this::version,
                ref.id(),
                ref.version()));
    }

    /** The symbolic names that ids belong to, also of plugins without a version at the moment. */
    public Map<String, String> symbolicNames() {
        return database.core(connection -> {
            Map<String, String> names = new HashMap<>();
            Sql.list(
                    connection,
                    "SELECT id, symbolic_name FROM core.plugins",
                    row -> names.put(row.getString(1), row.getString(2)));
            return names;
        });
    }

    /** Keeps a version from being withdrawn until the unit of work ends, in whatever state; false when it is not there. */
    public boolean keep(PluginRef ref) {
        return lock(ref, "FOR SHARE");
    }

    /**
     * Keeps a version from being withdrawn and from changing its state until the unit of work ends; false when it is not
     * there any more, or quarantined.
     */
    public boolean hold(PluginRef ref) {
        return lock(ref, "AND status <> 'QUARANTINED' FOR SHARE");
    }

    /** The same for those who do not have the version: false also when it is retired. */
    public boolean holdForNew(PluginRef ref) {
        return lock(ref, "AND status IN ('AVAILABLE', 'DEPRECATED') FOR SHARE");
    }

    /** Keeps a version from being installed, changed or withdrawn by others until the unit of work ends. */
    public boolean lock(PluginRef ref) {
        return lock(ref, "FOR UPDATE");
    }

    /** Brings a version into a state. */
    public void change(PluginRef ref, VersionState state) {
        signals.announce(Signals.PLUGINS, EVERYTHING);
        VersionStatus before = state.before();
        database.core(connection -> Sql.update(
                connection,
                """
                UPDATE core.plugin_versions SET status = ?, status_before = ?, replacement = ?, end_of_life = ?,
                    reason = ?, revision = revision + 1, updated_at = now()
                WHERE plugin_id = ? AND version = ?
                """,
                state.status().name(),
                before == null ? null : before.name(),
                state.replacement(),
                state.endOfLife(),
                state.reason(),
                ref.id(),
                ref.version()));
    }

    /** Adds a version whose artifact is there. */
    public void insert(Candidate candidate, String source, @Nullable String signer, String by) {
        signals.announce(Signals.PLUGINS, EVERYTHING);
        database.core(connection -> {
            Sql.update(
                    connection,
                    "INSERT INTO core.plugins (id, symbolic_name) VALUES (?, ?) ON CONFLICT (id) DO NOTHING",
                    candidate.manifest().id(),
                    candidate.symbolicName());
            return Sql.update(
                    connection,
                    """
                    INSERT INTO core.plugin_versions (plugin_id, version, osgi_version, status, digest, size, manifest,
                        migrations_digest, source, signer, published_by)
                    VALUES (?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?)
                    """,
                    candidate.ref().id(),
                    candidate.ref().version(),
                    candidate.osgiVersion(),
                    VersionStatus.AVAILABLE.name(),
                    candidate.digest(),
                    candidate.size(),
                    manifests.write(candidate.raw()),
                    candidate.migrationsDigest(),
                    source,
                    signer,
                    by);
        });
    }

    /** Gives a snapshot other bytes, whose artifact is there. They get another chance if the ones before were quarantined. */
    public void replace(Candidate candidate, String source, @Nullable String signer, String by) {
        signals.announce(Signals.PLUGINS, EVERYTHING);
        database.core(connection -> Sql.update(
                connection,
                """
                UPDATE core.plugin_versions SET digest = ?, size = ?, manifest = ?::jsonb, migrations_digest = ?,
                    source = ?, signer = ?, published_by = ?, published_at = now(), updated_at = now(),
                    status = coalesce(status_before, status), status_before = NULL, reason = NULL,
                    revision = revision + 1
                WHERE plugin_id = ? AND version = ?
                """,
                candidate.digest(),
                candidate.size(),
                manifests.write(candidate.raw()),
                candidate.migrationsDigest(),
                source,
                signer,
                by,
                candidate.ref().id(),
                candidate.ref().version()));
    }

    /** Removes a version; the id goes with the last one unless a tenant has, or had, the plugin. */
    public void delete(PluginRef ref) {
        signals.announce(Signals.PLUGINS, EVERYTHING);
        database.core(connection -> {
            Sql.update(
                    connection,
                    "DELETE FROM core.plugin_versions WHERE plugin_id = ? AND version = ?",
                    ref.id(),
                    ref.version());
            return Sql.update(connection, """
                    DELETE FROM core.plugins p WHERE p.id = ?
                        AND NOT EXISTS (SELECT FROM core.plugin_versions v WHERE v.plugin_id = p.id)
                        AND NOT EXISTS (SELECT FROM core.installations i WHERE i.plugin_id = p.id)
                    """, ref.id());
        });
    }

    private boolean lock(PluginRef ref, String how) {
        return database.core(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(
                    "SELECT 1 FROM core.plugin_versions WHERE plugin_id = ? AND version = ? " + how)) {
                statement.setString(1, ref.id());
                statement.setString(2, ref.version());
                try (ResultSet rows = statement.executeQuery()) {
                    return rows.next();
                }
            }
        });
    }

    private StoredVersion version(ResultSet row) throws SQLException {
        Map<String, Object> raw = manifests.raw(row.getString("manifest"));
        Timestamp publishedAt = row.getTimestamp("published_at");
        return new StoredVersion(
                manifests.accepted(raw),
                raw,
                row.getString("symbolic_name"),
                row.getString("osgi_version"),
                state(row),
                row.getString("digest"),
                row.getLong("size"),
                row.getString("migrations_digest"),
                row.getString("source"),
                row.getString("signer"),
                publishedAt.toInstant(),
                row.getString("published_by"));
    }

    private static VersionState state(ResultSet row) throws SQLException {
        String before = row.getString("status_before");
        return new VersionState(
                VersionStatus.valueOf(row.getString("status")),
                before == null ? null : VersionStatus.valueOf(before),
                row.getString("replacement"),
                row.getObject("end_of_life", LocalDate.class),
                row.getString("reason"),
                row.getLong("revision"));
    }
}
