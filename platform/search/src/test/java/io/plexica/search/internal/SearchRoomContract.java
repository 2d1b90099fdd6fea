package io.plexica.search.internal;

import static io.plexica.search.internal.World.HERE;
import static io.plexica.search.internal.World.THERE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.plexica.api.problem.PlexicaException;
import io.plexica.api.search.SearchDocument;
import io.plexica.itests.rooms.RoomDatabase;
import io.plexica.search.internal.index.IndexRoute;
import io.plexica.search.postgres.internal.PostgresMigrations;
import io.plexica.spi.search.IndexRef;
import io.plexica.spi.search.SearchEngine;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What plugins and admins get, whatever the engine. */
abstract class SearchRoomContract {

    static RoomDatabase room;

    World world;

    @BeforeAll
    static void openDatabase() {
        room = RoomDatabase.with(new SearchMigrations(), new PostgresMigrations());
    }

    @AfterAll
    static void closeDatabase() {
        room.close();
    }

    abstract SearchEngine engine(RoomDatabase room);

    @BeforeEach
    void open() {
        room.admin("TRUNCATE core.search_indexes, core.search_changes");
        List.of("acme", "globex").forEach(room.schemas()::create);
        world = new World(room, engine(room));
    }

    @AfterEach
    void close() {
        world.close();
        List.of("acme", "globex").forEach(room.schemas()::drop);
    }

