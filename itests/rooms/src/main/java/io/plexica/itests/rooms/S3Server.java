package io.plexica.itests.rooms;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A real S3 server in a process of its own, from the jar that the system property {@code s3proxy.jar} names. It forgets all
 * when it stops.
 */
public final class S3Server implements AutoCloseable {

    /** The login. */
    public static final String ACCESS_KEY = "plexica";

    /** Its password. */
    public static final String SECRET_KEY = "a-secret-key-for-tests";

    private final Path folder;
    private final int port;
    private Process process;

    private S3Server(Path folder, int port) throws IOException {
        this.folder = folder;
        this.port = port;
        Files.write(
                folder.resolve("s3proxy.properties"),
                List.of(
                        "s3proxy.endpoint=" + address(),
                        "s3proxy.authorization=aws-v2-or-v4",
                        "s3proxy.identity=" + ACCESS_KEY,
                        "s3proxy.credential=" + SECRET_KEY,
                        "jclouds.provider=transient"));
        this.process = launch();
    }

    /** Starts one; it answers within seconds. */
    public static S3Server start() throws IOException {
        return new S3Server(Files.createTempDirectory("s3proxy"), freePort());
    }

    /** Starts it again. */
    public void restart() throws IOException {
        process = launch();
    }

    /** Ends it without warning. */
    public void kill() {
        process.destroyForcibly().onExit().join();
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
