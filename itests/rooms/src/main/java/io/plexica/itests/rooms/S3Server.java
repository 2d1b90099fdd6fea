package io.plexica.itests.rooms;

import io.plexica.itests.machine.FreePorts;
import io.plexica.itests.machine.TestFolders;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A real S3 server in a process of its own, from the jar that the system property {@code s3proxy.jar} names.
 */
public final class S3Server implements ServerProcess, AutoCloseable {

    /** The login. */
    public static final String ACCESS_KEY = "plexica";

    /** Its password. */
    public static final String SECRET_KEY = "a-secret-key-for-tests";

    private final Path folder;
    private final URI address;
    private Process process;

    private S3Server(Path folder, URI address, List<String> more) throws IOException {
        this.folder = folder;
        this.address = address;
        List<String> settings = new ArrayList<>(List.of(
                (isSecure() ? "s3proxy.secure-endpoint=" : "s3proxy.endpoint=") + address,
                "s3proxy.authorization=aws-v2-or-v4",
                "s3proxy.identity=" + ACCESS_KEY,
                "s3proxy.credential=" + SECRET_KEY));
        settings.addAll(more);
        Files.write(folder.resolve("s3proxy.properties"), settings);
        this.process = launch();
    }

    /** Starts one that forgets all when it stops; it answers within seconds. */
    public static S3Server start() throws IOException {
        return new S3Server(TestFolders.create("s3proxy"), free("http"), List.of("jclouds.provider=transient"));
    }

    /** Likewise, one that shows a certificate of this authority. */
    public static S3Server startWithTls(Authority authority) throws IOException {
        return new S3Server(
                TestFolders.create("s3proxy"),
                free("https"),
                List.of(
                        "jclouds.provider=transient",
                        "s3proxy.keystore-path=" + authority.keystore(),
                        "s3proxy.keystore-password=" + Authority.PASSWORD));
    }

    /** Starts one that keeps its objects on disk, also when it is killed. */
    public static S3Server startKeeping() throws IOException {
        Path folder = TestFolders.create("s3proxy");
        Path objects = Files.createDirectory(folder.resolve("objects"));
        return new S3Server(
                folder,
                free("http"),
                List.of("jclouds.provider=filesystem-nio2", "jclouds.filesystem.basedir=" + objects));
    }

    @Override
    public void restart() throws IOException {
        process = launch();
    }

    @Override
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** The objects that one keeps on disk, as {@code bucket/path}. */
    public Set<String> objects() throws IOException {
        Path objects = folder.resolve("objects");
        try (Stream<Path> files = Files.walk(objects)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> objects.relativize(file).toString())
                    .collect(Collectors.toSet());
        }
    }

    @Override
    public long pid() {
        return process.pid();
    }

    @Override
    public URI address() {
        return address;
    }

    @Override
    public void close() {
        kill();
        TestFolders.remove(folder);
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

    private boolean isSecure() {
        return address.getScheme().equals("https");
    }

    private static URI free(String scheme) {
        return URI.create(scheme + "://127.0.0.1:" + FreePorts.free());
    }
}
