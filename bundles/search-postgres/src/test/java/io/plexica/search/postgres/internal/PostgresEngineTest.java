package io.plexica.search.postgres.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plexica.itests.rooms.RoomDatabase;
import io.plexica.itests.rooms.SearchEngineContract;
import io.plexica.spi.data.Database;
import io.plexica.spi.plugins.PluginRef;
import io.plexica.spi.search.IndexRef;
import io.plexica.spi.search.SearchEngine;
import java.sql.PreparedStatement;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PostgresEngineTest extends SearchEngineContract {

    private static RoomDatabase room;

    private Database database;

    @BeforeAll
    static void openDatabase() {
        room = RoomDatabase.with(new PostgresMigrations());
    }

    @AfterAll
    static void closeDatabase() {
        room.close();
    }

    @BeforeEach
    void makeTenants() {
        database = room.database();
        List.of(ACME, GLOBEX).forEach(room.schemas()::create);
    }

    @AfterEach
    void removeTenants() {
        List.of(ACME, GLOBEX).forEach(room.schemas()::drop);
    }

    @Override
    protected SearchEngine engine() {
        return new PostgresEngine(database);
    }

    @Test
    void what_was_rolled_back_is_not_found() throws Exception {
        IndexRef index = new IndexRef(ACME, "crm", 1);
        assertThatThrownBy(() -> database.unitOfWork(() -> {
                    engine().write(index, true, List.of(entry("1", "Ada")));
                    assertThat(find(index, "ada")).containsExactly("1");
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");
        assertThat(find(index, "ada")).isEmpty();
    }

    @Test
    void roles_of_plugins_do_not_reach_the_table() {
        room.createPlugin(ACME, "crm");
        assertThatThrownBy(() -> inTenant(() -> database.plugin(new PluginRef("crm", "1.0.0"), connection -> {
                    try (PreparedStatement select =
                            connection.prepareStatement("SELECT * FROM tenant_acme.search_documents")) {
                        return select.execute();
                    }
                })))
                .rootCause()
                .hasMessageContaining("permission denied");
    }
}
