package io.plexica.events.kafka.internal;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Makes clients of Kafka, none of which waits for long, nor reports to anybody. */
final class Clients {

    private static final String ID = "plexica";

    private final KafkaSettings settings;

    Clients(KafkaSettings settings) {
        this.settings = settings;
    }

    /** What is sent is kept by all brokers that are to keep it, once and in order, or has failed in the time that is set. */
    Producer<byte[], byte[]> producer() {
        int millis = (int) settings.timeout().toMillis();
        Map<String, Object> config = common();
        config.put("acks", "all");
        config.put("enable.idempotence", true);
        config.put("linger.ms", 0);
        config.put("batch.size", 64 * 1024);
        config.put("max.block.ms", millis);
        config.put("request.timeout.ms", millis - 100);
        config.put("delivery.timeout.ms", millis);
        // As much as the platform lets a payload be, and more than anybody calls its things.
        config.put("max.request.size", 2 << 20);
        return within(() -> new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer()));
    }

    /** A member of a plugin's group, which finds new topics within seconds and begins each at its beginning. */
    Consumer<byte[], byte[]> consumer(String pluginId) {
        Map<String, Object> config = common();
        config.put("group.id", group(pluginId));
        config.put("client.id", ID + "-" + pluginId);
        config.put("enable.auto.commit", false);
        config.put("auto.offset.reset", "earliest");
        config.put("allow.auto.create.topics", false);
        config.put("metadata.max.age.ms", 2_000);
        config.put("session.timeout.ms", 10_000);
        config.put("request.timeout.ms", 10_000);
        config.put("default.api.timeout.ms", 10_000);
        return within(() -> new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer()));
    }

    Admin admin() {
        Map<String, Object> config = common();
        int millis = (int) settings.timeout().toMillis();
        config.put("request.timeout.ms", millis - 100);
        config.put("default.api.timeout.ms", millis);
        return within(() -> Admin.create(config));
    }

    static String group(String pluginId) {
        return ID + "." + pluginId;
    }

    private Map<String, Object> common() {
        Map<String, Object> config = new HashMap<>(settings.client());
        config.put("bootstrap.servers", String.join(",", settings.servers()));
        config.put("client.id", ID);
        config.put("metric.reporters", "");
        config.put("enable.metrics.push", false);
        config.put("reconnect.backoff.max.ms", Duration.ofSeconds(2).toMillis());
        return config;
    }

    /** A client looks for parts of itself through the thread's class loader, and gives it to threads of its own. */
    private static <T> T within(Supplier<T> work) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(Clients.class.getClassLoader());
        try {
            return work.get();
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
