package io.plexica.events.kafka.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plexica.api.problem.PlexicaException;
import io.plexica.itests.rooms.KafkaServer;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class KafkaLoginTest {

    @Test
    void a_kafka_that_wants_a_login_lets_in_whoever_has_the_right_one() throws IOException {
        try (KafkaServer kafka = KafkaServer.startWithLogin();
                Brokers known = brokers(kafka, KafkaServer.PASSWORD);
                Brokers stranger = brokers(kafka, "wrong")) {
            known.create(Set.of("plexica.crm.contact.created"));
            Awaitility.await()
                    .untilAsserted(() -> assertThat(kafka.topics()).containsExactly("plexica.crm.contact.created"));
            assertThatThrownBy(stranger::greet)
                    .isInstanceOf(PlexicaException.class)
                    .hasMessageContaining("Authentication failed")
                    .hasMessageNotContaining("wrong");
        }
    }

    private static Brokers brokers(KafkaServer kafka, String password) {
        String login = "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"" + KafkaServer.USER
                + "\" password=\"" + password + "\";";
        KafkaSettings settings = new KafkaSettings(
                List.of(kafka.address()),
                true,
                1,
                1,
                Duration.ofSeconds(20),
                Map.of("security.protocol", "SASL_PLAINTEXT", "sasl.mechanism", "PLAIN", "sasl.jaas.config", login));
        return new Brokers(settings, new Clients(settings));
    }
}
