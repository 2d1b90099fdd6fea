package io.plexica.events.kafka.internal;

import io.plexica.spi.events.EventArrivals;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps an ear for each plugin that handles events, and knows whether the brokers answer. */
final class PluginConsumers implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PluginConsumers.class);
    private static final long PERIOD_MILLIS = 500;

    private final String transport;
    private final Clients clients;
    private final BrokerProbe pulse;
    private final EventArrivals arrivals;
    private final Map<String, PluginConsumer> ears = new HashMap<>();
    private final ScheduledExecutorService keeper = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(null, work, "plexica-kafka-keeper", 0, false);
        thread.setDaemon(true);
        thread.setContextClassLoader(PluginConsumers.class.getClassLoader());
        return thread;
    });
    private volatile @Nullable String trouble;

    PluginConsumers(String transport, Clients clients, Brokers brokers, EventArrivals arrivals) {
        this.transport = transport;
        this.clients = clients;
        this.pulse = new BrokerProbe(brokers);
        this.arrivals = arrivals;
        keeper.scheduleWithFixedDelay(this::look, 0, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Why nothing may be heard; null when all is well. */
    @Nullable
    String trouble() {
        return trouble;
    }

    @Override
    public void close() {
        keeper.shutdownNow();
        keep(Map.of());
    }

    private void look() {
        try {
            Map<String, Set<String>> wanted = arrivals.subscriptions(transport);
            keep(wanted);
            String silence = wanted.isEmpty() ? null : pulse.silence();
            trouble = silence == null ? earsTrouble() : silence;
        } catch (RuntimeException e) {
            LOG.warn("Looking after what is heard from Kafka failed; it is tried again", e);
        }
    }

    /** The first that an ear has. */
    private synchronized @Nullable String earsTrouble() {
        return ears.values().stream()
                .map(PluginConsumer::trouble)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private synchronized void keep(Map<String, Set<String>> wanted) {
        if (keeper.isShutdown() && !wanted.isEmpty()) {
            return;
        }
        ears.entrySet().removeIf(entry -> {
            PluginConsumer ear = entry.getValue();
            boolean unwanted = !ear.events().equals(wanted.get(entry.getKey())) || !ear.isAlive();
            if (unwanted) {
                ear.close();
            }
            return unwanted;
        });
        wanted.forEach((plugin, events) ->
                ears.computeIfAbsent(plugin, id -> new PluginConsumer(id, events, clients, arrivals)));
    }
}
