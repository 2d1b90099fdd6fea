package io.plexica.events.kafka.internal;

import io.plexica.itests.rooms.KafkaServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** A Kafka, as one sees it who is no part of the platform. */
final class TestKafka {

    private TestKafka() {}

    static KafkaServer start() {
        try {
            return KafkaServer.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Set<String> topics(KafkaServer server) throws Exception {
        try (Admin admin = Admin.create(config(server))) {
            return admin.listTopics().names().get();
        }
    }

    /** Removes all topics with what is in them. */
    static void empty(KafkaServer server) throws Exception {
        try (Admin admin = Admin.create(config(server))) {
            admin.deleteTopics(admin.listTopics().names().get()).all().get();
        }
    }

    /** All that is in a topic, in its order. */
    static List<ConsumerRecord<String, String>> read(KafkaServer server, String topic) {
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(config(server), new StringDeserializer(), new StringDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            long end = consumer.endOffsets(partitions).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
            List<ConsumerRecord<String, String>> found = new ArrayList<>();
            while (found.size() < end) {
                consumer.poll(Duration.ofSeconds(1)).forEach(found::add);
            }
            return found;
        }
    }

    /** Writes what a stranger might, with these headers: name, value, name, value. */
    static void write(KafkaServer server, String topic, String value, String... headers) throws Exception {
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(config(server), new StringSerializer(), new StringSerializer())) {
            ProducerRecord<String, String> record = new ProducerRecord<>(topic, "key", value);
            for (int i = 0; i < headers.length; i += 2) {
                record.headers().add(headers[i], headers[i + 1].getBytes(StandardCharsets.UTF_8));
            }
            producer.send(record).get();
        }
    }

    static String header(ConsumerRecord<String, String> record, String name) {
        return Stream.of(record.headers().lastHeader(name))
                .map(header -> new String(header.value(), StandardCharsets.UTF_8))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, Object> config(KafkaServer server) {
        return Map.of("bootstrap.servers", server.address(), "compression.type", "zstd");
    }
}
