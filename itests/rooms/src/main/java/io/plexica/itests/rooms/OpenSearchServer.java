package io.plexica.itests.rooms;

import io.plexica.itests.machine.FreePorts;
import io.plexica.itests.machine.TestFolders;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * A real OpenSearch server in a process of its own, from what the tests' class path has of it. It keeps its data when it is
 * killed and started again.
 */
public final class OpenSearchServer implements ServerProcess, AutoCloseable {

    /** The runner takes no others. */
    private static final int FIRST_PORT = 9_201;

    private static final int LAST_PORT = 9_299;

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final HttpClient client = HttpClient.newHttpClient();
    private final Path folder;
    private final int port;
    private Process process;

    private OpenSearchServer(Path folder, int port) throws IOException {
        this.folder = folder;
        this.port = port;
        this.process = launch();
    }

    /** Starts one; it does not answer yet. */
    public static OpenSearchServer start() {
        try {
            return new OpenSearchServer(TestFolders.create("opensearch"), FreePorts.free(FIRST_PORT, LAST_PORT));
        } catch (IOException e) {
            throw new UncheckedIOException("OpenSearch does not start", e);
        }
    }

    @Override
    public void restart() throws IOException {
        process = launch();
    }

    @Override
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public long pid() {
        return process.pid();
    }

    @Override
    public URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** Whether it answers. */
    public boolean isUp() {
        if (!process.isAlive()) {
            throw new IllegalStateException("OpenSearch has ended; see " + folder);
        }
        try {
            return call("GET", "/_cluster/health") == 200;
        } catch (IOException e) {
            return false;
        }
    }

    /** Removes all indexes. */
    public void empty() throws IOException {
        call("DELETE", "/plexica*");
    }

    /** How long a start may take. */
    public static Duration patience() {
        return PATIENCE;
    }

    /** Calls it; the status. */
    public int call(String method, String path) throws IOException {
        return call(method, path, "");
    }

    /** Calls it with something to say; the status. */
    public int call(String method, String path, String json) throws IOException {
        return send(method, path, json).statusCode();
    }

    /** What it answers. */
    public String get(String path) throws IOException {
        return send("GET", path, "").body();
    }

    @Override
    public void close() {
        kill();
        TestFolders.remove(folder);
    }

    private HttpResponse<String> send(String method, String path, String json) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address() + path))
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(json))
                .build();
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Process launch() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xms256m",
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        classPath(),
                        "org.codelibs.opensearch.runner.OpenSearchRunner",
                        "-basePath",
                        folder.toString(),
                        "-numOfNode",
                        "1",
                        "-baseHttpPort",
                        Integer.toString(port - 1),
                        "-clusterName",
                        "plexica" + port,
                        "-disableESLogger")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("opensearch.log").toFile())
                .start();
    }

    /** Not ours: a server that finds other libraries than its own beside them does not start. */
    private static String classPath() {
        String all = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Arrays.stream(all.split(File.pathSeparator))
                .filter(entry -> !entry.contains("plexica") && !entry.contains("slf4j-simple"))
                .collect(Collectors.joining(File.pathSeparator));
    }
}