    @Test
    void what_commits_is_found_and_what_rolls_back_is_not() throws Exception {
        assertThatThrownBy(() -> world.in("acme", HERE, () -> {
                    world.search("crm")
                            .index(World.CONTACT, SearchDocument.of("2").with("name", "Ada"));
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");
        world.index("acme", HERE, "1", "Ada");
        await().until(() -> find("ada").equals(List.of("1")));
        world.index("acme", HERE, "1", "Augusta");
        await().until(() -> find("ada").isEmpty() && find("augusta").equals(List.of("1")));
        world.remove("acme", HERE, "1");
        await().until(() -> find("augusta").isEmpty());
    }

    @Test
    void of_many_changes_of_a_document_the_last_one_holds() throws Exception {
        for (int i = 0; i < 30; i++) {
            world.index("acme", HERE, "1", "Name" + i);
        }
        await().until(() -> find("name29").equals(List.of("1")));
        assertThat(find("")).containsExactly("1");
    }

    @Test
    void walls_stand_between_tenants_plugins_and_workspaces() throws Exception {
        world.index("acme", HERE, "1", "Ada");
        world.index("globex", HERE, "2", "Ada");
        world.index("acme", THERE, "3", "Ada");
        world.in("acme", HERE, () -> {
            world.search("billing").index(World.CONTACT, SearchDocument.of("4").with("name", "Ada"));
            return 4;
        });
        await().until(() -> find("ada").equals(List.of("1"))
                && world.find("globex", HERE, "ada").equals(List.of("2"))
                && world.find("acme", THERE, "ada").equals(List.of("3")));
    }

    @Test
    void an_index_made_anew_has_what_the_plugin_tells_and_nothing_else() throws Exception {
        world.index("acme", HERE, "stale", "Ada");
        await().until(() -> find("ada").equals(List.of("stale")));
        world.told.add(HERE, "1", "Ada");
        world.told.add(HERE, "2", "Ada");
        world.told.add(THERE, "3", "Ada");
        assertThat(world.reindex("acme").documents()).isEqualTo(3);
        assertThat(find("ada")).containsExactly("1", "2");
        assertThat(world.find("acme", THERE, "ada")).containsExactly("3");
        assertThat(world.page("acme", HERE, "ada").complete()).isTrue();
        assertThat(indexes()).containsExactly(new IndexRef("acme", "crm", lane().generation()));
        assertThat(world.audit.rows).containsExactly("acme core.search.reindexed crm from 192.0.2.1");
    }

    @Test
    void an_index_is_made_anew_within_a_request_that_waits_for_it() throws Exception {
        world.told.add(HERE, "1", "Ada");
        assertThat(world.in("acme", HERE, () -> world.reindex("acme")).documents())
                .isEqualTo(1);
        assertThat(find("ada")).containsExactly("1");
    }

    @Test
    void what_changes_while_an_index_is_made_is_in_it() throws Exception {
        world.told.add(HERE, "1", "Before");
        world.told.add(HERE, "2", "Before");
        AtomicBoolean once = new AtomicBoolean();
        world.told.meanwhile(() -> {
            if (once.compareAndSet(false, true)) {
                change("1", "After");
                remove("2");
                change("3", "After");
            }
        });
        world.reindex("acme");
        await().until(() -> find("after").equals(List.of("1", "3")));
        assertThat(find("before")).isEmpty();
        assertThat(find("")).containsExactly("1", "3");
    }

    @Test
    void a_plugin_that_fails_leaves_the_old_index() throws Exception {
        world.told.add(HERE, "1", "Ada");
        world.reindex("acme");
        world.told.meanwhile(() -> {
            throw new IllegalStateException("no");
        });
        assertThatThrownBy(() -> world.reindex("acme")).hasMessageContaining("the old index is as it was");
        assertThat(find("ada")).containsExactly("1");
        assertThat(lane().building()).isNull();
        assertThat(indexes()).hasSize(1);
    }

    @Test
    void only_one_is_made_at_a_time_and_one_that_was_broken_off_is_taken_over() throws Exception {
        world.told.add(HERE, "1", "Ada");
        world.reindex("acme");
        IndexRef broken = world.lanes.begin("acme", "crm", Duration.ofMinutes(1));
        world.index("acme", HERE, "2", "Ada");
        assertThatThrownBy(() -> world.reindex("acme")).hasMessageContaining("already-running");
        assertThatThrownBy(() -> world.begin("acme")).hasMessageContaining("already-running");
        assertThat(world.isBeingMade("acme")).isTrue();
        await().until(() -> find("ada").equals(List.of("1", "2")));
        room.admin("UPDATE core.search_indexes SET building_until = now() - interval '1 second'");
        assertThat(world.isBeingMade("acme")).isFalse();
        world.told.add(HERE, "2", "Ada");
        world.reindex("acme");
        assertThat(find("ada")).containsExactly("1", "2");
        assertThat(lane().generation()).isEqualTo(broken.generation() + 1);
        assertThat(world.lanes.swap(broken, () -> {})).isFalse();
        await().until(() -> indexes().size() == 1);
    }

    @Test
    void the_first_search_has_told_what_there_was_before() throws Exception {
        world.told.add(HERE, "1", "Ada");
        assertThat(world.page("acme", HERE, "ada").complete()).isFalse();
        await().until(() -> find("ada").equals(List.of("1")));
        assertThat(world.page("acme", HERE, "ada").complete()).isTrue();
    }

    @Test
    void a_plugin_that_tells_nothing_is_complete_by_what_it_writes() throws Exception {
        world.index("acme", HERE, "1", "Ada");
        await().until(() -> world.page("acme", HERE, "ada").complete());
        await().until(() -> find("ada").equals(List.of("1")));
        assertThatThrownBy(() -> world.reindex("acme")).hasMessageContaining("nothing-to-index");
    }

    @Test
    void an_uninstalled_plugin_s_documents_go_and_stay_away() throws Exception {
        world.index("acme", HERE, "1", "Ada");
        world.index("globex", HERE, "2", "Ada");
        await().until(() -> find("ada").equals(List.of("1")));
        world.indexes.deleteAll("acme", "crm");
        assertThat(find("")).isEmpty();
        await().until(() -> indexes().isEmpty());
        world.index("acme", HERE, "3", "Ada");
        await().until(() -> find("").equals(List.of("3")));
        await().until(() -> world.find("globex", HERE, "ada").equals(List.of("2")));
    }

    @Test
    void a_search_that_makes_no_sense_is_refused_with_all_that_is_wrong() {
        assertThatThrownBy(() -> world.find("acme", HERE, "x".repeat(10_000)))
                .isInstanceOfSatisfying(
                        PlexicaException.class, e -> assertThat(e.errors()).hasSize(1));
        assertThatThrownBy(() -> world.find("acme", HERE, "a\0b")).isInstanceOf(PlexicaException.class);
    }

    @Test
    void an_index_of_an_engine_that_was_not_used_for_a_while_is_made_anew() throws Exception {
        room.admin("INSERT INTO core.search_indexes (tenant_slug, plugin_id, engine, complete)"
                + " VALUES ('acme', 'crm', 'another', true)");
        world.sweeping.run();
        assertThat(room.query("SELECT complete::text FROM core.search_indexes WHERE engine = 'another'"))
                .containsExactly("false");
    }

    final List<String> find(String text) throws Exception {
        return world.find("acme", HERE, text);
    }

    final IndexRoute lane() {
        return world.lanes.find("acme", "crm");
    }

    private List<IndexRef> indexes() throws Exception {
        return world.in("acme", UUID.randomUUID(), () -> world.engine.indexes("acme"));
    }

    private void change(String id, String name) {
        try {
            world.index("acme", HERE, id, name);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private void remove(String id) {
        try {
            world.remove("acme", HERE, id);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
