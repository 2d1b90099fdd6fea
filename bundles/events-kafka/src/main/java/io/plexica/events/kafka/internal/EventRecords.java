package io.plexica.events.kafka.internal;

import io.plexica.spi.events.CarriedEvent;
import io.plexica.spi.events.EventArrivals.Arrival;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** Events as records: what there is to know is in the headers, the payload is the value. */
final class EventRecords {

    private static final String ID = "event-id";
    private static final String TYPE = "event-type";
    private static final String TENANT = "tenant-id";

    private EventRecords() {}

    static ProducerRecord<byte[], byte[]> write(CarriedEvent event, boolean pooled) {
        ProducerRecord<byte[], byte[]> letter = new ProducerRecord<>(
                Topics.of(event, pooled),
                null,
                event.at().toEpochMilli(),
                bytes(Topics.key(event, pooled)),
                bytes(event.payload()));
        Headers headers = letter.headers();
        add(headers, ID, event.id());
        add(headers, TYPE, event.name());
        add(headers, TENANT, event.tenantSlug());
        add(headers, "workspace-id", event.workspaceId());
        add(headers, "user-id", event.userId());
        add(headers, "trace-id", event.traceId().isEmpty() ? null : event.traceId());
        add(headers, "timestamp", event.at());
        // For readers of several topics: within an aggregate it rises.
        add(headers, "event-number", event.number());
        return letter;
    }

    /**
     * What a record tells.
     *
     * @throws IllegalArgumentException saying why it is none of the platform's
     */
    static Arrival read(ConsumerRecord<byte[], byte[]> letter) {
        String name = text(letter, TYPE);
        String tenant = text(letter, TENANT);
        if (!name.equals(Topics.event(letter.topic()))) {
            throw new IllegalArgumentException("its header " + TYPE + " tells of another event than its topic");
        }
        String owner = Topics.tenant(letter.topic());
        if (owner != null && !owner.equals(tenant)) {
            throw new IllegalArgumentException("its header " + TENANT + " names another tenant than its topic");
        }
        try {
            return new Arrival(UUID.fromString(text(letter, ID)), name, tenant);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("its header " + ID + " is no UUID", e);
        }
    }

    private static String text(ConsumerRecord<byte[], byte[]> letter, String name) {
        Header header = letter.headers().lastHeader(name);
        if (header == null || header.value() == null) {
            throw new IllegalArgumentException("it has no header " + name);
        }
        String text = new String(header.value(), StandardCharsets.UTF_8);
        if (text.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("its header " + name + " is no text");
        }
        return text;
    }

    private static void add(Headers headers, String name, @Nullable Object value) {
        if (value != null) {
            headers.add(name, bytes(value.toString()));
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
