package io.plexica.data.internal.pool;

import io.plexica.data.internal.settings.DataSettings;
import io.plexica.spi.data.DatabaseAccess;
import io.plexica.spi.data.DatabaseAccess.Login;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.postgresql.util.PasswordUtil;

/** Opens connections with one of the three logins, a new one each time. */
public final class Logins {

    private final DatabaseAccess access;
    private final DataSettings settings;

    /** Logins to a database. */
    public Logins(DatabaseAccess access, DataSettings settings) {
        this.access = access;
        this.settings = settings;
    }

    /** Connections that serve units of work, possibly through a pooler. */
    public DataSource pool() {
        return dataSource(access.url(), access.pool(), ReadTimeouts.withStatements(settings.statement()));
    }

    /** Connections of the pool's login past any pooler. */
    public DataSource poolDirect() {
        return dataSource(access.directUrl(), access.pool(), ReadTimeouts.withStatements(settings.statement()));
    }

    /** Connections of the pool's login past any pooler that wait for signals. */
    public DataSource listener() {
        PGSimpleDataSource source =
                dataSource(access.directUrl(), access.pool(), ReadTimeouts.withStatements(settings.statement()));
        source.setApplicationName("plexica-signals");
        return source;
    }

    /** Connections of a tenant's own login, past any pooler, which need not know it. */
    public DataSource tenant(String slug) {
        return dataSource(
                access.directUrl(),
                TenantLogin.of(slug, access.admin()),
                ReadTimeouts.withStatements(settings.statement()));
    }

    /** The password of a tenant's login as PostgreSQL keeps it, so that no log ever shows it. */
    public String tenantVerifier(String slug) throws SQLException {
        Login login = TenantLogin.of(slug, access.admin());
        return PasswordUtil.encodePassword(login.user(), login.password().toCharArray(), "scram-sha-256");
    }

    /** Tells from which secret the passwords of tenants' logins come. */
    public String tenantMark() {
        return TenantLogin.mark(access.admin());
    }

    /** Connections that make schemas and roles. */
    public DataSource admin() {
        return dataSource(access.directUrl(), access.admin(), ReadTimeouts.withStatements(settings.migration()));
    }

    /** Connections that run plugins' migrations. */
    public DataSource migrator() {
        return dataSource(access.directUrl(), access.migrator(), ReadTimeouts.withStatements(settings.migration()));
    }

    /** The name of the pool's login. */
    public String poolUser() {
        return access.pool().user();
    }

    /** The name of the migrator's login. */
    public String migratorUser() {
        return access.migrator().user();
    }

    private PGSimpleDataSource dataSource(String url, Login login, Duration silence) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        source.setUser(login.user());
        source.setPassword(login.password());
        source.setApplicationName("plexica");
        source.setConnectTimeout((int) settings.connect().toSeconds());
        source.setLoginTimeout((int) settings.connect().toSeconds());
        source.setSocketTimeout((int) silence.toSeconds());
        source.setTcpKeepAlive(true);
        // A plan made in one tenant's schema must never serve another's, and poolers know nothing of named statements.
        source.setPrepareThreshold(0);
        return source;
    }
}
