package io.plexica.events.kafka.internal;

import io.plexica.api.problem.PlexicaException;
import io.plexica.spi.events.CarriedEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends, and waits until all is kept. After a failure it begins with a new connection: nothing that failed is still under way
 * when it is sent again.
 */
final class Sender implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Sender.class);

    private final KafkaSettings settings;
    private final Clients clients;
    private final Brokers brokers;
    private volatile @Nullable Producer<byte[], byte[]> producer;
    private volatile boolean closed;

    Sender(KafkaSettings settings, Clients clients, Brokers brokers) {
        this.settings = settings;
        this.clients = clients;
        this.brokers = brokers;
    }

    /**
     * Returns when all brokers that are to keep them have them.
     *
     * @throws PlexicaException {@code unavailable} when one may not be there
     */
    synchronized void send(List<CarriedEvent> events) {
        try {
            brokers.create(events.stream()
                    .map(event -> Topics.of(event, settings.pooled()))
                    .collect(Collectors.toSet()));
            Producer<byte[], byte[]> present = producer();
            List<Future<RecordMetadata>> sent = new ArrayList<>();
            for (CarriedEvent event : events) {
                Future<RecordMetadata> one = present.send(EventRecords.write(event, settings.pooled()));
                sent.add(one);
                // Whoever cannot tell where one goes waits for that, and need not wait for each.
                if (one.isDone()) {
                    await(one, event);
                }
            }
            for (int i = 0; i < sent.size(); i++) {
                await(sent.get(i), events.get(i));
            }
        } catch (PlexicaException e) {
            disconnect();
            throw e;
        } catch (KafkaException e) {
            disconnect();
            throw Brokers.unavailable(e);
        }
    }

    /** Removes a tenant's topics. Whoever has sent there asks for them again and again, and some brokers make what they are asked for. */
    synchronized void forget(String tenantSlug) {
        disconnect();
        brokers.deleteOf(tenantSlug);
    }

    /** What is under way fails. */
    @Override
    public void close() {
        closed = true;
        end();
    }

    private Producer<byte[], byte[]> producer() {
        if (closed) {
            throw Brokers.unavailable(null);
        }
        Producer<byte[], byte[]> present = producer;
        if (present == null) {
            present = clients.producer();
            producer = present;
        }
        return present;
    }

    private void disconnect() {
        brokers.distrust();
        end();
    }

    private void end() {
        Producer<byte[], byte[]> present = producer;
        producer = null;
        if (present != null) {
            try {
                present.close(Duration.ZERO);
            } catch (KafkaException e) {
                LOG.debug("The producer did not end as it should", e);
            }
        }
    }

    private static void await(Future<RecordMetadata> sent, CarriedEvent event) {
        try {
            sent.get();
        } catch (ExecutionException e) {
            if (!isForGood(e.getCause())) {
                throw Brokers.unavailable(e.getCause());
            }
            LOG.error("Kafka will never take {}", event, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Brokers.unavailable(e);
        }
    }

    private static boolean isForGood(@Nullable Throwable cause) {
        return cause instanceof RecordTooLargeException || cause instanceof InvalidTopicException;
    }
}
