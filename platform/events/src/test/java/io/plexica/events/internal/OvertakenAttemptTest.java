package io.plexica.events.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.plexica.events.internal.delivery.Delivery;
import io.plexica.spi.metrics.Figures;
import io.plexica.spi.metrics.Histogram;
import io.plexica.spi.metrics.Metric;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class OvertakenAttemptTest {

    private final EventsRoom room = new EventsRoom();

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void whose_claim_is_void_commits_nothing_any_more() {
        room.publish("acme", "c1", 1);
        room.outbox.relay();
        Delivery slow = only(room.inbox.claim(10));
        room.letTimePass();
        Delivery quick = only(room.inbox.claim(10));
        assertThat(quick.attempts()).isEqualTo(2);
        room.attempt.make(quick);

        room.attempt.make(slow);

        assertThat(room.plugins.got()).containsExactly("billing:c1/1");
        assertThat(room.rows("SELECT state FROM core.events_deliveries")).containsExactly("DONE");
    }

    @Test
    void an_attempt_that_fails_when_it_was_overtaken_is_neither_counted_nor_a_dead_letter() {
        room.plugins.failOn("bad");
        room.publish("acme", "bad", 1);
        room.outbox.relay();
        room.inbox.claim(10);
        room.letTimePass();
        Delivery last = only(room.inbox.claim(10));
        assertThat(last.attempts()).isEqualTo(EventsRoom.SETTINGS.attempts());
        room.replay.since("acme", "billing", Instant.EPOCH);

        room.attempt.make(last);

        assertThat(room.rows("SELECT state || attempts FROM core.events_deliveries"))
                .containsExactly("PENDING0");
        assertThat(counted()).doesNotContain("failed", "dead");
    }

    @Test
    void what_is_under_way_while_all_is_delivered_again_comes_once_more_in_its_place() {
        room.publish("acme", "c1", 1);
        room.deliverAll();
        room.publish("acme", "c1", 2);
        room.outbox.relay();
        Delivery underWay = only(room.inbox.claim(10));

        assertThat(room.replay.since("acme", "billing", Instant.EPOCH)).isEqualTo(2);
        room.attempt.make(underWay);
        room.deliverAll();

        assertThat(room.plugins.got()).containsExactly("billing:c1/1", "billing:c1/1", "billing:c1/2");
    }

    private List<String> counted() {
        List<String> outcomes = new ArrayList<>();
        room.meters.tell(new Figures() {
            @Override
            public void value(Metric metric, double value, String... labels) {
                outcomes.add(labels[labels.length - 1]);
            }

            @Override
            public void times(Metric metric, Histogram times, String... labels) {}
        });
        return outcomes;
    }

    private static Delivery only(List<Delivery> list) {
        assertThat(list).hasSize(1);
        return list.get(0);
    }
}
