package io.plexica.events.kafka.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.plexica.audit.internal.AuditMigrations;
import io.plexica.events.internal.EventsMigrations;
import io.plexica.itests.rooms.EventDeliveryContract;
import io.plexica.itests.rooms.FaultyDatabase;
import io.plexica.itests.rooms.KafkaServer;
import io.plexica.spi.data.RoomMigrations;
import java.io.IOException;
import java.time.Duration;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Events travel by a real Kafka, each tenant's in topics of its own. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class KafkaDeliveryTest extends EventDeliveryContract {

    private static KafkaServer kafka;

    @BeforeAll
    static void startKafka() {
        kafka = TestKafka.start();
    }

    @AfterAll
    static void stopKafka() {
        kafka.close();
    }

    @Override
    protected RoomMigrations[] tables() {
        return new RoomMigrations[] {new AuditMigrations(), new EventsMigrations()};
    }

    @Override
    protected AutoCloseable start(FaultyDatabase database) {
        return new KafkaNode(database, plugins, tenants, KafkaSettings.plain(kafka.address(), false));
    }

    @Test
    void who_reads_the_topics_is_told_all_there_is_to_know() throws Exception {
        TestKafka.empty(kafka);
        server.admin("SELECT core.enqueue_event(NULL, 'core.plugin.published', 'p1', '{}', NULL, NULL, NULL)");
        publish("acme", "c1", 2);
        publish("acme", "c1", 4);
        node();
        soon().until(() -> waiting().equals("0"));

        assertThat(TestKafka.topics(kafka)).contains("acme.crm.contact.created", "global.core.plugin.published");
        ConsumerRecord<String, String> first =
                TestKafka.read(kafka, "acme.crm.contact.created").get(0);
        assertThat(first.key()).isEqualTo("crm.contact/c1");
        assertThat(first.value()).isEqualTo("{\"n\": 2}");
        assertThat(TestKafka.header(first, "event-id"))
                .isEqualTo(rows("SELECT id FROM core.events_outbox WHERE payload ->> 'n' = '2'")
                        .get(0));
        assertThat(TestKafka.header(first, "event-type")).isEqualTo("crm.contact.created");
        assertThat(TestKafka.header(first, "tenant-id")).isEqualTo("acme");
        assertThat(TestKafka.header(first, "trace-id")).isEqualTo("trace-1");
        assertThat(TestKafka.header(first, "timestamp")).endsWith("Z");
        assertThat(first.headers().lastHeader("user-id")).isNull();
        assertThat(TestKafka.read(kafka, "acme.crm.contact.created"))
                .extracting(record -> Long.valueOf(TestKafka.header(record, "event-number")))
                .isSorted()
                .hasSize(2);
    }

    @Test
    void kafka_that_is_away_from_the_start_is_waited_for_and_used_when_it_comes() throws IOException {
        kafka.kill();
        KafkaNode node = (KafkaNode) node();
        publish("acme", "c1", 1);
        soon().until(() -> node.transport.trouble() != null);
        Awaitility.await().during(Duration.ofSeconds(1)).until(() -> waiting().equals("1"));

        kafka.restart();

        soon().until(() -> plugins.got().size() == 1 && node.transport.trouble() == null);
    }

    @Test
    void kafka_that_is_killed_in_the_middle_loses_nothing_and_brings_nothing_twice() throws IOException {
        node();
        for (int n = 1; n <= 30; n++) {
            publish("acme", "c1", n);
        }
        soon().until(() -> !plugins.got().isEmpty());
        kafka.kill();
        for (int n = 31; n <= 60; n++) {
            publish("acme", "c1", n);
        }
        kafka.restart();

        soon().until(() -> plugins.got().size() >= 60);
        assertInOrder("billing", "c1", 60);
    }

    @Test
    void kafka_that_stands_still_holds_up_nobody_who_publishes() {
        KafkaNode node = (KafkaNode) node();
        publish("acme", "c1", 1);
        soon().until(() -> plugins.got().size() == 1);
        kafka.freeze();
        try {
            for (int n = 2; n <= 10; n++) {
                publish("acme", "c1", n);
            }
            soon().until(() -> node.transport.trouble() != null);
            assertThat(waiting()).isEqualTo("9");
            assertThat(node.lag.look().carried()).isNull();
        } finally {
            kafka.thaw();
        }

        soon().until(() -> plugins.got().size() >= 10);
        assertInOrder("billing", "c1", 10);
        soon().until(() -> node.transport.trouble() == null);
    }

    @Test
    void what_was_sent_by_a_node_that_died_before_it_could_mark_it_has_one_effect() throws Exception {
        node();
        publish("acme", "c1", 1);
        publish("acme", "c1", 2);
        soon().until(() -> plugins.got().size() == 2);
        server.admin("UPDATE core.events_outbox SET relayed_at = NULL");
        soon().until(() -> waiting().equals("0"));
        publish("acme", "c1", 3);

        soon().until(() -> plugins.got().size() >= 3);
        assertInOrder("billing", "c1", 3);
    }

    @Test
    void what_strangers_write_is_passed_over_and_crosses_no_tenants() throws Exception {
        node();
        publish("acme", "c1", 2);
        publish("globex", "c1", 4);
        soon().until(() -> plugins.got().size() == 2);
        String topic = "acme.crm.contact.created";
        String id = rows("SELECT id FROM core.events_outbox WHERE tenant_slug = 'globex'")
                .get(0);
        server.admin("UPDATE core.events_deliveries SET state = 'SENT'");

        TestKafka.write(kafka, topic, "no headers");
        TestKafka.write(kafka, topic, "", "event-id", "x", "event-type", "crm.contact.created", "tenant-id", "acme");
        TestKafka.write(kafka, topic, "", "event-id", id, "event-type", "crm.contact.updated", "tenant-id", "acme");
        TestKafka.write(kafka, topic, "", "event-id", id, "event-type", "crm.contact.created", "tenant-id", "globex");
        TestKafka.write(kafka, topic, "", "event-id", id, "event-type", "crm.contact.created", "tenant-id", "acme");
        TestKafka.write(kafka, topic, "", "event-id", "\0", "event-type", "crm.contact.created", "tenant-id", "acme");
        publish("acme", "c2", 6);

        soon().until(() -> plugins.got().size() >= 3);
        assertThat(plugins.got("globex")).containsExactly("billing:c1/4");
        assertThat(plugins.got("acme")).containsExactly("billing:c1/2", "billing:c2/6");
        assertThat(rows("SELECT state FROM core.events_deliveries WHERE tenant_slug = 'globex'"))
                .containsExactly("SENT");
    }

    @Test
    void a_tenants_topics_go_with_it() throws Exception {
        KafkaNode node = (KafkaNode) node();
        publish("acme", "c1", 2);
        publish("globex", "c1", 2);
        soon().until(() -> plugins.got().size() == 2);

        node.transport.forget("acme");
        node.transport.forget("acme");

        assertThat(TestKafka.topics(kafka))
                .contains("globex.crm.contact.created")
                .noneMatch(name -> name.startsWith("acme."));
        publish("globex", "c1", 4);
        soon().until(() -> plugins.got().size() == 3);
        assertThat(TestKafka.topics(kafka)).noneMatch(name -> name.startsWith("acme."));
    }

    @Test
    void how_far_plugins_are_behind_is_told() {
        KafkaNode node = (KafkaNode) node();
        publish("acme", "c1", 1);
        soon().until(() -> plugins.got().size() == 1);

        soon().untilAsserted(() -> assertThat(node.lag.look().carried()).containsEntry("billing", 0L));
        assertThat(node.lag.look().transport()).isEqualTo("kafka");
    }

    @Test
    void a_plugin_that_comes_later_hears_what_is_published_from_then_on() {
        node();
        publish("acme", "c1", 1);
        soon().until(() -> plugins.got().size() == 1);
        plugins.subscribe("billing", "loyalty");
        publish("acme", "c1", 2);

        soon().until(() -> plugins.got().size() >= 3);
        assertThat(plugins.got()).containsOnly("billing:c1/1", "billing:c1/2", "loyalty:c1/2");
    }
}
