package io.plexica.data.internal.work;

import io.plexica.data.testing.Sql;
import io.plexica.data.testing.Stage;
import io.plexica.data.testing.TestServer;
import io.plexica.spi.data.Database;
import io.plexica.spi.data.DatabaseAccess;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Units of work on one connection, with another for work beside them: whatever sticks to it shows at once. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class WorkCase {

    static Stage stage;
    static Database database;

    DatabaseAccess access() {
        return TestServer.shared().access();
    }

    @BeforeAll
    void raise() {
        stage = new Stage(2, access());
        database = stage.platform.database();
    }

    @AfterAll
    void lower() {
        stage.close();
    }

    @BeforeEach
    void empty() {
        database.core(c -> Sql.run(c, "delete from alpha"));
        database.tenant(stage.acme, c -> Sql.run(c, "delete from counters"));
    }

    static String nest(int depth) throws Exception {
        return depth == 0 ? "done" : database.newUnitOfWork(() -> nest(depth - 1));
    }

    static String role(Connection connection) throws SQLException {
        return " " + Sql.ask(connection, "select current_user || ' ' || current_schema");
    }

    static String alphas() {
        return outside("select count(*) from core.alpha");
    }

    static String outside(String sql) {
        try {
            return stage.server.ask(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
