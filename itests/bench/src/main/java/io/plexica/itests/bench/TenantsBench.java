package io.plexica.itests.bench;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.plexica.itests.rooms.RoomDatabase;
import io.plexica.spi.context.Contexts;
import io.plexica.spi.context.ExecutionContext;
import io.plexica.spi.data.Database;
import io.plexica.spi.tenancy.Tenant;
import io.plexica.spi.tenancy.TenantStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.IntFunction;

/** What a unit of work costs beside plain JDBC, and what many tenants cost. The arguments are numbers of tenants. */
public final class TenantsBench {

    private static final long WARM_UP = 3_000;
    private static final long TURN = 1_000;
    private static final int TURNS = 15;
    private static final int ROTATING = 1_000;
    private static final int POOL = 20;
    private static final String SELECT = "SELECT email FROM users WHERE id = 50";

    private final RoomDatabase rooms;
    private final Database database;
    private final HikariDataSource bare;
    private final ManySchemas schemas;

    private TenantsBench(RoomDatabase rooms) {
        this.rooms = rooms;
        this.database = rooms.database();
        this.schemas = new ManySchemas(rooms);
        HikariConfig pool = new HikariConfig();
        pool.setJdbcUrl(rooms.access().url() + "?prepareThreshold=0");
        pool.setUsername(rooms.access().pool().user());
        pool.setPassword(rooms.access().pool().password());
        pool.setMaximumPoolSize(POOL);
        this.bare = new HikariDataSource(pool);
    }

    /** Measures with as many tenants as the arguments say, in ascending order; 10 and 1000 without any. */
    public static void main(String[] arguments) {
        List<Integer> sizes = new ArrayList<>();
        for (String argument : String.join(" ", arguments).trim().split("[ ,]+")) {
            if (!argument.isEmpty()) {
                sizes.add(Integer.valueOf(argument));
            }
        }
        try (RoomDatabase rooms = RoomDatabase.with()) {
            new TenantsBench(rooms).run(sizes.isEmpty() ? List.of(10, ROTATING) : sizes);
        }
        System.exit(0);
    }

    private void run(List<Integer> sizes) {
        List<String[]> percentiles = new ArrayList<>();
        List<String[]> ratios = new ArrayList<>();
        for (int size : sizes) {
            long begin = System.nanoTime();
            schemas.growTo(size);
            double seconds = (System.nanoTime() - begin) / 1e9;
            Reads.micros(size, WARM_UP * (size > ROTATING ? 10 : 1), this::unitOfWork);
            double[] micros = Reads.micros(size, TURN * TURNS, this::unitOfWork);
            percentiles.add(new String[] {
                String.format(Locale.ROOT, "%,d", size),
                number(at(micros, 0.5)),
                number(at(micros, 0.99)),
                String.format(Locale.ROOT, "%,d", micros.length),
                backends(),
                number(seconds)
            });
            if (size == ROTATING) {
                ratios.add(compare(
                        "unit of work, over 1,000 tenants, SET LOCAL by JDBC", this::unitOfWork, this::setLocal));
                ratios.add(compare("unit of work, over 1,000 tenants, plain select", this::unitOfWork, this::plain));
            }
        }
        Table.print(
                List.of("tenants", "p50 \u00b5s", "p99 \u00b5s", "reads", "MB a backend", "made in s"), percentiles);
        Table.print(List.of("path, beside", "ours", "bare", "ratio of throughput"), ratios);
    }

    private static String[] compare(String name, IntFunction<String> ours, IntFunction<String> bare) {
        perSecond(ours, WARM_UP);
        perSecond(bare, WARM_UP);
        List<Double> ourTurns = new ArrayList<>();
        List<Double> bareTurns = new ArrayList<>();
        List<Double> ratios = new ArrayList<>();
        for (int turn = 0; turn < TURNS; turn++) {
            boolean oursFirst = turn % 2 == 0;
            double first = perSecond(oursFirst ? ours : bare, TURN);
            double second = perSecond(oursFirst ? bare : ours, TURN);
            ourTurns.add(oursFirst ? first : second);
            bareTurns.add(oursFirst ? second : first);
            ratios.add(bareTurns.get(turn) / ourTurns.get(turn));
        }
        return new String[] {
            name,
            Figures.of(ourTurns).text("/s"),
            Figures.of(bareTurns).text("/s"),
            Figures.of(ratios).ratio()
        };
    }

    private static double perSecond(IntFunction<String> read, long millis) {
        return Reads.micros(ROTATING, millis, read).length * 1000d / millis;
    }

    private String unitOfWork(int tenant) {
        String slug = ManySchemas.slug(tenant);
        Tenant known = new Tenant(new UUID(0, tenant), slug, slug, TenantStatus.ACTIVE, "free", Instant.EPOCH);
        try (Contexts.Scope scope =
                Contexts.open(ExecutionContext.platform("bench").inTenant(known))) {
            return database.tenant(slug, TenantsBench::select);
        }
    }

    private String setLocal(int tenant) {
        String name = "tenant_" + ManySchemas.slug(tenant);
        try (Connection connection = bare.getConnection()) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute("SET LOCAL ROLE \"" + name + "\"; SET LOCAL search_path TO \"" + name + "\"");
            }
            String answer = select(connection);
            connection.commit();
            return answer;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Where nothing keeps tenants apart but the text of the statement. */
    private String plain(int tenant) {
        try (Connection connection = bare.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "SELECT email FROM tenant_" + ManySchemas.slug(tenant) + ".users WHERE id = 50");
                ResultSet rows = statement.executeQuery()) {
            rows.next();
            return rows.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String select(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SELECT);
                ResultSet rows = statement.executeQuery()) {
            rows.next();
            return rows.getString(1);
        }
    }

    /** What the pool's sessions hold for themselves, on Linux. */
    private String backends() {
        List<Double> megabytes = new ArrayList<>();
        for (String pid : rooms.query("SELECT pid FROM pg_stat_activity WHERE usename = 'plexica_pool'"
                + " AND application_name = 'plexica'")) {
            Path status = Path.of("/proc", pid, "status");
            try (var lines = Files.lines(status)) {
                lines.filter(line -> line.startsWith("RssAnon:"))
                        .forEach(line -> megabytes.add(Double.parseDouble(line.replaceAll("\\D", "")) / 1024));
            } catch (IOException e) {
                return "unknown";
            }
        }
        return megabytes.isEmpty() ? "none" : Figures.of(megabytes).text("");
    }

    private static double at(double[] sorted, double part) {
        return sorted[(int) Math.round((sorted.length - 1) * part)];
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%,.0f", value);
    }
}
