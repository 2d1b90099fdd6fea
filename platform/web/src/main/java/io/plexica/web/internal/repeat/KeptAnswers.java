package io.plexica.web.internal.repeat;

import io.plexica.api.problem.PlexicaException;
import io.plexica.spi.data.Database;
import io.plexica.spi.data.Sql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The table of kept answers. */
public final class KeptAnswers {

    private static final int RETRY_AFTER_SECONDS = 1;
    private static final String LIFE = "interval '24 hours'";

    private KeptAnswers() {}

    /**
     * The answer that this call had before, in the current unit of work, which from now on keeps the same call out until it
     * ends. Empty when the call is new.
     *
     * @throws PlexicaException {@code conflict} while the same call is running ({@code idempotency-in-progress}), when the
     *     key was used for something else ({@code idempotency-key-reused}), and when the answer was not kept
     *     ({@code idempotency-key-used})
     */
    public static Optional<KeptAnswer> claim(Database database, KeyedCall call) {
        return database.core(connection -> {
            if (!lock(connection, call)) {
                throw PlexicaException.conflict(
                                "idempotency-in-progress", "The same call is being worked on: wait for its answer")
                        .with("retryAfter", RETRY_AFTER_SECONDS);
            }
            return find(connection, call);
        });
    }

    /** Keeps an answer in the current unit of work. */
    public static void keep(Database database, KeyedCall call, KeptAnswer answer) {
        database.core(connection -> Sql.update(
                connection,
                """
                    INSERT INTO core.kept_answers
                        (call, tenant, digest, status, content_type, location, etag, body, whole)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                    ON CONFLICT (call) DO UPDATE SET
                        tenant = EXCLUDED.tenant, digest = EXCLUDED.digest, status = EXCLUDED.status,
                        content_type = EXCLUDED.content_type, location = EXCLUDED.location, etag = EXCLUDED.etag,
                        body = EXCLUDED.body, whole = EXCLUDED.whole, created_at = now()""",
                call.call(),
                call.about(answer),
                call.digest(),
                answer.status(),
                answer.contentType(),
                answer.location(),
                answer.etag(),
                answer.body(),
                answer.whole()));
    }

    /** Forgets what is too old to be asked for. */
    static int purge(Database database) {
        String sql = "DELETE FROM core.kept_answers WHERE created_at < now() - " + LIFE;
        return database.core(connection -> Sql.update(connection, sql));
    }

    /** Forgets all answers that tell of a tenant that is gone. */
    static int forget(Database database, String tenantSlug) {
        String sql = "DELETE FROM core.kept_answers WHERE tenant = ?";
        return database.core(connection -> Sql.update(connection, sql, tenantSlug));
    }

    private static boolean lock(Connection connection, KeyedCall call) throws SQLException {
        return Sql.find(connection, "SELECT pg_try_advisory_xact_lock(?)", row -> row.getBoolean(1), call.lock())
                .orElseThrow();
    }

    private static Optional<KeptAnswer> find(Connection connection, KeyedCall call) throws SQLException {
        return Sql.find(
                connection,
                "SELECT digest, status, content_type, location, etag, body, whole FROM core.kept_answers"
                        + " WHERE call = ? AND created_at >= now() - " + LIFE,
                row -> read(row, call),
                call.call());
    }

    private static KeptAnswer read(ResultSet row, KeyedCall call) throws SQLException {
        if (!Arrays.equals(row.getBytes("digest"), call.digest())) {
            throw PlexicaException.conflict(
                    "idempotency-key-reused",
                    "This key was used for a call that asked for something else: take a new key");
        }
        KeptAnswer answer = new KeptAnswer(
                row.getInt("status"),
                row.getString("content_type"),
                row.getString("location"),
                row.getString("etag"),
                row.getBytes("body"),
                row.getBoolean("whole"));
        if (!answer.whole()) {
            throw used(answer.location());
        }
        return answer;
    }

    private static PlexicaException used(@Nullable String location) {
        PlexicaException used = PlexicaException.conflict(
                "idempotency-key-used",
                "This call has been done already, and its answer is not kept, since it holds a secret or is too large");
        return location == null ? used : used.with("location", location);
    }
}
