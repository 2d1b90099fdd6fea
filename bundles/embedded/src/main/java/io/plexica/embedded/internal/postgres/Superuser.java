package io.plexica.embedded.internal.postgres;

import io.plexica.embedded.internal.server.Passwords;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.ds.PGSimpleDataSource;

/** The server's own superuser, by whom databases and logins are made; nothing else works as it. */
public final class Superuser {

    static final String NAME = "postgres";
    private static final int TIMEOUT_SECONDS = 5;

    private final int port;
    private final Passwords passwords;

    /** The superuser of the server on a port. */
    public Superuser(int port, Passwords passwords) {
        this.port = port;
        this.passwords = passwords;
    }

    /** A connection to a database; the caller closes it. */
    Connection connect(String database) throws SQLException, IOException {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setServerNames(new String[] {"127.0.0.1"});
        source.setPortNumbers(new int[] {port});
        source.setDatabaseName(database);
        source.setUser(NAME);
        source.setPassword(password());
        source.setConnectTimeout(TIMEOUT_SECONDS);
        source.setSocketTimeout(TIMEOUT_SECONDS * 6);
        source.setApplicationName("plexica-embedded");
        return source.getConnection();
    }

    String password() throws IOException {
        return passwords.of("db-superuser");
    }
}
