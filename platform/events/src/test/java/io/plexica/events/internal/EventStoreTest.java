package io.plexica.events.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plexica.api.events.EventStore.Entry;
import io.plexica.api.events.EventStore.Fact;
import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.events.internal.store.HistoriesPart;
import io.plexica.events.internal.store.PluginEventStore;
import io.plexica.spi.data.SchemaReady;
import java.io.ByteArrayOutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class EventStoreTest {

    private static EventsRoom room;
    private static PluginEventStore store;

    @BeforeAll
    static void start() {
        room = new EventsRoom();
        store = new PluginEventStore(room.database, EventsRoom.CRM);
    }

    @AfterAll
    static void stop() {
        room.close();
    }

    @BeforeEach
    void empty() {
        room.server.admin("DELETE FROM core.events_histories");
    }

    @Test
    void a_history_is_read_in_order_in_its_tenant_alone() {
        room.in("acme", () -> {
            assertThat(store.append("order", "o1", 0, List.of(fact("placed"), fact("paid"))))
                    .isEqualTo(2);
            assertThat(store.append("order", "o1", 2, List.of(fact("sent")))).isEqualTo(3);
            assertThat(store.read("order", "o1", 0, 100))
                    .extracting(Entry::sequence, Entry::name)
                    .containsExactly(tuple(1, "placed"), tuple(2, "paid"), tuple(3, "sent"));
            assertThat(store.read("order", "o1", 1, 1)).extracting(Entry::name).containsExactly("paid");
            assertThat(store.read("order", "o1", 0, 1).get(0).payload()).containsEntry("what", "placed");
        });
        room.in("globex", () -> assertThat(store.read("order", "o1", 0, 100)).isEmpty());
    }

    @Test
    void a_history_travels_with_its_tenant_as_the_platform_alone_may_write_it() throws Exception {
        room.in("acme", () -> store.append("order", "o1", 0, List.of(fact("placed"), fact("paid"))));
        HistoriesPart part = new HistoriesPart(room.database, new SchemaReady() {});
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        part.write(Travel.ACME, Travel.snapshot(room.server), Travel.to(lines));
        part.restore(Travel.GLOBEX, Travel.from(lines));

        room.in(
                "globex",
                () -> assertThat(store.read("order", "o1", 0, 100))
                        .extracting(Entry::sequence, Entry::name)
                        .containsExactly(tuple(1, "placed"), tuple(2, "paid")));
        assertThatThrownBy(() -> part.restore(Travel.GLOBEX, Travel.from(lines)))
                .isInstanceOfSatisfying(
                        PlexicaException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.VALIDATION_FAILED));
        assertThatThrownBy(() -> room.in(
                        "acme",
                        () -> room.database.plugin(EventsRoom.CRM, connection -> {
                            try (Statement statement = connection.createStatement()) {
                                return statement.execute("CALL core.restore_history('acme', '{}')");
                            }
                        })))
                .hasStackTraceContaining("permission denied");
    }

    @Test
    void who_has_not_read_the_last_entry_appends_nothing_and_may_go_on() {
        room.in(
                "acme",
                () -> room.database.together(() -> {
                    store.append("order", "o1", 0, List.of(fact("placed")));
                    for (long wrong : new long[] {0, 2}) {
                        assertThatThrownBy(() -> store.append("order", "o1", wrong, List.of(fact("lost"))))
                                .isInstanceOfSatisfying(
                                        PlexicaException.class,
                                        e -> assertThat(e.code()).isEqualTo(ErrorCode.CONFLICT))
                                .hasMessageContaining("sequence-moved");
                    }
                    return store.append("order", "o1", 1, List.of(fact("paid")));
                }));

        assertThat(room.rows("SELECT name FROM core.events_histories ORDER BY sequence"))
                .containsExactly("placed", "paid");
    }

    @Test
    void of_many_at_once_one_wins() {
        AtomicInteger won = new AtomicInteger();
        CompletableFuture.allOf(Stream.generate(() -> CompletableFuture.runAsync(() -> room.in("acme", () -> {
                            try {
                                store.append("order", "o1", 0, List.of(fact("placed")));
                                won.incrementAndGet();
                            } catch (PlexicaException e) {
                                assertThat(e.code()).isEqualTo(ErrorCode.CONFLICT);
                            }
                        })))
                        .limit(8)
                        .toArray(CompletableFuture[]::new))
                .join();

        assertThat(won).hasValue(1);
    }

    @Test
    void a_history_goes_with_the_plugins_role_and_cannot_be_rewritten_or_read_by_others() {
        room.in("acme", () -> store.append("order", "o1", 0, List.of(fact("placed"))));

        room.in(
                "acme",
                () -> assertThatThrownBy(() -> room.database.plugin(
                                EventsRoom.CRM,
                                connection -> run(connection, "UPDATE core.events_histories SET name = 'x'")))
                        .rootCause()
                        .hasMessageContaining("permission denied"));
        assertThatThrownBy(() -> room.database.tenant(
                        "acme", connection -> run(connection, "SELECT * FROM core.read_history('order', 'o1', 0, 9)")))
                .rootCause()
                .hasMessageContaining("keeps no histories");
    }

    @Test
    void what_cannot_be_kept_is_refused_in_words() {
        room.in("acme", () -> {
            assertThatThrownBy(() -> store.append("", "o1", 0, List.of())).hasMessageContaining("1 to 60 characters");
            assertThatThrownBy(() -> store.append("order", "o1", 0, List.of(new Fact("placed", 3))))
                    .hasMessageContaining("must be a JSON object");
        });
    }

    private static Fact fact(String name) {
        return new Fact(name, Map.of("what", name));
    }

    private static Tuple tuple(long sequence, String name) {
        return Assertions.tuple(sequence, name);
    }

    private static boolean run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.execute(sql);
        }
    }
}
