package io.plexica.search.internal;

import static io.plexica.search.internal.World.HERE;
import static org.assertj.core.api.Assertions.assertThat;

import io.plexica.api.search.SearchDocument;
import io.plexica.api.search.SearchQuery;
import io.plexica.itests.rooms.RoomDatabase;
import io.plexica.search.postgres.internal.PostgresEngine;
import io.plexica.spi.data.SchemaReady;
import io.plexica.spi.search.SearchEngine;
import org.junit.jupiter.api.Test;

class SearchInPostgresTest extends SearchRoomContract {

    @Override
    SearchEngine engine(RoomDatabase room) {
        return new PostgresEngine(room.database(), new SchemaReady() {});
    }

    @Test
    void what_was_written_is_found_at_once_also_in_the_same_unit_of_work() throws Exception {
        world.in("acme", HERE, () -> {
            world.search("crm").index(World.CONTACT, SearchDocument.of("1").with("name", "Ada"));
            assertThat(world.search("crm")
                            .search(World.CONTACT, SearchQuery.of("ada"))
                            .total())
                    .isEqualTo(1);
            return 1;
        });
        assertThat(find("ada")).containsExactly("1");
        assertThat(room.query("SELECT number FROM core.search_changes")).isEmpty();
    }

    @Test
    void search_is_healthy_and_nothing_waits() {
        assertThat(world.health.check().healthy()).isTrue();
        assertThat(world.health.facts()).containsEntry("engine", "chosen").containsEntry("waiting", "0");
    }
}
