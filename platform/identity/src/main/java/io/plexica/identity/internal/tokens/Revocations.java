package io.plexica.identity.internal.tokens;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.identity.internal.IdentityWorker;
import io.plexica.spi.data.Database;
import io.plexica.spi.data.SchemaReady;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * What is dead before it expires. The table tells all nodes; each holds it in memory, so that asking costs nothing. Safe for
 * all threads.
 */
@Component(service = Revocations.class)
public final class Revocations {

    private static final Duration CLEANING = Duration.ofMinutes(10);

    private final Database database;
    private final Map<String, Instant> dead = new ConcurrentHashMap<>();
    private volatile boolean loaded;

    @Activate
    public Revocations(
            @Reference Database database,
            @Reference IdentityWorker worker,
            @Reference(target = "(plexica.room=identity)") SchemaReady schemaReady) {
        this.database = database;
        worker.untilDone("Reading what has been revoked", this::load);
        worker.every(CLEANING, "Forgetting what has expired by itself", this::clean);
    }

    /**
     * Whether a session or token is dead.
     *
     * @throws PlexicaException {@code unavailable} as long as that is not known
     */
    public boolean isDead(String session, @Nullable String token) {
        if (!loaded) {
            throw new PlexicaException(
                    ErrorCode.UNAVAILABLE,
                    "The platform has not read yet what has been revoked; try again in a second");
        }
        return dead.containsKey(session) || token != null && dead.containsKey(token);
    }

    /**
     * Kills a session with all its tokens, on this node at once.
     *
     * @param until when the session would have ended by itself
     */
    public void killSession(String session, Instant until) {
        dead.put(session, until);
        database.core(connection -> insert(connection, session, until));
    }

    /** Reads the table again; what is known already stays. */
    void load() {
        database.core(this::readAll);
        loaded = true;
    }

    private void clean() {
        Instant now = Instant.now();
        dead.values().removeIf(now::isAfter);
        database.core(connection -> {
            try (PreparedStatement delete =
                    connection.prepareStatement("DELETE FROM revocations WHERE expires_at < now()")) {
                return delete.executeUpdate();
            }
        });
    }

    private int readAll(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                        "SELECT value, expires_at FROM revocations WHERE expires_at > now()");
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                dead.put(
                        rows.getString(1),
                        rows.getObject(2, OffsetDateTime.class).toInstant());
            }
            return dead.size();
        }
    }

    private static int insert(Connection connection, String session, Instant until) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO revocations (kind, value, expires_at)"
                + " VALUES ('SESSION', ?, ?) ON CONFLICT (kind, value) DO NOTHING")) {
            insert.setString(1, session);
            insert.setObject(2, until.atOffset(ZoneOffset.UTC));
            return insert.executeUpdate();
        }
    }
}
