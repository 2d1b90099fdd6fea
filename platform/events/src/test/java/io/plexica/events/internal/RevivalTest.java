package io.plexica.events.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.FieldError;
import io.plexica.api.problem.PlexicaException;
import io.plexica.api.rest.PageQuery;
import io.plexica.events.internal.delivery.DeadLetterReplay;
import io.plexica.events.internal.delivery.DeadLetterReplay.Revived;
import io.plexica.events.internal.delivery.DeadLetters.Wish;
import io.plexica.events.internal.rest.DeadLettersResource;
import io.plexica.events.internal.rest.ReplayBody;
import io.plexica.spi.context.Contexts;
import io.plexica.spi.context.ExecutionContext;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Many dead letters are delivered again at once. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RevivalTest {

    private final EventsRoom room = new EventsRoom();

    @BeforeEach
    void killSome() {
        room.plugins.failOn("bad");
        for (int number = 1; number <= 3; number++) {
            room.publish("acme", "bad", number);
        }
        room.publish("globex", "bad", 4);
        for (int round = 0; round < 50 && dead(null) < 4; round++) {
            room.letTimePass();
            room.deliverAll();
        }
        assertThat(dead(null)).isEqualTo(4);
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void those_of_a_tenant_come_again_in_their_order_and_its_log_tells_of_it() {
        room.plugins.healed();

        assertThat(replay("acme", new ReplayBody("billing", null, null))).isEqualTo(new Revived(3, 0));
        room.deliverAll();

        assertThat(room.plugins.got()).endsWith("billing:bad/1", "billing:bad/2", "billing:bad/3");
        assertThat(dead(null)).isEqualTo(1);
        assertThat(room.rows("SELECT tenant_slug || ' ' || action || ' ' || resource_type || ' ' || resource_id || ' '"
                        + " || after::text FROM core.audit_log"))
                .containsExactly("acme core.event.replayed dead-letters billing {\"letters\": 3}");
        assertThat(replay("acme", null)).isEqualTo(new Revived(0, 0));
    }

    @Test
    void those_of_a_plugin_come_again_in_all_tenants_each_with_a_row_of_its_own() {
        assertThat(replay(null, new ReplayBody("billing", "crm.contact.created", null)))
                .isEqualTo(new Revived(4, 0));
        assertThat(room.rows("SELECT tenant_slug FROM core.audit_log ORDER BY 1"))
                .containsExactly("acme", "globex");
    }

    @Test
    void whoever_names_nothing_or_anothers_tenant_is_refused() {
        assertThatThrownBy(() -> replay(null, new ReplayBody(null, "crm.contact.created", null)))
                .isInstanceOfSatisfying(
                        PlexicaException.class,
                        e -> assertThat(e.errors())
                                .extracting(FieldError::pointer)
                                .containsExactly("/plugin"));
        assertThatThrownBy(() -> replay(null, new ReplayBody(" ", null, null))).hasMessageContaining("/plugin");
        assertThatThrownBy(() -> replay("acme", new ReplayBody(null, null, "globex")))
                .isInstanceOfSatisfying(
                        PlexicaException.class,
                        e -> assertThat(e.errors())
                                .extracting(FieldError::pointer)
                                .containsExactly("/tenant"));
        assertThat(replay(null, new ReplayBody("nothing", null, null))).isEqualTo(new Revived(0, 0));
        assertThat(dead(null)).isEqualTo(4);
    }

    @Test
    void no_call_takes_more_than_its_bound_and_the_rest_is_told() {
        room.server.admin("INSERT INTO core.events_deliveries (event_number, plugin_id, tenant_slug, aggregate, state)"
                + " SELECT min(event_number), 'many' || n, 'acme', 'a', 'DEAD' FROM core.events_deliveries,"
                + " generate_series(1, " + (DeadLetterReplay.MOST + 5) + ") n GROUP BY n");

        room.plugins.subscribe(Stream.concat(Stream.of("billing"), many()).toArray(String[]::new));

        Revived first = replay("acme", null);

        assertThat(first).isEqualTo(new Revived(DeadLetterReplay.MOST, 8));
        assertThat(replay("acme", null)).isEqualTo(new Revived(8, 0));
    }

    @Test
    void what_its_plugin_does_not_handle_now_stays_where_it_is() {
        room.plugins.subscribe();

        assertThat(replay("acme", null)).isEqualTo(new Revived(0, 0));
        UUID one = room.letters
                .list(new Wish("acme", null, null), new PageQuery())
                .items()
                .get(0)
                .id();
        assertThatThrownBy(() -> room.letters.replay("acme", one)).hasMessageContaining("not-handled");
        assertThat(dead(null)).isEqualTo(4);
        assertThat(room.rows("SELECT 1 FROM core.audit_log")).isEmpty();
    }

    @Test
    void what_happened_in_a_workspace_where_its_plugin_is_switched_off_stays_where_it_is() {
        UUID place = new UUID(0, 5);
        room.server.admin("UPDATE core.events_outbox SET workspace_id = '" + place + "' WHERE payload ->> 'n' = '2'");
        UUID inside = room.letters
                .list(new Wish("acme", null, null), new PageQuery(null, null, "createdAt", null))
                .items()
                .get(1)
                .id();
        room.plugins.healed();
        room.plugins.switchOff(place);

        assertThatThrownBy(() -> room.letters.replay("acme", inside)).hasMessageContaining("not-handled");
        assertThat(replay("acme", null)).isEqualTo(new Revived(2, 0));
        assertThat(room.replay.since("acme", "billing", Instant.EPOCH)).isZero();
        room.deliverAll();
        assertThat(room.rows("SELECT id FROM core.events_deliveries WHERE state = 'DEAD' AND tenant_slug = 'acme'"))
                .containsExactly(inside.toString());
        assertThat(room.replay.since("acme", "billing", Instant.EPOCH)).isEqualTo(2);
    }

    @Test
    void a_node_that_does_not_know_the_plugins_says_so_and_replays_nothing() {
        room.plugins.setKnown(false);
        UUID one = room.letters
                .list(new Wish("acme", null, null), new PageQuery())
                .items()
                .get(0)
                .id();

        for (ThrowingCallable call : List.<ThrowingCallable>of(
                () -> replay("acme", null),
                () -> room.letters.replay("acme", one),
                () -> room.replay.since("acme", "billing", Instant.EPOCH))) {
            assertThatThrownBy(call)
                    .isInstanceOfSatisfying(
                            PlexicaException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.UNAVAILABLE));
        }
        assertThat(dead("acme")).isEqualTo(3);
    }

    @Test
    void two_at_once_take_each_letter_once() {
        CompletableFuture<Revived> other = CompletableFuture.supplyAsync(() -> replay("acme", null));
        int replayed = replay("acme", null).replayed() + other.join().replayed();

        assertThat(replayed).isEqualTo(3);
        assertThat(dead("acme")).isZero();
    }

    private static Stream<String> many() {
        return IntStream.rangeClosed(1, DeadLetterReplay.MOST + 5).mapToObj(number -> "many" + number);
    }

    private Revived replay(@Nullable String slug, @Nullable ReplayBody body) {
        DeadLettersResource resource = new DeadLettersResource(room.letters, room.revival, room.tenants);
        ExecutionContext context = ExecutionContext.platform("trace-2");
        try (Contexts.Scope scope = Contexts.open(
                slug == null
                        ? context
                        : context.inTenant(room.tenants.find(slug).orElseThrow()))) {
            return resource.replayAll(body);
        }
    }

    private long dead(@Nullable String slug) {
        return room.letters.list(new Wish(slug, null, null), new PageQuery()).total();
    }
}
