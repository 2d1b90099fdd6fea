package io.plexica.itests.rooms;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A real S3 server in a process of its own, from the jar that the system property {@code s3proxy.jar} names.
 */
public final class S3Server implements AutoCloseable {

    /** The login. */
    public static final String ACCESS_KEY = "plexica";

    /** Its password. */
    public static final String SECRET_KEY = "a-secret-key-for-tests";

    private final Path folder;
    private final int port;
    private Process process;

    private S3Server(Path folder, int port, List<String> keeping) throws IOException {
        this.folder = folder;
        this.port = port;
        List<String> settings = new ArrayList<>(List.of(
                "s3proxy.endpoint=" + address(),
                "s3proxy.authorization=aws-v2-or-v4",
                "s3proxy.identity=" + ACCESS_KEY,
                "s3proxy.credential=" + SECRET_KEY));
        settings.addAll(keeping);
        Files.write(folder.resolve("s3proxy.properties"), settings);
        this.process = launch();
    }

    /** Starts one that forgets all when it stops; it answers within seconds. */
    public static S3Server start() throws IOException {
        return new S3Server(Files.createTempDirectory("s3proxy"), freePort(), List.of("jclouds.provider=transient"));
    }

    /** Starts one that keeps its objects on disk, also when it is killed. */
    public static S3Server startKeeping() throws IOException {
        Path folder = Files.createTempDirectory("s3proxy");
        Path objects = Files.createDirectory(folder.resolve("objects"));
        return new S3Server(
                folder,
                freePort(),
                List.of("jclouds.provider=filesystem-nio2", "jclouds.filesystem.basedir=" + objects));
    }

    /** Starts it again. */
    public void restart() throws IOException {
        process = launch();
    }

    /** Ends it without warning. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** The process, for signals. */
    public long pid() {
        return process.pid();
    }

    /** Where it answers. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    @Override
    public void close() {
        kill();
    }

    private Process launch() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-jar",
                        System.getProperty("s3proxy.jar"),
                        "--properties",
                        folder.resolve("s3proxy.properties").toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("s3proxy.log").toFile())
                .start();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
