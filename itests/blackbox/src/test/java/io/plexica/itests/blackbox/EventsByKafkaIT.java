package io.plexica.itests.blackbox;

import static io.plexica.itests.blackbox.Published.soon;
import static org.assertj.core.api.Assertions.assertThat;

import io.plexica.itests.rooms.KafkaServer;
import io.plexica.itests.support.Answer;
import io.plexica.itests.support.Platform;
import io.plexica.itests.support.TestTenant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@BlackBox
@Order(BlackBox.HURTS)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EventsByKafkaIT {

    private final Platform platform;
    private final Path choice;
    private final Path brokers;
    private final String speaker = Published.freshId();
    private final String listener = Published.freshId();
    private KafkaServer kafka;

    EventsByKafkaIT(Platform platform) {
        this.platform = platform;
        this.choice = platform.home().resolve("etc/io.plexica.events.cfg");
        this.brokers = platform.home().resolve("etc/io.plexica.events.kafka.cfg");
    }

    @BeforeAll
    void startKafkaAndSwitchToIt() throws IOException {
        kafka = KafkaServer.start();
        Published.upload(platform, Gossip.speaker(speaker));
        Published.upload(platform, Gossip.listener(listener, speaker));
        Files.writeString(brokers, "servers = " + kafka.address() + "\ntimeout = 2\n");
        Files.writeString(choice, "transport = kafka\n");
        soon().untilAsserted(() -> assertThat(transport()).isEqualTo("kafka"));
    }

    @AfterAll
    void switchBack() throws IOException {
        Files.writeString(choice, "transport = memory\n");
        soon().untilAsserted(() -> assertThat(transport()).isEqualTo("memory"));
        Files.delete(choice);
        Files.delete(brokers);
        kafka.close();
    }

    @Test
    void events_travel_by_kafka_wait_while_it_is_away_and_leave_with_their_tenant() throws IOException {
        TestTenant tenant = inhabited();
        for (int n = 1; n <= 5; n++) {
            say(tenant, n).expect(200);
        }
        soon().untilAsserted(() ->
                assertThat(heard(tenant)).containsExactly("thing/1", "thing/2", "thing/3", "thing/4", "thing/5"));
        assertThat(kafka.topics())
                .contains(tenant.slug() + "." + speaker + ".thing.said", tenant.slug() + ".core.plugin.installed");
        assertThat(platform.shell().run("event:lag")).contains("kafka has").contains(listener);

        kafka.kill();
        for (int n = 6; n <= 8; n++) {
            say(tenant, n).expect(200);
        }
        soon().untilAsserted(() -> assertThat(platform.boss()
                        .get("/health")
                        .json()
                        .at("/checks/events/error")
                        .asText())
                .contains("Kafka"));
        platform.http().get("/health/ready").expect(200);
        kafka.restart();
        soon().untilAsserted(() -> assertThat(heard(tenant)).endsWith("thing/6", "thing/7", "thing/8"));
        soon().untilAsserted(() -> assertThat(platform.boss()
                        .get("/health")
                        .json()
                        .at("/checks/events/healthy")
                        .asBoolean())
                .isTrue());

        platform.boss()
                .delete("/api/v1/tenants/" + tenant.slug() + "?mode=hard")
                .expect(204);
        soon().untilAsserted(
                        () -> assertThat(kafka.topics()).noneMatch(topic -> topic.startsWith(tenant.slug() + ".")));
    }

    private String transport() {
        return platform.shell().json("event:lag").path("transport").asText();
    }

    private TestTenant inhabited() {
        TestTenant fresh = TestTenant.create(platform);
        Published.install(platform, fresh, speaker);
        Published.install(platform, fresh, listener);
        return fresh;
    }

    private Answer say(TestTenant where, int n) {
        return where.client(platform).post("/api/plugins/" + speaker + "/say/thing/" + n);
    }

    private List<String> heard(TestTenant where) {
        List<String> heard = new ArrayList<>();
        where.client(platform)
                .get("/api/plugins/" + listener + "/heard")
                .expect(200)
                .json()
                .forEach(said -> heard.add(said.asText()));
        return heard.stream().filter(said -> said.startsWith("thing/")).toList();
    }
}
