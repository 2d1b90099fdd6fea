package io.plexica.identity.internal.tokens;

import io.plexica.identity.internal.tokens.RevocationId.Kind;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
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
            SELECT EXISTS (SELECT FROM revocations WHERE realm = ? AND expires_at > now() AND (
                kind = 'SESSION' AND value = ? OR kind = 'TOKEN' AND value = ?
                OR kind = 'USER' AND value = ? AND not_before > ?))
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
        String upTo;
        try (PreparedStatement select = connection.prepareStatement(PRESENT);
                ResultSet row = select.executeQuery()) {
            row.next();
            upTo = row.getString(1);
        }
        List<Row> rows = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(SINCE)) {
            select.setString(1, transaction);
            try (ResultSet found = select.executeQuery()) {
                while (found.next()) {
                    rows.add(row(found));
                }
            }
        }
        return new Reading(upTo, rows);
    }

    static int add(Connection connection, Row row) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(ADD)) {
            bind(insert, row.id(), row.until());
            insert.setObject(5, row.notBefore() == null ? null : at(row.notBefore()));
            return insert.executeUpdate();
        }
    }

    /** Adds a row unless it is there; whether it was not. */
    static boolean addOnce(Connection connection, RevocationId id, Instant until) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(ONCE)) {
            bind(insert, id, until);
            return insert.executeUpdate() == 1;
        }
    }

    static boolean isDead(Connection connection, Descent descent) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(DEAD)) {
            select.setString(1, descent.session().realm());
            select.setString(2, descent.session().value());
            select.setString(3, descent.token() == null ? null : descent.token().value());
            select.setString(4, descent.user().value());
            select.setObject(5, at(descent.issuedAt()));
            try (ResultSet row = select.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    static int deleteExpired(Connection connection) throws SQLException {
        try (PreparedStatement delete =
                connection.prepareStatement("DELETE FROM revocations WHERE expires_at < now()")) {
            return delete.executeUpdate();
        }
    }

    private static void bind(PreparedStatement insert, RevocationId id, Instant until) throws SQLException {
        insert.setString(1, id.kind().name());
        insert.setString(2, id.realm());
        insert.setString(3, id.value());
        insert.setObject(4, at(until));
    }

    private static Row row(ResultSet found) throws SQLException {
        OffsetDateTime notBefore = found.getObject(5, OffsetDateTime.class);
        return new Row(
                new RevocationId(Kind.valueOf(found.getString(1)), found.getString(2), found.getString(3)),
                found.getObject(4, OffsetDateTime.class).toInstant(),
                notBefore == null ? null : notBefore.toInstant());
    }

    private static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
