package io.plexica.data.internal.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import io.plexica.api.data.Data;
import io.plexica.data.internal.DataPlatform;
import io.plexica.data.testing.TestContext;
import io.plexica.data.testing.TestServer;
import io.plexica.data.testing.desk.Memo;
import io.plexica.data.testing.desk.Room;
import io.plexica.data.testing.desk.Ticket;
import io.plexica.spi.plugins.PluginRef;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;

/** A plugin that has come to know workspaces, in a tenant where it was before. */
abstract class DeskTest {

    private static final PluginRef DESK = new PluginRef("desk", "1.0.0");
    static final String ACME = "desks";
    static final UUID SALES = UUID.randomUUID();
    static final UUID BUYERS = UUID.randomUUID();
    static final UUID OLD = UUID.fromString("00000000-0000-0000-0000-00000000000a");
    private static final ClassLoader LOADER = new ClassLoader(DeskTest.class.getClassLoader()) {};
    static final TestServer SERVER = TestServer.shared();
    static DataPlatform platform;
    static Data data;

    interface Sql {
        void with(Statement statement) throws SQLException;
    }

    @BeforeAll
    static void anUpgradeToWorkspaces() {
        platform = SERVER.platform(3);
        platform.defaultWorkspaces(slug -> Optional.of(SALES));
        platform.tenantSchemas().create(ACME);
        platform.pluginSchemas().migrate(ACME, DESK.id(), "plugins/desk/db", new ClassLoader(LOADER) {});
        platform.pluginUnits()
                .open(DESK, List.of(Ticket.class.getName(), Memo.class.getName(), Room.class.getName()), LOADER);
        assertThat(platform.pluginSchemas().migrate(ACME, DESK.id(), "plugins/desk2/db", LOADER))
                .isEqualTo(1);
        data = platform.data(DESK, LOADER);
    }

    @AfterAll
    static void close() {
        platform.tenantSchemas().drop(ACME);
        platform.close();
    }

    @AfterEach
    void onlyTheOldTicketStays() throws SQLException {
        SERVER.run("SET search_path = tenant_desks__desk; TRUNCATE ticket_tags, memos, rooms; DELETE FROM tickets"
                + " WHERE id <> '" + OLD + "'");
    }

    static Room room(String name) {
        Room room = new Room();
        room.name = name;
        return room;
    }

    static <T> T persist(UUID workspace, T entity) throws Exception {
        return in(
                workspace,
                () -> data.write(entities -> {
                    entities.persist(entity);
                    return entity;
                }));
    }

    static int jpql(UUID workspace, String jpql) throws Exception {
        return in(
                workspace,
                () -> data.write(entities -> entities.createQuery(jpql).executeUpdate()));
    }

    static List<String> titles(UUID workspace) throws Exception {
        return in(
                workspace,
                () -> data.read(
                        entities -> entities.createQuery("SELECT t.title FROM Ticket t ORDER BY t.title", String.class)
                                .getResultList()));
    }

    static List<String> texts(UUID workspace, String sql) throws Exception {
        List<String> found = new ArrayList<>();
        run(workspace, statement -> {
            try (ResultSet rows = statement.executeQuery(sql)) {
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
            }
        });
        return found;
    }

    static void run(UUID workspace, Sql sql) throws Exception {
        in(
                workspace,
                () -> platform.database().unitOfWork(() -> {
                    try (Statement statement = data.connection().createStatement()) {
                        sql.with(statement);
                        return true;
                    }
                }));
    }

    static <T> T in(UUID workspace, java.util.concurrent.Callable<T> work) throws Exception {
        return workspace == null ? TestContext.in(ACME, work) : TestContext.in(ACME, workspace, work);
    }
}
