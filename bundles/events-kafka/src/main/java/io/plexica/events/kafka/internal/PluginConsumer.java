package io.plexica.events.kafka.internal;

import io.plexica.api.problem.PlexicaException;
import io.plexica.spi.events.EventArrivals;
import io.plexica.spi.events.EventArrivals.Arrival;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears for one plugin, on a thread of its own, until it is closed. What was heard is committed once it is noted; when anything
 * fails it begins again, after a while, at what was committed last.
 */
final class PluginConsumer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PluginConsumer.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration FAREWELL = Duration.ofSeconds(2);
    private static final long PAUSE_MILLIS = 1_000;

    private final String pluginId;
    private final Set<String> events;
    private final Clients clients;
    private final EventArrivals arrivals;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final ForeignRecords strangers = new ForeignRecords();
    private final Thread thread;
    private volatile @Nullable String trouble;
    private volatile @Nullable Consumer<byte[], byte[]> current;

    PluginConsumer(String pluginId, Set<String> events, Clients clients, EventArrivals arrivals) {
        this.pluginId = pluginId;
        this.events = Set.copyOf(events);
        this.clients = clients;
        this.arrivals = arrivals;
        this.thread = new Thread(null, this::run, "plexica-kafka-" + pluginId, 0, false);
        thread.setDaemon(true);
        thread.setContextClassLoader(PluginConsumer.class.getClassLoader());
        thread.start();
    }

    Set<String> events() {
        return events;
    }

    /** Why it hears nothing; null when it does, as far as it can tell. */
    @Nullable
    String trouble() {
        return trouble;
    }

    /** Whether it is still at it. */
    boolean isAlive() {
        return thread.isAlive();
    }

    /** Ends soon. */
    @Override
    public void close() {
        closing.countDown();
        Consumer<byte[], byte[]> consumer = current;
        if (consumer != null) {
            consumer.wakeup();
        }
    }

    private void run() {
        while (isOpen()) {
            try {
                hear();
            } catch (WakeupException e) {
                LOG.debug("Woken in order to end", e);
            } catch (PlexicaException e) {
                failed(e.detail(), e);
            } catch (RuntimeException | LinkageError e) {
                failed(e.toString(), e);
            }
        }
    }

    private void hear() {
        Consumer<byte[], byte[]> consumer = clients.consumer(pluginId);
        current = consumer;
        try {
            consumer.subscribe(Topics.pattern(events));
            while (isOpen()) {
                ConsumerRecords<byte[], byte[]> heard = consumer.poll(POLL);
                if (!heard.isEmpty()) {
                    arrivals.arrived(pluginId, understood(heard));
                    commit(consumer);
                }
                trouble = null;
            }
        } finally {
            current = null;
            close(consumer);
        }
    }

    private List<Arrival> understood(ConsumerRecords<byte[], byte[]> heard) {
        List<Arrival> found = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> letter : heard) {
            try {
                found.add(EventRecords.read(letter));
            } catch (IllegalArgumentException e) {
                strangers.ignored(letter, e.getMessage());
            }
        }
        return found;
    }

    /** Where the group is at odds, whoever hears next hears this once more, which is no harm. */
    private static void commit(Consumer<byte[], byte[]> consumer) {
        try {
            consumer.commitSync();
        } catch (CommitFailedException | RebalanceInProgressException e) {
            LOG.debug("Heard, and heard again by somebody else", e);
        }
    }

    private static void close(Consumer<byte[], byte[]> consumer) {
        try {
            consumer.close(CloseOptions.timeout(FAREWELL));
        } catch (KafkaException e) {
            LOG.debug("Left without a word", e);
        }
    }

    private boolean isOpen() {
        return closing.getCount() > 0;
    }

    private void failed(String why, Throwable cause) {
        if (trouble == null) {
            LOG.warn("Nothing is heard for {}, which is tried again: {}", pluginId, why, cause);
        }
        trouble = why;
        try {
            closing.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            LOG.debug("Nobody interrupts this but who ends it", e);
            closing.countDown();
        }
    }
}
