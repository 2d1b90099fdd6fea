package io.plexica.identity.internal.issuer;

import io.plexica.spi.data.Database;
import io.plexica.spi.data.SchemaReady;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The public keys by which the nodes' own tokens are checked, for all nodes to read. */
@Component(service = IssuerKeys.class)
public final class IssuerKeys {

    private static final String DOCUMENT =
            "SELECT jsonb_build_object('keys', jsonb_agg(jwk ORDER BY created_at))::text FROM issuer_keys"
                    + " WHERE expires_at > now() HAVING count(*) > 0";

    private final Database database;

    @Activate
    public IssuerKeys(
            @Reference Database database, @Reference(target = "(plexica.room=identity)") SchemaReady schemaReady) {
        this.database = database;
    }

    /** All keys that may have signed a token that is still alive, as a JSON Web Key Set; empty text when there is none. */
    public String document() {
        return database.core(connection -> {
            try (PreparedStatement select = connection.prepareStatement(DOCUMENT);
                    ResultSet row = select.executeQuery()) {
                return row.next() ? row.getString(1) : "";
            }
        });
    }

    /** Makes a key known to all nodes, whatever becomes of the current unit of work, and forgets those that have expired. */
    void add(String id, String jwk, Instant until) {
        database.apart(() -> database.core(connection -> add(connection, id, jwk, until)));
    }

    private static int add(Connection connection, String id, String jwk, Instant until) throws SQLException {
        try (PreparedStatement delete =
                connection.prepareStatement("DELETE FROM issuer_keys WHERE expires_at < now()")) {
            delete.executeUpdate();
        }
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO issuer_keys (id, jwk, expires_at) VALUES (?, ?::jsonb, ?)")) {
            insert.setString(1, id);
            insert.setString(2, jwk);
            insert.setObject(3, until.atOffset(ZoneOffset.UTC));
            return insert.executeUpdate();
        }
    }
}
