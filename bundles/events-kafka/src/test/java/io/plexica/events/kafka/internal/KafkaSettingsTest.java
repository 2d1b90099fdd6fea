package io.plexica.events.kafka.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.annotation.Annotation;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class KafkaSettingsTest {

    private static final Map<String, String> SECRETS = Map.of(
            "KAFKA_PASSWORD", "pass\"word\\1", "KAFKA_TRUSTSTORE_PASSWORD", "trust", "KAFKA_KEYSTORE_PASSWORD", "key");

    @Test
    void brokers_are_listed_with_commas_between_them() {
        KafkaSettings settings = of(Map.of("servers", " one:9092, two:9093 ,"));

        assertThat(settings.servers()).containsExactly("one:9092", "two:9093");
        assertThat(settings.pooled()).isFalse();
        assertThat(settings.client()).isEqualTo(Map.of("security.protocol", "PLAINTEXT"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", ",", "one", "one:port", "user:secret@one:9092", "kafka://one:9092", "one:9092 two:9092"})
    void what_is_no_list_of_brokers_is_refused_without_being_repeated(String servers) {
        assertThatThrownBy(() -> of(Map.of("servers", servers)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("PLEXICA_KAFKA_SERVERS must be of the form host:port")
                .hasMessageNotContaining("secret@");
    }

    @Test
    void a_login_is_given_as_kafka_wants_it_and_never_shown() {
        KafkaSettings settings =
                of(Map.of("security", "SASL_PLAINTEXT", "user", "plexica", "mechanism", "SCRAM-SHA-256"));

        assertThat(settings.client())
                .containsEntry("sasl.mechanism", "SCRAM-SHA-256")
                .containsEntry(
                        "sasl.jaas.config",
                        "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"plexica\""
                                + " password=\"pass\\\"word\\\\1\";");
        assertThat(settings.toString()).contains("localhost:9092").doesNotContain("word");
    }

    @Test
    void a_login_that_lacks_something_says_what() {
        assertThatThrownBy(() -> of(Map.of("security", "SASL_SSL"))).hasMessageContaining("Set PLEXICA_KAFKA_USER");
        assertThatThrownBy(() -> KafkaSettings.of(
                        config(Map.of("security", "SASL_SSL", "user", "plexica")), name -> Optional.empty()))
                .hasMessageContaining("Set the secret KAFKA_PASSWORD");
    }

    @Test
    void certificates_come_from_files_of_either_kind() {
        assertThat(of(Map.of("security", "SSL", "truststore", "/etc/ca.pem", "keystore", "/etc/me.p12"))
                        .client())
                .containsEntry("ssl.truststore.type", "PEM")
                .containsEntry("ssl.truststore.location", "/etc/ca.pem")
                .doesNotContainKey("ssl.truststore.password")
                .containsEntry("ssl.keystore.type", "PKCS12")
                .containsEntry("ssl.keystore.password", "key");
        assertThat(of(Map.of("security", "SSL", "truststore", "/etc/ca.p12", "keystore", "/etc/me.pem"))
                        .client())
                .containsEntry("ssl.truststore.password", "trust")
                .containsEntry("ssl.keystore.type", "PEM")
                .containsEntry("ssl.key.password", "key")
                .doesNotContainKey("ssl.keystore.password");
    }

    private static KafkaSettings of(Map<String, String> set) {
        return KafkaSettings.of(config(set), name -> Optional.ofNullable(SECRETS.get(name)));
    }

    /** What an operator has set, and what is left as it was. */
    static KafkaConfig config(Map<String, String> set) {
        return new Given(set);
    }

    @SuppressWarnings("ClassExplicitlyAnnotation")
    private record Given(Map<String, String> set) implements KafkaConfig {

        @Override
        public String servers() {
            return set.getOrDefault("servers", "localhost:9092");
        }

        @Override
        public String topics() {
            return "tenant";
        }

        @Override
        public int partitions() {
            return 0;
        }

        @Override
        public int replication() {
            return 0;
        }

        @Override
        public String security() {
            return set.getOrDefault("security", "PLAINTEXT");
        }

        @Override
        public String mechanism() {
            return set.getOrDefault("mechanism", "PLAIN");
        }

        @Override
        public String user() {
            return set.getOrDefault("user", "");
        }

        @Override
        public String truststore() {
            return set.getOrDefault("truststore", "");
        }

        @Override
        public String keystore() {
            return set.getOrDefault("keystore", "");
        }

        @Override
        public int timeout() {
            return 10;
        }

        @Override
        public Class<? extends Annotation> annotationType() {
            return KafkaConfig.class;
        }
    }
}
