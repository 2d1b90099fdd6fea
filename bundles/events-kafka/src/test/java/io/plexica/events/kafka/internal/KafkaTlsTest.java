package io.plexica.events.kafka.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plexica.api.problem.PlexicaException;
import io.plexica.itests.rooms.Authority;
import io.plexica.itests.rooms.KafkaServer;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** A Kafka that shows a certificate, wants to see one, and asks for a login. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class KafkaTlsTest {

    private static Authority authority;
    private static KafkaServer kafka;

    @BeforeAll
    static void start() throws IOException {
        authority = Authority.create();
        kafka = KafkaServer.startWithTls(authority);
    }

    @AfterAll
    static void stop() {
        kafka.close();
    }

    @Test
    void whoever_trusts_it_and_has_certificate_and_login_gets_in() {
        try (Brokers known = brokers(Map.of(), KafkaServer.PASSWORD)) {
            known.create(Set.of("plexica.crm.contact.created"));
            Awaitility.await()
                    .untilAsserted(() -> assertThat(kafka.topics()).containsExactly("plexica.crm.contact.created"));
        }
    }

    @Test
    void a_kafka_whose_authority_is_not_trusted_is_refused_by_name_of_the_setting() {
        try (Brokers wary = brokers(Map.of("truststore", ""), KafkaServer.PASSWORD)) {
            assertThatThrownBy(wary::greet)
                    .isInstanceOf(PlexicaException.class)
                    .hasMessageContaining("not trusted, see PLEXICA_KAFKA_TRUSTSTORE")
                    .hasMessageContaining("certification path");
        }
    }

    @Test
    void a_wrong_password_is_refused_and_not_shown() {
        try (Brokers stranger = brokers(Map.of(), "wrong-word")) {
            assertThatThrownBy(stranger::greet)
                    .isInstanceOf(PlexicaException.class)
                    .hasMessageContaining("Authentication failed")
                    .hasMessageNotContaining("wrong-word");
        }
    }

    @Test
    void whoever_has_no_certificate_stays_out() {
        try (Brokers stranger = brokers(Map.of("keystore", ""), KafkaServer.PASSWORD)) {
            assertThatThrownBy(stranger::greet).isInstanceOf(PlexicaException.class);
        }
    }

    private static Brokers brokers(Map<String, String> otherwise, String password) {
        Map<String, String> set = new HashMap<>(Map.of(
                "servers",
                kafka.address(),
                "security",
                "SASL_SSL",
                "mechanism",
                "PLAIN",
                "user",
                KafkaServer.USER,
                "truststore",
                authority.certificate().toString(),
                "keystore",
                authority.keystore().toString()));
        set.putAll(otherwise);
        Map<String, String> secrets = Map.of("KAFKA_PASSWORD", password, "KAFKA_KEYSTORE_PASSWORD", Authority.PASSWORD);
        KafkaSettings settings =
                KafkaSettings.of(KafkaSettingsTest.config(set), name -> Optional.ofNullable(secrets.get(name)));
        return new Brokers(settings, new Clients(settings));
    }
}
