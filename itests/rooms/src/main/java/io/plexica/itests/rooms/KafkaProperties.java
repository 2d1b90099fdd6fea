package io.plexica.itests.rooms;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What stands in a broker's file of settings. */
final class KafkaProperties {

    private static final String HOST = "://127.0.0.1:";

    private KafkaProperties() {}

    /**
     * A small broker, which is its own controller and makes no topics by itself.
     *
     * @param protocol how it is talked to at its own door
     * @param doors more of them, for those who come by a way of their own
     */
    static List<String> small(Path folder, int port, int controller, String protocol, List<KafkaServer.Door> doors) {
        List<String> lines = new ArrayList<>(List.of(
                "process.roles=broker,controller",
                "node.id=1",
                "controller.quorum.voters=1@127.0.0.1:" + controller,
                "controller.listener.names=CONTROLLER",
                "listeners=CLIENTS" + HOST + port + ",CONTROLLER" + HOST + controller
                        + each(
                                doors,
                                number ->
                                        name(number) + HOST + doors.get(number).port()),
                "advertised.listeners=CLIENTS" + HOST + port
                        + each(
                                doors,
                                number ->
                                        name(number) + HOST + doors.get(number).told()),
                "listener.security.protocol.map=CLIENTS:" + protocol + ",CONTROLLER:PLAINTEXT"
                        + each(doors, number -> name(number) + ":PLAINTEXT"),
                "inter.broker.listener.name=CLIENTS",
                "log.dirs=" + folder.resolve("data"),
                "auto.create.topics.enable=false",
                "offsets.topic.replication.factor=1",
                "offsets.topic.num.partitions=1",
                "transaction.state.log.replication.factor=1",
                "transaction.state.log.min.isr=1",
                "share.coordinator.state.topic.replication.factor=1",
                "share.coordinator.state.topic.min.isr=1",
                "group.initial.rebalance.delay.ms=0",
                "log.cleaner.dedupe.buffer.size=8388608",
                "num.network.threads=1",
                "num.io.threads=2"));
        if (protocol.startsWith("SASL")) {
            lines.addAll(login());
        }
        return lines;
    }

    /** With a certificate of its own, and for those alone who have one of the same authority. */
    static List<String> certificates(Authority authority) {
        return List.of(
                "ssl.keystore.type=PKCS12",
                "ssl.keystore.location=" + authority.keystore(),
                "ssl.keystore.password=" + Authority.PASSWORD,
                "ssl.truststore.type=PEM",
                "ssl.truststore.location=" + authority.certificate(),
                "listener.name.clients.ssl.client.auth=required");
    }

    private static List<String> login() {
        return List.of(
                "sasl.enabled.mechanisms=PLAIN",
                "sasl.mechanism.inter.broker.protocol=PLAIN",
                "listener.name.clients.plain.sasl.jaas.config="
                        + "org.apache.kafka.common.security.plain.PlainLoginModule required username=\""
                        + KafkaServer.USER + "\" password=\"" + KafkaServer.PASSWORD + "\" user_" + KafkaServer.USER
                        + "=\"" + KafkaServer.PASSWORD + "\";");
    }

    private static String each(List<KafkaServer.Door> doors, IntFunction<String> text) {
        return IntStream.range(0, doors.size())
                .mapToObj(text)
                .map(one -> "," + one)
                .collect(Collectors.joining());
    }

    private static String name(int number) {
        return "DOOR" + number;
    }
}
