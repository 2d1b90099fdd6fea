package io.plexica.events.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Events are written with the commit of what they tell of, and numbered in the order of the commits. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PublishingTogetherTest {

    private static final String NUMBERED =
            "SELECT payload ->> 'n' FROM core.events_outbox WHERE tenant_slug = 'acme' AND aggregate_id = 'c1' ORDER BY number";

    private static EventsRoom room;

    @BeforeAll
    static void start() {
        room = new EventsRoom();
        room.server.tenantAdmin(
                "acme",
                "CREATE TABLE things (id int PRIMARY KEY, part_of int REFERENCES things DEFERRABLE INITIALLY DEFERRED);"
                        + " GRANT ALL ON things TO tenant_acme");
    }

    @AfterAll
    static void stop() {
        room.close();
    }

    @BeforeEach
    void empty() {
        room.server.admin("DELETE FROM core.events_outbox; DELETE FROM tenant_acme.things");
    }

    @Test
    void the_id_is_known_at_once_and_is_that_of_the_row() {
        List<UUID> ids = new ArrayList<>();
        room.in("acme", () -> {
            ids.add(publish(1));
            room.database.together(() -> ids.add(publish(2)));
        });

        assertThat(room.rows("SELECT id FROM core.events_outbox ORDER BY number"))
                .isEqualTo(ids.stream().map(UUID::toString).toList());
    }

    @Test
    void those_of_a_unit_of_work_and_of_those_within_it_are_in_the_order_of_the_calls() {
        room.in(
                "acme",
                () -> room.database.together(() -> {
                    publish(1);
                    room.database.together(() -> publish(2));
                    room.database.apart(() -> publish(0));
                    insert(1, null);
                    return publish(3);
                }));

        assertThat(room.rows(NUMBERED)).containsExactly("0", "1", "2", "3");
    }

    @Test
    void a_constraint_that_is_checked_at_the_commit_lets_neither_row_nor_event_through() {
        assertThatThrownBy(() -> room.in(
                        "acme",
                        () -> room.database.together(() -> {
                            insert(1, 99);
                            return publish(1);
                        })))
                .isInstanceOfSatisfying(
                        PlexicaException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.CONFLICT));

        assertNothingIsKept();
    }

    @Test
    void an_event_that_the_database_refuses_takes_the_change_with_it() {
        room.server.admin("UPDATE core.data_roles SET plugin_id = 'other' WHERE role_name = 'tenant_acme__crm'");
        try {
            assertThatThrownBy(() -> room.in(
                            "acme",
                            () -> room.database.together(() -> {
                                insert(1, null);
                                return publish(1);
                            })))
                    .isInstanceOfSatisfying(
                            PlexicaException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INTERNAL_ERROR))
                    .hasStackTraceContaining("may not publish");
        } finally {
            room.server.admin("UPDATE core.data_roles SET plugin_id = 'crm' WHERE role_name = 'tenant_acme__crm'");
        }

        assertNothingIsKept();
    }

    @Test
    void of_what_is_taken_back_to_a_savepoint_nothing_is_told() {
        room.in(
                "acme",
                () -> room.database.plugin(EventsRoom.CRM, connection -> {
                    publish(1);
                    Savepoint savepoint = connection.setSavepoint();
                    publish(2);
                    connection.rollback(savepoint);
                    return publish(3);
                }));

        assertThat(room.rows(NUMBERED)).containsExactly("1", "3");
    }

    @Test
    void numbers_follow_the_commits_and_not_the_calls_and_nobody_waits_for_who_has_not_come_to_the_end() {
        room.in(
                "acme",
                () -> room.database.together(() -> {
                    publish(1);
                    room.database.apart(() -> publish(2));
                    CompletableFuture.runAsync(() -> room.publish("acme", "c1", 3))
                            .orTimeout(20, TimeUnit.SECONDS)
                            .join();
                    return publish(4);
                }));

        assertThat(room.rows(NUMBERED)).containsExactly("2", "3", "1", "4");
    }

    @Test
    void who_is_between_writing_and_the_end_keeps_back_those_who_tell_of_the_same_thing_and_no_others()
            throws Exception {
        CountDownLatch written = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        CompletableFuture<Void> first = CompletableFuture.runAsync(() -> room.in(
                "acme",
                () -> room.database.plugin(EventsRoom.CRM, connection -> {
                    // What is published behind a savepoint is written at once.
                    connection.setSavepoint();
                    publish(1);
                    written.countDown();
                    return passed(mayEnd);
                })));
        assertThat(passed(written)).isTrue();

        CompletableFuture<Void> second = CompletableFuture.runAsync(() -> room.publish("acme", "c1", 2));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> room.rows("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted")
                        .contains("1"));
        room.publish("acme", "c2", 3);
        room.publish("globex", "c1", 4);
        assertThat(second).isNotDone();
        mayEnd.countDown();
        CompletableFuture.allOf(first, second).get(20, TimeUnit.SECONDS);

        assertThat(room.rows(NUMBERED)).containsExactly("1", "2");
    }

    @Test
    void of_many_at_once_none_is_lost_and_each_finds_its_place() {
        CompletableFuture.allOf(IntStream.range(0, 4)
                        .mapToObj(thread -> CompletableFuture.runAsync(() -> room.in("acme", () -> {
                            for (int n = 0; n < 25; n++) {
                                int number = thread * 100 + n * 2;
                                room.database.together(() -> {
                                    insert(number, null);
                                    publish(number);
                                    room.events.publish("crm.contact.created", "other", Map.of());
                                    return publish(number + 1);
                                });
                            }
                        })))
                        .toArray(CompletableFuture[]::new))
                .join();

        List<Integer> numbers =
                room.rows(NUMBERED).stream().map(Integer::valueOf).toList();
        assertThat(numbers).hasSize(200).doesNotHaveDuplicates();
        for (int place = 0; place < 200; place += 2) {
            assertThat(numbers.get(place + 1)).isEqualTo(numbers.get(place) + 1);
        }
        for (int thread = 0; thread < 4; thread++) {
            int hundred = thread;
            assertThat(numbers.stream().filter(number -> number / 100 == hundred))
                    .isSorted();
        }
    }

    private static UUID publish(int number) {
        return room.events.publish("crm.contact.created", "c1", Map.of("n", number));
    }

    private static void insert(int id, @Nullable Integer partOf) {
        room.database.tenant(
                "acme", connection -> run(connection, "INSERT INTO things VALUES (" + id + ", " + partOf + ")"));
    }

    private static void assertNothingIsKept() {
        assertThat(room.rows(
                        "SELECT id::text FROM core.events_outbox UNION ALL SELECT id::text FROM tenant_acme.things"))
                .isEmpty();
    }

    private static boolean passed(CountDownLatch latch) {
        try {
            return latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.execute(sql);
        }
    }
}
