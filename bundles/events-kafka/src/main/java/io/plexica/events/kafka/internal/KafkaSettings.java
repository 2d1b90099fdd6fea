package io.plexica.events.kafka.internal;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Where the brokers are, how to talk to them and how topics are laid out.
 *
 * @param client what every client of Kafka is told, secrets among it; never shown
 * @param partitions of a new topic; 0 for what the brokers think best
 * @param replication likewise
 * @param timeout for what is sent
 */
public record KafkaSettings(
        List<String> servers,
        boolean pooled,
        int partitions,
        int replication,
        Duration timeout,
        Map<String, String> client) {

    public KafkaSettings {
        servers = List.copyOf(servers);
        client = Map.copyOf(client);
    }

    static KafkaSettings of(KafkaConfig config, Function<String, Optional<String>> secrets) {
        List<String> servers = Stream.of(config.servers().split(","))
                .map(String::strip)
                .filter(server -> !server.isEmpty())
                .toList();
        if (servers.isEmpty() || !servers.stream().allMatch(server -> server.matches("[^\\s:/@]+:\\d{1,5}"))) {
            throw new IllegalArgumentException(
                    "PLEXICA_KAFKA_SERVERS must be of the form host:port,host:port, without a login: that is"
                            + " PLEXICA_KAFKA_USER and the secret KAFKA_PASSWORD");
        }
        Map<String, String> client = new HashMap<>();
        client.put("security.protocol", config.security());
        if (config.security().startsWith("SASL")) {
            client.put("sasl.mechanism", config.mechanism());
            client.put("sasl.jaas.config", login(config, secrets));
        }
        if (config.security().endsWith("SSL")) {
            store(client, "truststore", config.truststore(), secrets.apply("KAFKA_TRUSTSTORE_PASSWORD"));
            store(client, "keystore", config.keystore(), secrets.apply("KAFKA_KEYSTORE_PASSWORD"));
        }
        return new KafkaSettings(
                servers,
                config.topics().equals("pooled"),
                config.partitions(),
                config.replication(),
                Duration.ofSeconds(config.timeout()),
                client);
    }

    /** The same with this layout of topics, for a test. */
    static KafkaSettings plain(String server, boolean pooled) {
        return new KafkaSettings(List.of(server), pooled, 0, 0, Duration.ofSeconds(3), Map.of());
    }

    @Override
    public String toString() {
        return "Kafka at " + String.join(", ", servers)
                + (pooled ? ", in topics of all tenants" : ", in topics of tenants");
    }

    private static String login(KafkaConfig config, Function<String, Optional<String>> secrets) {
        if (config.user().isBlank()) {
            throw new IllegalArgumentException("Set PLEXICA_KAFKA_USER: " + config.security() + " needs a login");
        }
        String password = secrets.apply("KAFKA_PASSWORD")
                .orElseThrow(() -> new IllegalArgumentException(
                        "Set the secret KAFKA_PASSWORD: " + config.security() + " needs a login"));
        String module = config.mechanism().equals("PLAIN")
                ? "org.apache.kafka.common.security.plain.PlainLoginModule"
                : "org.apache.kafka.common.security.scram.ScramLoginModule";
        return module + " required username=" + quoted(config.user().strip()) + " password=" + quoted(password) + ";";
    }

    private static void store(Map<String, String> client, String kind, String file, Optional<String> password) {
        if (file.isBlank()) {
            return;
        }
        boolean pem = Stream.of(".pem", ".crt", ".cer").anyMatch(file.strip()::endsWith);
        client.put("ssl." + kind + ".location", file.strip());
        client.put("ssl." + kind + ".type", pem ? "PEM" : "PKCS12");
        if (!pem) {
            password.ifPresent(text -> client.put("ssl." + kind + ".password", text));
        } else if (kind.equals("keystore")) {
            password.ifPresent(text -> client.put("ssl.key.password", text));
        }
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
