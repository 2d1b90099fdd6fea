package io.plexica.events.kafka.internal;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.spi.tls.TrustedCertificates;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;

/** What is asked of the brokers beside sending and hearing. Its connection is made when it is needed. Safe for all threads. */
final class Brokers implements AutoCloseable {

    private final KafkaSettings settings;
    private final Clients clients;
    private volatile @Nullable Admin admin;
    private volatile boolean closed;
    private final Set<String> known = new HashSet<>();

    Brokers(KafkaSettings settings, Clients clients) {
        this.settings = settings;
        this.clients = clients;
    }

    /** Makes those of the topics that there are not. */
    synchronized void create(Set<String> topics) {
        if (known.isEmpty()) {
            known.addAll(ask(admin().listTopics().names()));
        }
        List<NewTopic> missing = topics.stream()
                .filter(topic -> !known.contains(topic))
                .map(this::fresh)
                .toList();
        if (!missing.isEmpty()) {
            admin().createTopics(missing).values().values().forEach(Brokers::askForOne);
        }
        known.addAll(topics);
    }

    /** Which topics there are may have changed, or how to reach them. */
    synchronized void distrust() {
        known.clear();
    }

    /** Removes the topics of a tenant. */
    synchronized void deleteOf(String tenantSlug) {
        Set<String> topics = ask(admin().listTopics().names()).stream()
                .filter(topic -> Topics.belongs(topic, tenantSlug))
                .collect(Collectors.toSet());
        if (!topics.isEmpty()) {
            admin().deleteTopics(topics).topicNameValues().values().forEach(Brokers::askForOne);
        }
        known.removeAll(topics);
    }

    /** How many records each plugin's group has before it. */
    synchronized Map<String, Long> lag(Collection<String> plugins) {
        Map<String, Long> lags = new TreeMap<>();
        for (String plugin : plugins) {
            lags.put(plugin, lag(plugin));
        }
        return lags;
    }

    /** Fails unless they answer. */
    synchronized void greet() {
        ask(admin().describeCluster().nodes());
    }

    /** Whoever is still asking gets no answer. */
    @Override
    public void close() {
        closed = true;
        Admin present = admin;
        if (present != null) {
            present.close(Duration.ZERO);
        }
    }

    private long lag(String plugin) {
        String group = Clients.group(plugin);
        Map<TopicPartition, OffsetAndMetadata> heard =
                ask(admin().listConsumerGroupOffsets(Map.of(group, new ListConsumerGroupOffsetsSpec()))
                        .partitionsToOffsetAndMetadata(group));
        Map<TopicPartition, OffsetSpec> ends = heard.keySet().stream()
                .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
        var latest = admin().listOffsets(ends);
        long lag = 0;
        for (Map.Entry<TopicPartition, OffsetAndMetadata> entry : heard.entrySet()) {
            lag += askIfThere(latest.partitionResult(entry.getKey()))
                    .map(end -> Math.max(0, end.offset() - entry.getValue().offset()))
                    .orElse(0L);
        }
        return lag;
    }

    private NewTopic fresh(String topic) {
        return new NewTopic(
                topic,
                settings.partitions() == 0 ? Optional.empty() : Optional.of(settings.partitions()),
                settings.replication() == 0 ? Optional.empty() : Optional.of((short) settings.replication()));
    }

    private Admin admin() {
        if (closed) {
            throw unavailable(null);
        }
        Admin present = admin;
        if (present == null) {
            try {
                present = clients.admin();
            } catch (KafkaException e) {
                throw unavailable(e);
            }
            admin = present;
        }
        return present;
    }

    /** That another was quicker is as well. */
    private static void askForOne(KafkaFuture<Void> future) {
        askIfThere(future);
    }

    private static <T> Optional<T> askIfThere(KafkaFuture<T> future) {
        try {
            return Optional.ofNullable(future.get());
        } catch (ExecutionException e) {
            if (e.getCause() instanceof TopicExistsException
                    || e.getCause() instanceof UnknownTopicOrPartitionException) {
                return Optional.empty();
            }
            throw unavailable(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unavailable(e);
        }
    }

    private static <T> T ask(KafkaFuture<T> future) {
        return askIfThere(future).orElseThrow(() -> unavailable(null));
    }

    static PlexicaException unavailable(@Nullable Throwable cause) {
        String said = TrustedCertificates.doubt(cause)
                .map(doubt -> "they are not trusted, see PLEXICA_KAFKA_TRUSTSTORE: " + doubt)
                .orElse(cause == null ? null : cause.getMessage());
        String why = said == null ? "" : ": " + said;
        return new PlexicaException(ErrorCode.UNAVAILABLE, "Kafka does not do what it is asked for" + why, cause);
    }
}
