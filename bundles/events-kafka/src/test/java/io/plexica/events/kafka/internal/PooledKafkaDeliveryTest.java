package io.plexica.events.kafka.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.plexica.audit.internal.AuditMigrations;
import io.plexica.events.internal.EventsMigrations;
import io.plexica.itests.rooms.EventDeliveryContract;
import io.plexica.itests.rooms.FaultyDatabase;
import io.plexica.itests.rooms.KafkaServer;
import io.plexica.spi.data.RoomMigrations;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Events travel by a real Kafka, those of all tenants in the same topics. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PooledKafkaDeliveryTest extends EventDeliveryContract {

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
        return new KafkaNode(database, plugins, tenants, KafkaSettings.plain(kafka.address(), true));
    }

    @Test
    void tenants_share_a_topic_for_each_kind_of_event_and_are_told_apart_by_their_keys() throws Exception {
        TestKafka.empty(kafka);
        node();
        publish("acme", "c1", 2);
        publish("globex", "c1", 4);
        soon().until(() -> plugins.got().size() == 2);

        assertThat(TestKafka.topics(kafka))
                .filteredOn(name -> !name.startsWith("_"))
                .containsExactly("plexica.crm.contact.created");
        assertThat(TestKafka.read(kafka, "plexica.crm.contact.created"))
                .extracting(record -> record.key() + " " + TestKafka.header(record, "tenant-id"))
                .containsExactly("acme/crm.contact/c1 acme", "globex/crm.contact/c1 globex");
    }
}
