package io.plexica.data.internal.schema;

import io.plexica.data.internal.pool.Logins;
import io.plexica.data.internal.settings.DataSettings;
import io.plexica.spi.doctor.Examination;
import io.plexica.spi.doctor.Finding;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** The database as the platform finds it: logins, connections, roles, migrations, the clock. */
public final class DatabaseExamination implements Examination {

    private static final int MANY_ROLES = 50_000;
    private static final int TOO_MANY_ROLES = 200_000;
    private static final double TIGHT = 0.8;
    private static final String NUMBERS = """
            SELECT current_setting('max_connections')::int - current_setting('superuser_reserved_connections')::int,
                (SELECT count(*) FROM pg_catalog.pg_stat_activity WHERE backend_type = 'client backend'),
                greatest(1, (SELECT count(*) FROM pg_catalog.pg_stat_activity
                    WHERE application_name = 'plexica-signals' AND datname = current_database())),
                (SELECT count(*) FROM pg_catalog.pg_roles),
                (SELECT count(DISTINCT schema_name) FROM core.data_failures),
                (SELECT count(*) FROM core.data_logins),
                now(),
                current_setting('server_version'),
                current_setting('fsync') = 'on' AND current_setting('full_page_writes') = 'on'""";

    private final AdminConnections admin;
    private final Logins logins;
    private final DataSettings settings;
    private final BooleanSupplier hearing;

    /**
     * Looks with the admin's login.
     *
     * @param hearing whether signals of other nodes are heard
     */
    public DatabaseExamination(AdminConnections admin, Logins logins, DataSettings settings, BooleanSupplier hearing) {
        this.admin = admin;
        this.logins = logins;
        this.settings = settings;
        this.hearing = hearing;
    }

    @Override
    public String area() {
        return "database";
    }

    @Override
    public List<Finding> examine() {
        return admin.transaction(connection -> {
            List<Finding> findings = new ArrayList<>(logins(connection));
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(NUMBERS)) {
                row.next();
                findings.addAll(numbers(row));
            }
            findings.add(
                    hearing.getAsBoolean()
                            ? Finding.ok("signals", "are heard")
                            : Finding.fail(
                                    "signals",
                                    "of other nodes are not heard",
                                    "PLEXICA_DB_DIRECT_URL must lead past any pooler"));
            return findings;
        });
    }

    private List<Finding> logins(Connection connection) throws SQLException {
        List<Finding> findings = new ArrayList<>();
        LoginPrivileges check = new LoginPrivileges(connection);
        check.problems(logins.poolUser(), logins.migratorUser())
                .forEach(problem -> findings.add(Finding.fail(
                        "logins", problem, "without that, nothing but the platform's code keeps tenants apart")));
        check.warnings(logins.poolUser())
                .forEach(warning -> findings.add(Finding.warn("large objects", "are not shut off", warning)));
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT rolsuper FROM pg_catalog.pg_roles WHERE rolname = current_user")) {
            row.next();
            if (row.getBoolean(1)) {
                findings.add(Finding.warn(
                        "logins",
                        "the admin's is a superuser",
                        "CREATEROLE and CREATE on the database are enough for it"));
            }
        }
        if (findings.isEmpty()) {
            findings.add(Finding.ok("logins", "can do no more than they must"));
        }
        return findings;
    }

    private List<Finding> numbers(ResultSet row) throws SQLException {
        int most = row.getInt(1);
        int open = row.getInt(2);
        int nodes = row.getInt(3);
        int roles = row.getInt(4);
        int unsettled = row.getInt(5);
        int dedicated = row.getInt(6);
        Duration skew = Duration.between(row.getObject(7, OffsetDateTime.class).toInstant(), Instant.now())
                .abs();
        int wanted = nodes * (settings.poolMax() + 4)
                + Math.min(dedicated, settings.tenants().dedicatedLimit())
                        * settings.tenants().dedicatedMax();
        return List.of(
                Finding.ok("server", "PostgreSQL " + row.getString(8)),
                row.getBoolean(9)
                        ? Finding.ok("durability", "what is committed stays")
                        : Finding.fail(
                                "durability", "fsync or full_page_writes is off", "turn them on: a crash loses data"),
                Finding.below(
                        "connections in use",
                        open + " of " + most,
                        (double) open / most,
                        TIGHT,
                        1,
                        "raise max_connections, or lower PLEXICA_DB_POOL_MAX"),
                wanted > most
                        ? Finding.warn(
                                "connections that may be wanted",
                                wanted + " by " + nodes + " nodes, of " + most,
                                "raise max_connections, lower PLEXICA_DB_POOL_MAX, or put PgBouncer before it")
                        : Finding.ok("connections that may be wanted", wanted + " by " + nodes + " nodes, of " + most),
                Finding.below(
                        "roles",
                        String.valueOf(roles),
                        roles,
                        MANY_ROLES,
                        TOO_MANY_ROLES,
                        "measure before there are more: each session reads them once after a change"),
                unsettled == 0
                        ? Finding.ok("migrations", "all have run")
                        : Finding.fail(
                                "migrations",
                                "failed in " + unsettled + " schemas",
                                "migration:status says why, migration:retry tries again"),
                Finding.below(
                        "clock",
                        skew.toMillis() + " ms beside the database's",
                        skew.toMillis(),
                        1_000,
                        30_000,
                        "keep both by NTP: tokens and jobs go by it"));
    }
}
