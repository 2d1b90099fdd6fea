package io.plexica.itests.rooms;

import io.plexica.itests.machine.FreePorts;
import io.plexica.itests.machine.TestFolders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
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

    private KafkaServer(Path folder, int port, List<String> lines) throws IOException {
        this.folder = folder;
        this.port = port;
        Files.write(folder.resolve("server.properties"), lines);
        format();
        this.process = launch();
    }

    /**
     * A door beside its own. A broker tells its clients where they find it, so whoever comes by a proxy needs one whose address
     * is the proxy's.
     *
     * @param port where it answers
     * @param told where it says that it does
     */
    public record Door(int port, int told) {}

    /** Starts one; it answers when this returns. */
    public static KafkaServer start() throws IOException {
        return start("PLAINTEXT", List.of(), List.of());
    }

    /** Likewise, one that shows a certificate of this authority, and wants to see one and the login. */
    public static KafkaServer startWithTls(Authority authority) throws IOException {
        return start("SASL_SSL", List.of(), KafkaProperties.certificates(authority));
    }

    /** Likewise, one that has these doors, too. */
    public static KafkaServer startWithDoors(List<Door> doors) throws IOException {
        return start("PLAINTEXT", doors, List.of());
    }

    private static KafkaServer start(String protocol, List<Door> doors, List<String> more) throws IOException {
        Path folder = TestFolders.create("kafka");
        int port = FreePorts.free();
        List<String> lines = new ArrayList<>(KafkaProperties.small(folder, port, FreePorts.free(), protocol, doors));
        lines.addAll(more);
        return new KafkaServer(folder, port, lines);
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

    /** Takes all away from it that it has kept; it must not run. */
    public void empty() throws IOException {
        TestFolders.clear(folder.resolve("data"));
        format();
    }

    /** The process, for signals. */
    public long pid() {
        return process.pid();
    }

    /** Whether it runs still: a broker that cannot write ends. */
    public boolean isAlive() {
        return process.isAlive();
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
        TestFolders.remove(folder);
    }

    private void format() throws IOException {
        run("kafka.tools.StorageTool", "format", "-t", "AAAAAAAAAAAAAAAAAAAAAQ", "-c", properties())
                .onExit()
                .join();
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
}
