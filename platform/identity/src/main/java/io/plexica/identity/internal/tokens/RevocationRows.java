package io.plexica.identity.internal.tokens;

import io.plexica.identity.internal.tokens.RevocationId.Kind;
import io.plexica.spi.data.Sql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The statements on {@code core.revocations}. */
final class RevocationRows {

    /** A transaction that every other one comes after. */
    static final String BEGINNING = "0";

    private static final String PRESENT = "SELECT pg_snapshot_xmin(pg_current_snapshot())::text";

    private static final String SINCE = """
            SELECT kind, realm, value, expires_at, not_before FROM revocations
            WHERE written >= ?::xid8 AND expires_at > now() AND kind <> 'LOGOUT'
            """;

    /** Who was revoked twice stays so for the longer time. */
    private static final String ADD = """
            INSERT INTO revocations AS known (kind, realm, value, expires_at, not_before) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (kind, realm, value) DO UPDATE SET
                expires_at = greatest(known.expires_at, excluded.expires_at),
                not_before = greatest(known.not_before, excluded.not_before),
                written = pg_current_xact_id()
            """;

    private static final String ONCE = """
            INSERT INTO revocations (kind, realm, value, expires_at) VALUES (?, ?, ?, ?)
            ON CONFLICT (kind, realm, value) DO NOTHING
            """;

    private static final String DEAD = """
            SELECT FROM revocations WHERE realm = ? AND expires_at > now() AND (
                kind = 'SESSION' AND value = ? OR kind = 'TOKEN' AND value = ?
                OR kind = 'USER' AND value = ? AND not_before > ?) LIMIT 1
            """;

    private RevocationRows() {}

    /**
     * A row.
     *
     * @param until when it may be forgotten
     * @param notBefore for a user: what was issued earlier is dead; null for all else
     */
    record Row(RevocationId id, Instant until, @Nullable Instant notBefore) {}

    /**
     * What a look at the table found.
     *
     * @param upTo the transaction from which on the next look must read
     */
    record Reading(String upTo, List<Row> rows) {}

    /** What transactions from this one on have written. */
    static Reading since(Connection connection, String transaction) throws SQLException {
        String upTo = Sql.find(connection, PRESENT, row -> row.getString(1)).orElseThrow();
        return new Reading(upTo, Sql.list(connection, SINCE, RevocationRows::row, transaction));
    }

    static int add(Connection connection, Row row) throws SQLException {
        RevocationId id = row.id();
        return Sql.update(connection, ADD, id.kind().name(), id.realm(), id.value(), row.until(), row.notBefore());
    }

    /** Adds a row unless it is there; whether it was not. */
    static boolean addOnce(Connection connection, RevocationId id, Instant until) throws SQLException {
        return Sql.update(connection, ONCE, id.kind().name(), id.realm(), id.value(), until) == 1;
    }

    static boolean isDead(Connection connection, TokenLineage descent) throws SQLException {
        return Sql.finds(
                connection,
                DEAD,
                descent.session().realm(),
                descent.session().value(),
                descent.token() == null ? null : descent.token().value(),
                descent.user().value(),
                descent.issuedAt());
    }

    static int deleteExpired(Connection connection) throws SQLException {
        return Sql.update(connection, "DELETE FROM revocations WHERE expires_at < now()");
    }

    private static Row row(ResultSet found) throws SQLException {
        return new Row(
                new RevocationId(Kind.valueOf(found.getString(1)), found.getString(2), found.getString(3)),
                Sql.instant(found, "expires_at"),
                Sql.moment(found, "not_before"));
    }
}
