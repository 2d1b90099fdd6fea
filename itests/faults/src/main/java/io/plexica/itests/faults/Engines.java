package io.plexica.itests.faults;

import io.plexica.itests.rooms.S3Server;
import io.plexica.itests.support.Platform;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** All engines that the platform can lean on beside its database, each switched on by lines of configuration. */
final class Engines implements AutoCloseable {

    private static final int NODES = 2;

    private final RedisEngine redis = new RedisEngine();
    private final S3Engine s3 = new S3Engine();
    private final OpenSearchEngine search = new OpenSearchEngine();
    private final KafkaEngine kafka = new KafkaEngine();
    private final List<Proxy> toKafka;
    private final CompletableFuture<Void> kafkaIsUp;

    /** Starts them beside each other, and beside whatever comes next; see {@link #untilUp}. */
    Engines() {
        toKafka = Stream.generate(kafka::way).limit(NODES).toList();
        kafkaIsUp = CompletableFuture.runAsync(kafka::start);
        redis.start();
    }

    /** Waits until all answer. */
    void untilUp() {
        kafkaIsUp.join();
        search.untilUp();
    }

    /** The ways of a node, counted from 0. */
    SiteNode.Ways ways(int node, Proxy database) {
        return new SiteNode.Ways(
                database, Proxy.to(redis.port()), Proxy.to(s3.port()), toKafka.get(node), Proxy.to(search.port()));
    }

    /** A node that finds all of them by these ways. What carries events is set by a file, and can be changed; see {@link Carrier}. */
    static Platform switched(Platform platform, SiteNode.Ways ways) {
        Map<String, String> lines = Map.ofEntries(
                Map.entry(
                        "PLEXICA_CACHE_URL", "redis://127.0.0.1:" + ways.redis().port()),
                Map.entry("PLEXICA_STORAGE", "s3"),
                Map.entry("PLEXICA_S3_ENDPOINT", "http://127.0.0.1:" + ways.s3().port()),
                Map.entry("PLEXICA_S3_ACCESS_KEY", S3Server.ACCESS_KEY),
                Map.entry("PLEXICA_S3_SECRET_KEY", S3Server.SECRET_KEY),
                Map.entry("PLEXICA_S3_TIMEOUT", "2"),
                Map.entry("PLEXICA_S3_RETRIES", "0"),
                Map.entry("PLEXICA_SEARCH", "opensearch"),
                Map.entry(
                        "PLEXICA_OPENSEARCH_URL",
                        "http://127.0.0.1:" + ways.search().port()),
                Map.entry("PLEXICA_KAFKA_SERVERS", "127.0.0.1:" + ways.kafka().port()),
                Map.entry("PLEXICA_KAFKA_PARTITIONS", "3"),
                Map.entry("PLEXICA_KAFKA_TIMEOUT", "4"));
        Platform set = platform;
        for (Map.Entry<String, String> line : lines.entrySet()) {
            set = set.with(line.getKey(), line.getValue());
        }
        Carrier.KAFKA.choose(set);
        return set;
    }

    RedisEngine redis() {
        return redis;
    }

    S3Engine s3() {
        return s3;
    }

    KafkaEngine kafka() {
        return kafka;
    }

    OpenSearchEngine search() {
        return search;
    }

    @Override
    public void close() {
        kafkaIsUp.handle((done, failure) -> done).join();
        List.of(redis, s3, kafka, search).forEach(Engine::close);
    }
}
