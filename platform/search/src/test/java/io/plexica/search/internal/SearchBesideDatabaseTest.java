package io.plexica.search.internal;

import static io.plexica.search.internal.World.HERE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.itests.rooms.RoomDatabase;
import io.plexica.spi.search.SearchEngine;
import java.util.List;
import org.junit.jupiter.api.Test;

class SearchBesideDatabaseTest extends SearchRoomContract {

    private MemoryEngine engine = new MemoryEngine();

    @Override
    SearchEngine engine(RoomDatabase room) {
        engine = new MemoryEngine();
        return engine;
    }

    @Test
    void an_engine_that_is_away_delays_what_is_found_and_fails_no_write() throws Exception {
        engine.setAway(true);
        world.index("acme", HERE, "1", "Ada");
        world.index("acme", HERE, "1", "Augusta");
        world.index("globex", HERE, "2", "Ada");
        assertThatThrownBy(() -> find("ada"))
                .isInstanceOfSatisfying(
                        PlexicaException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.UNAVAILABLE));
        assertThat(world.health.check().healthy()).isFalse();
        assertThat(world.health.facts()).containsEntry("waiting", "3");
        engine.setAway(false);
        await().ignoreExceptions()
                .until(() -> find("augusta").equals(List.of("1")) && find("ada").isEmpty());
        await().until(() -> world.find("globex", HERE, "ada").equals(List.of("2")));
        await().until(() -> world.health.check().healthy());
    }

    @Test
    void what_a_node_that_died_did_not_tell_the_next_one_does() throws Exception {
        engine.setAway(true);
        world.index("acme", HERE, "1", "Ada");
        world.close();
        engine.setAway(false);
        try (World next = new World(room, engine)) {
            await().ignoreExceptions().until(() -> {
                room.admin("UPDATE core.search_changes SET due_at = now()");
                return next.find("acme", HERE, "ada").equals(List.of("1"));
            });
        }
    }

    @Test
    void an_index_that_was_replaced_and_cannot_be_removed_goes_with_the_next_round() throws Exception {
        world.told.add(HERE, "1", "Ada");
        world.reindex("acme");
        engine.setStubborn(true);
        world.told.add(HERE, "2", "Ada");
        world.reindex("acme");
        assertThat(find("ada")).containsExactly("1", "2");
        assertThat(engine.indexes("acme")).hasSize(2);

        engine.setStubborn(false);
        world.sweeping.run();
        assertThat(engine.indexes("acme")).hasSize(1);
    }

    @Test
    void what_is_left_of_a_tenant_that_is_gone_is_swept_away() throws Exception {
        world.index("acme", HERE, "1", "Ada");
        world.index("globex", HERE, "2", "Ada");
        await().until(() -> find("ada").equals(List.of("1")));
        await().until(() -> world.find("globex", HERE, "ada").equals(List.of("2")));
        await().until(() -> world.lanes.find("globex", "crm").complete());
        world.tenants.status("globex", null);
        world.sweeping.run();
        assertThat(engine.tenants()).doesNotContain("globex");
        assertThat(room.query("SELECT tenant_slug FROM core.search_indexes")).doesNotContain("globex");
    }
}
