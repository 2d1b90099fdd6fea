package io.plexica.itests.bench;

import io.plexica.audit.internal.AuditMigrations;
import io.plexica.events.internal.EventsMigrations;
import io.plexica.events.internal.RelayWakeup;
import io.plexica.events.internal.outbox.PluginEvents;
import io.plexica.itests.rooms.FakePlugins;
import io.plexica.itests.rooms.FewTenants;
import io.plexica.itests.rooms.RoomDatabase;
import io.plexica.spi.context.Contexts;
import io.plexica.spi.context.ExecutionContext;
import io.plexica.spi.data.Database;
import io.plexica.spi.data.DatabaseAccess;
import io.plexica.spi.plugins.PluginRef;
import io.plexica.spi.tenancy.Tenant;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** What it costs a plugin's transaction to say what it has changed, beside the same transaction that says nothing. */
public final class PublishBench {

    private static final PluginRef CRM = new PluginRef("crm", "1.0.0");
    private static final int WARM_UP = 25;
    private static final int ROUNDS = 25;
    private static final int CALLS = 200;
    private static final String TABLE = """
            SET ROLE owner_acme__crm;
            CREATE TABLE tenant_acme__crm.contacts
                (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, name text, email text UNIQUE, company text);
            GRANT ALL ON tenant_acme__crm.contacts TO tenant_acme__crm""";
    private static final String INSERT = "INSERT INTO contacts (name, email, company) VALUES (?, ?, ?)";

    private final Database database;
    private final PluginEvents events;
    private int made;

    private PublishBench(Database database) {
        this.database = database;
        this.events = new PluginEvents(database, new FakePlugins(database), new RelayWakeup(), CRM);
    }

    /** Measures and prints a table. */
    public static void main(String[] arguments) throws SQLException {
        try (RoomDatabase room = RoomDatabase.with(new AuditMigrations(), new EventsMigrations())) {
            room.schemas().create("acme");
            room.createPlugin("acme", "crm");
            createTable(room.access());
            Tenant tenant = new FewTenants("acme").find("acme").orElseThrow();
            try (Contexts.Scope scope =
                    Contexts.open(ExecutionContext.platform("trace-1").inTenant(tenant))) {
                PublishBench bench = new PublishBench(room.database());
                List<String[]> rows = new ArrayList<>();
                awaitDisk(room.access(), true);
                rows.add(bench.row("a row inserted, on the disk"));
                awaitDisk(room.access(), false);
                rows.add(bench.row("a row inserted, in memory"));
                Table.print(List.of("what", "with the event", "without", "ratio"), rows);
            }
        }
    }

    private static void createTable(DatabaseAccess access) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        access.url(),
                        access.migrator().user(),
                        access.migrator().password());
                Statement statement = connection.createStatement()) {
            statement.execute(TABLE);
        }
    }

    /** The tests' server does not wait for its disk; a server that keeps what it promises does. */
    private static void awaitDisk(DatabaseAccess access, boolean awaited) throws SQLException {
        try (Connection connection = DriverManager.getConnection(access.url(), "postgres", "postgres");
                Statement statement = connection.createStatement()) {
            statement.execute("ALTER SYSTEM SET fsync = " + awaited);
            statement.execute("ALTER SYSTEM SET full_page_writes = " + awaited);
            statement.execute("SELECT pg_reload_conf()");
        }
    }

    private String[] row(String name) {
        List<Double> with = new ArrayList<>();
        List<Double> without = new ArrayList<>();
        List<Double> ratios = new ArrayList<>();
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            boolean withFirst = round % 2 == 0;
            double first = micros(withFirst);
            double second = micros(!withFirst);
            if (round >= 0) {
                with.add(withFirst ? first : second);
                without.add(withFirst ? second : first);
                ratios.add(with.get(round) / without.get(round));
            }
        }
        return new String[] {
            name,
            Figures.of(with).text("µs"),
            Figures.of(without).text("µs"),
            Figures.of(ratios).ratio()
        };
    }

    /** How long it takes mostly: a mean would tell of whatever else the machine has to do. */
    private double micros(boolean told) {
        double[] taken = new double[CALLS];
        for (int i = 0; i < CALLS; i++) {
            int number = made++;
            long begin = System.nanoTime();
            database.together(() -> {
                database.plugin(CRM, connection -> insert(connection, number));
                if (told) {
                    events.publish("crm.contact.created", "c" + number, Map.of("name", "Contact " + number));
                }
                return number;
            });
            taken[i] = (System.nanoTime() - begin) / 1000.0;
        }
        Arrays.sort(taken);
        return taken[CALLS / 2];
    }

    private static int insert(Connection connection, int number) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setString(1, "Contact " + number);
            insert.setString(2, "contact" + number + "@example.org");
            insert.setString(3, "Company " + number % 97);
            return insert.executeUpdate();
        }
    }
}
