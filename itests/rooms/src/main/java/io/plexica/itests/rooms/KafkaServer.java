package io.plexica.itests.rooms;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/**
 * A real Kafka, broker and controller in one process of its own, whose jars are in the file of arguments that the system property
 * {@code kafka.arguments} names. It makes no topics by itself, and keeps what it has when it is killed.
 */
public final class KafkaServer implements AutoCloseable {

    /** The login, where one is asked for. */
    public static final String USER = "plexica";

    /** Its password. */
    public static final String PASSWORD = "a-kafka-password-for-tests";

    /** The folder of a partition; that of one which is being removed ends otherwise. */
    private static final Pattern PARTITION = Pattern.compile("([a-z].*\\..*)-\\d+");

    private final Path folder;
    private final int port;
    private Process process;

    private KafkaServer(Path folder, int port, String protocol) throws IOException {
        this.folder = folder;
        this.port = port;
        int controller = freePort();
        List<String> lines = new ArrayList<>(List.of(
                "process.roles=broker,controller",
                "node.id=1",
                "controller.quorum.voters=1@127.0.0.1:" + controller,
                "controller.listener.names=CONTROLLER",
                "listeners=CLIENTS://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controller,
                "listener.security.protocol.map=CLIENTS:" + protocol + ",CONTROLLER:PLAINTEXT",
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
            lines.add("sasl.enabled.mechanisms=PLAIN");
            lines.add("sasl.mechanism.inter.broker.protocol=PLAIN");
            lines.add("listener.name.clients.plain.sasl.jaas.config="
                    + "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"" + USER
                    + "\" password=\"" + PASSWORD + "\" user_" + USER + "=\"" + PASSWORD + "\";");
        }
        Files.write(folder.resolve("server.properties"), lines);
        run("kafka.tools.StorageTool", "format", "-t", "AAAAAAAAAAAAAAAAAAAAAQ", "-c", properties())
                .onExit()
                .join();
        this.process = launch();
    }

    /** Starts one; it answers when this returns. */
    public static KafkaServer start() throws IOException {
        return start("PLAINTEXT");
    }

    /** Likewise, one that wants the login. */
    public static KafkaServer startWithLogin() throws IOException {
        return start("SASL_PLAINTEXT");
    }

    private static KafkaServer start(String protocol) throws IOException {
        return new KafkaServer(Files.createTempDirectory("kafka"), freePort(), protocol);
    }

    /** Where it answers. */
    public String address() {
        return "127.0.0.1:" + port;
    }

    /** The names of the topics that it keeps, its own aside. */
    public Set<String> topics() throws IOException {
        try (Stream<Path> folders = Files.list(folder.resolve("data"))) {
            return folders.map(path -> PARTITION.matcher(path.getFileName().toString()))
                    .filter(Matcher::matches)
                    .map(found -> found.group(1))
                    .collect(Collectors.toSet());
        }
    }

    /** Starts it again, with what it had. */
    public void restart() throws IOException {
        process = launch();
    }

    /** Ends it without warning. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** Lets it stand still: connections stay, and answers do not come. */
    public void freeze() {
        signal("-STOP");
    }

    /** Lets it go on. */
    public void thaw() {
        signal("-CONT");
    }

    @Override
    public void close() {
        kill();
    }

    private Process launch() throws IOException {
        Process started = run("kafka.Kafka", properties());
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .failFast("Kafka has ended; see " + folder, () -> !started.isAlive())
                .until(this::answers);
        return started;
    }

    private boolean answers() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private Process run(String main, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "@" + System.getProperty("kafka.arguments"),
                main));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("kafka.log").toFile()))
                .start();
    }

    private String properties() {
        return folder.resolve("server.properties").toString();
    }

    private void signal(String name) {
        try {
            int exit = new ProcessBuilder("kill", name, Long.toString(process.pid()))
                    .inheritIO()
                    .start()
                    .onExit()
                    .join()
                    .exitValue();
            if (exit != 0) {
                throw new IllegalStateException("kill ended with " + exit);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
