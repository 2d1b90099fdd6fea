package io.plexica.itests.rooms;

import io.plexica.data.internal.DataPlatform;
import io.plexica.data.internal.settings.DataSettings;
import io.plexica.spi.data.DatabaseAccess;
import io.plexica.spi.data.PluginSchemas;
import io.plexica.spi.data.RoomMigrations;
import io.plexica.spi.data.SchemaNames;
import io.plexica.spi.data.TenantSchemas;
import io.plexica.spi.signal.SignalListener;
import io.plexica.spi.signal.Signals;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A database of a test's own with the tables of some rooms, made by the data room itself: the rooms work there under the
 * roles, and with the rights, that they have on the platform. The first one of a kind takes seconds, copies of it are quick.
 */
public final class RoomDatabase implements AutoCloseable {

    static final DataSettings SETTINGS = new DataSettings(
            0,
            20,
            Duration.ofSeconds(10),
            Duration.ofSeconds(30),
            Duration.ofSeconds(3),
            Duration.ofSeconds(20),
            Duration.ofSeconds(5),
            Duration.ofSeconds(60),
            2);
    private static final AtomicInteger NUMBERS = new AtomicInteger();
    private static final Map<List<String>, String> TEMPLATES = new ConcurrentHashMap<>();

    private final String name;
    private final DatabaseAccess access;
    private final DataPlatform platform;

    private RoomDatabase(String name, List<RoomMigrations> rooms) {
        this.name = name;
        this.access = Server.shared().access(name);
        this.platform = new DataPlatform(access, SETTINGS);
        platform.start();
        rooms.forEach(room -> platform.rooms().add(OneRoom.of(room)));
    }

    /** A fresh database with the tables of these rooms. */
    public static RoomDatabase with(RoomMigrations... rooms) {
        List<RoomMigrations> wanted = List.of(rooms);
        String template = TEMPLATES.computeIfAbsent(
                wanted.stream().map(RoomMigrations::room).toList(), names -> template(wanted));
        String name = "test" + NUMBERS.incrementAndGet();
        Server.shared().copy(template, name);
        return new RoomDatabase(name, wanted);
    }

    /** Units of work for one node of the platform. */
    public FaultyDatabase database() {
        return new FaultyDatabase(platform.database());
    }

    /** How to reach it. */
    public DatabaseAccess access() {
        return access;
    }

    /** The signals of this node. */
    public Signals signals() {
        return platform.signals();
    }

    /** Somebody on this node wants to hear signals. */
    public void hear(SignalListener listener) {
        platform.addListener(listener);
    }

    /** Somebody has heard enough. */
    public void hearNoMore(SignalListener listener) {
        platform.removeListener(listener);
    }

    /** Another node on the same database; close it before this. */
    public Node anotherNode() {
        return new Node(access, SETTINGS);
    }

    /** Kills the connections on which nodes listen; they make new ones. */
    public void cutListeners() {
        Server.shared().cutListeners(name);
    }

    /**
     * No node hears signals until this is called with false: the connections are killed, and no new ones let in. Those in
     * the pools, which work may go on with, stay.
     */
    public void setDeaf(boolean deaf) {
        Server.shared().letIn(name, !deaf);
        if (deaf) {
            cutListeners();
        }
    }

    /** Schemas of tenants. */
    public TenantSchemas schemas() {
        return platform.tenantSchemas();
    }

    /** Schemas of plugins in tenants. */
    public PluginSchemas pluginSchemas() {
        return platform.pluginSchemas();
    }

    /** Makes schema and role of a plugin in a tenant. */
    public void createPlugin(String slug, String pluginId) {
        platform.pluginSchemas().create(slug, pluginId);
    }

    /** Runs SQL as the login that owns the platform's tables. */
    public void admin(String sql) {
        try (Connection connection = owner();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    /** Runs SQL as the owner of a tenant's tables, in the tenant's schema. */
    public void tenantAdmin(String slug, String sql) {
        admin("SET search_path = " + SchemaNames.tenant(slug) + ";" + sql);
    }

    /** The first column of all rows, as the owner of the tables sees them. */
    public List<String> query(String sql) {
        try (Connection connection = owner();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    /** What is left of a tenant that was removed for good. */
    public List<String> leftovers(String slug) {
        try (Connection connection = owner()) {
            return Leftovers.of(connection, slug);
        } catch (SQLException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    /** Drops the database with all its connections. */
    @Override
    public void close() {
        platform.close();
        Server.shared().drop(name);
    }

    private Connection owner() throws SQLException {
        return DriverManager.getConnection(
                access.url(), access.admin().user(), access.admin().password());
    }

    private static String template(List<RoomMigrations> rooms) {
        String name = "prepared" + NUMBERS.incrementAndGet();
        Server.shared().create(name);
        new RoomDatabase(name, rooms).platform.close();
        return name;
    }
}
