package io.plexica.plugins.internal.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A Maven repository on the network, good unless it is told otherwise. */
public final class TestRepository implements AutoCloseable {

    private final Map<String, byte[]> files = new ConcurrentHashMap<>();
    private final Map<String, String> redirects = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;
    private volatile int status;
    private volatile long endless;
    private volatile boolean silent;

    public TestRepository() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    /** Its address, under this name of the machine. */
    public URI address(String host) {
        return URI.create("http://" + host + ":" + server.getAddress().getPort() + "/repo/");
    }

    public URI address() {
        return address("localhost");
    }

    public TestRepository put(String path, byte[] bytes) {
        files.put("/repo/" + path, bytes);
        return this;
    }

    public TestRepository redirect(String path, String location) {
        redirects.put("/repo/" + path, location);
        return this;
    }

    /** Answers everything with a status. */
    public void failWith(int answer) {
        status = answer;
    }

    /** Answers everything with so many bytes. */
    public void answerWithBytes(long bytes) {
        endless = bytes;
    }

    /** Accepts calls and answers none. */
    public void fallSilent() {
        silent = true;
    }

    public List<String> asked() {
        return List.copyOf(asked);
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        asked.add(path);
        try (exchange) {
            if (silent) {
                closed.await();
            } else if (status != 0) {
                exchange.sendResponseHeaders(status, -1);
            } else if (endless > 0) {
                exchange.sendResponseHeaders(200, 0);
                flood(exchange.getResponseBody());
            } else if (redirects.containsKey(path)) {
                exchange.getResponseHeaders().add("Location", redirects.get(path));
                exchange.sendResponseHeaders(302, -1);
            } else if (files.containsKey(path)) {
                exchange.sendResponseHeaders(200, files.get(path).length);
                exchange.getResponseBody().write(files.get(path));
            } else {
                exchange.sendResponseHeaders(404, -1);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void flood(OutputStream out) throws IOException {
        byte[] chunk = new byte[1024 * 1024];
        for (long sent = 0; sent < endless; sent += chunk.length) {
            out.write(chunk);
        }
    }
}
