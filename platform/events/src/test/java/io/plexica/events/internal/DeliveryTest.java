package io.plexica.events.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.api.rest.PageQuery;
import io.plexica.events.internal.delivery.DeadLetter;
import io.plexica.events.internal.delivery.DeadLetters.Wish;
import io.plexica.events.internal.delivery.Delivery;
import io.plexica.events.internal.delivery.DeliveryData;
import io.plexica.events.internal.relay.DeliveryPump;
import io.plexica.spi.data.SchemaReady;
import io.plexica.spi.events.EventHandlers.Handled;
import io.plexica.spi.tenancy.TenantStatus;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DeliveryTest {

    private final EventsRoom room = new EventsRoom();

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void every_subscriber_gets_every_event_once_and_in_order() {
        room.plugins.subscribe("billing", "loyalty");
        for (int n = 1; n <= 3; n++) {
            room.publish("acme", "c1", n);
        }

        room.deliverAll();
        room.letTimePass();
        room.deliverAll();

        assertThat(room.plugins.got())
                .containsExactlyInAnyOrder(
                        "billing:c1/1", "billing:c1/2", "billing:c1/3", "loyalty:c1/1", "loyalty:c1/2", "loyalty:c1/3");
        assertThat(room.plugins.got().stream().filter(got -> got.startsWith("billing")))
                .containsExactly("billing:c1/1", "billing:c1/2", "billing:c1/3");
    }

    @Test
    void of_one_aggregate_only_the_first_is_ever_under_way() {
        room.publish("acme", "c1", 1);
        room.publish("acme", "c1", 2);
        room.publish("acme", "c2", 3);
        room.publish("globex", "c1", 4);
        room.outbox.relay();

        List<Delivery> claimed = room.inbox.claim(10);

        assertThat(claimed)
                .extracting(delivery -> delivery.event().payload().get("n"))
                .containsExactlyInAnyOrder(1, 3, 4);
        assertThat(room.inbox.claim(10)).isEmpty();
    }

    @Test
    void while_nobody_knows_the_plugins_nothing_is_relayed_and_nothing_is_lost() {
        room.plugins.setKnown(false);
        room.publish("acme", "c1", 1);
        room.deliverAll();
        assertThat(room.plugins.got()).isEmpty();

        room.plugins.setKnown(true);
        room.deliverAll();
        assertThat(room.plugins.got()).containsExactly("billing:c1/1");
    }

    @Test
    void a_poison_event_holds_up_its_aggregate_alone_until_it_is_a_dead_letter_and_can_be_replayed() {
        room.plugins.failOn("bad");
        room.publish("acme", "bad", 1);
        room.publish("acme", "good", 2);
        room.outbox.relay();
        room.inbox.claim(10).forEach(room.attempt::make);
        room.publish("acme", "bad", 3);
        assertThat(room.plugins.got()).containsExactly("billing:good/2");

        room.letTimePass();
        room.inbox.claim(10).forEach(room.attempt::make);

        DeadLetter letter = only(
                room.letters.list(new Wish("acme", null, null), new PageQuery()).items());
        assertThat(letter.reason()).contains("no taste for bad");
        assertThat(letter.attempts()).isEqualTo(2);
        assertThat(letter.payload()).containsEntry("n", 1);
        assertThat(room.letters
                        .list(new Wish("globex", null, null), new PageQuery())
                        .total())
                .isZero();

        room.plugins.healed();
        room.deliverAll();
        assertThat(room.plugins.got()).containsExactly("billing:good/2", "billing:bad/3");
        assertThatThrownBy(() -> room.letters.replay("globex", letter.id()))
                .isInstanceOfSatisfying(
                        PlexicaException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.NOT_FOUND));
        assertThat(room.letters.replay("acme", letter.id()).status()).isEqualTo("PENDING");
        assertThatThrownBy(() -> room.letters.replay("acme", letter.id())).hasMessageContaining("not-dead");
        room.deliverAll();
        assertThat(room.plugins.got()).endsWith("billing:bad/1");
        assertThat(room.rows("SELECT action FROM core.audit_log")).containsExactly("core.event.replayed");
    }

    @Test
    void a_suspended_tenants_events_wait_and_a_gone_ones_go() {
        room.publish("acme", "c1", 1);
        room.publish("globex", "c1", 2);
        room.status("acme", TenantStatus.SUSPENDED);
        room.status("globex", null);
        room.deliverAll();
        assertThat(room.plugins.got()).isEmpty();
        assertThat(room.rows("SELECT tenant_slug || attempts FROM core.events_deliveries"))
                .containsExactly("acme0");

        room.status("acme", TenantStatus.ACTIVE);
        room.letTimePass();
        room.deliverAll();
        assertThat(room.plugins.got()).containsExactly("billing:c1/1");
    }

    @Test
    void what_the_tenant_has_disabled_meanwhile_is_dropped_and_what_runs_elsewhere_waits() {
        room.publish("acme", "c1", 1);
        room.outbox.relay();
        room.plugins.answer(Handled.NOT_HERE);
        room.deliverAll();
        assertThat(room.rows("SELECT state || attempts FROM core.events_deliveries"))
                .containsExactly("PENDING0");

        room.plugins.answer(Handled.NOT_WANTED);
        room.letTimePass();
        room.deliverAll();
        assertThat(room.rows("SELECT state FROM core.events_deliveries")).isEmpty();
    }

    @Test
    void an_event_that_ends_the_process_time_and_again_is_laid_down() {
        room.publish("acme", "c1", 1);
        room.outbox.relay();
        for (int crash = 0; crash < EventsRoom.SETTINGS.attempts(); crash++) {
            assertThat(room.inbox.claim(10)).hasSize(1);
            room.letTimePass();
        }
        room.deliverAll();

        assertThat(only(room.letters
                                .list(new Wish(null, null, null), new PageQuery())
                                .items())
                        .reason())
                .contains("ended in the middle");
    }

    @Test
    void a_plugin_gets_again_what_it_missed_from_the_beginning() {
        room.plugins.subscribe();
        room.publish("acme", "c1", 1);
        room.publish("acme", "c1", 2);
        room.deliverAll();
        assertThatThrownBy(() -> room.replay.since("acme", "billing", Instant.EPOCH))
                .hasMessageContaining("nothing-to-replay");

        room.plugins.subscribe("billing");
        assertThat(room.replay.since("acme", "billing", Instant.EPOCH)).isEqualTo(2);
        room.deliverAll();
        assertThat(room.replay.since("acme", "billing", Instant.EPOCH)).isEqualTo(2);
        room.deliverAll();

        assertThat(room.plugins.got()).containsExactly("billing:c1/1", "billing:c1/2", "billing:c1/1", "billing:c1/2");
    }

    @Test
    void an_event_with_numbers_that_nobody_writes_holds_up_no_other() {
        room.in(
                "acme",
                () -> room.events.publish(
                        "crm.contact.created", "odd", Map.of("n", 1, "large", new BigDecimal("1E+2000"))));
        room.server.admin("UPDATE core.events_outbox SET payload = payload || '{\"larger\": 1e100000}'");
        room.publish("acme", "even", 2);

        room.deliverAll();

        assertThat(room.plugins.got()).containsExactlyInAnyOrder("billing:odd/1", "billing:even/2");
    }

    @Test
    void with_a_plugins_data_goes_what_was_on_its_way_to_it_and_what_others_get_stays() {
        room.plugins.subscribe("billing", "loyalty");
        room.plugins.failOn("bad");
        room.publish("acme", "bad", 1);
        room.publish("globex", "bad", 2);
        room.publish("acme", "good", 3);
        room.deliverAll();
        room.publish("acme", "worse", 4);
        room.outbox.relay();
        room.server.admin("UPDATE core.events_deliveries SET state = 'DEAD' WHERE aggregate = 'crm.contact/bad'"
                + " AND tenant_slug = 'acme'");

        new DeliveryData(room.database, new SchemaReady() {}).deleteAll("acme", "billing");

        assertThat(room.rows("SELECT plugin_id || tenant_slug FROM core.events_deliveries ORDER BY 1"))
                .containsExactly("billingglobex", "loyaltyacme", "loyaltyacme", "loyaltyacme", "loyaltyglobex");
    }

    @Test
    void two_nodes_deliver_a_thousand_events_once_each_and_in_order() {
        for (int n = 0; n < 1000; n++) {
            room.publish("acme", "c" + n % 20, n);
        }
        DeliveryPump one = new DeliveryPump(room.outbox, room.inbox, room.attempt, room.wake, EventsRoom.SETTINGS);
        DeliveryPump two = new DeliveryPump(room.outbox, room.inbox, room.attempt, room.wake, EventsRoom.SETTINGS);
        try {
            Awaitility.await()
                    .atMost(Duration.ofMinutes(1))
                    .until(() -> room.plugins.got().size() >= 1000);
        } finally {
            one.close();
            two.close();
        }

        assertThat(room.plugins.got()).doesNotHaveDuplicates().hasSize(1000);
        Map<String, List<Integer>> byAggregate = room.plugins.seen().stream()
                .map(got -> got.split("[:/]"))
                .collect(Collectors.groupingBy(
                        parts -> parts[1],
                        Collectors.mapping(parts -> Integer.valueOf(parts[2]), Collectors.toList())));
        assertThat(byAggregate.values()).allSatisfy(numbers -> {
            List<Integer> sorted = new ArrayList<>(numbers);
            sorted.sort(Comparator.naturalOrder());
            assertThat(numbers).isEqualTo(sorted);
        });
    }

    @Test
    void what_is_not_dead_is_no_dead_letter() {
        assertThatThrownBy(() -> room.letters.replay(null, new UUID(0, 0))).hasMessageContaining("no dead letter");
    }

    private static <T> T only(List<T> list) {
        assertThat(list).hasSize(1);
        return list.get(0);
    }
}
