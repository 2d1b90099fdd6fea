package io.plexica.itests.support;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Takes traces by OTLP over HTTP, as a collector does. */
public final class TraceReceiver implements AutoCloseable {

    private final List<ReceivedSpan> spans = new CopyOnWriteArrayList<>();
    private final List<String> texts = new CopyOnWriteArrayList<>();
    private final List<Map<String, List<String>>> headers = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    private TraceReceiver(HttpServer server) {
        this.server = server;
    }

    /** One that listens on a port of its own. */
    public static TraceReceiver open() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            TraceReceiver receiver = new TraceReceiver(server);
            server.createContext("/v1/traces", receiver::take);
            server.start();
            return receiver;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where it listens. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** All spans so far. */
    public List<ReceivedSpan> spans() {
        return List.copyOf(spans);
    }

    /** The spans of one trace. */
    public List<ReceivedSpan> of(String traceId) {
        return spans.stream().filter(span -> span.traceId().equals(traceId)).toList();
    }

    /** A span of a trace by its name; null while there is none. */
    public @Nullable ReceivedSpan find(String traceId, String name) {
        return of(traceId).stream()
                .filter(span -> span.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    /** All that came, as text as far as it is any. */
    public String everything() {
        return String.join("\n", texts);
    }

    /** The headers that came with each delivery. */
    public List<Map<String, List<String>>> headers() {
        return List.copyOf(headers);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            headers.add(Map.copyOf(exchange.getRequestHeaders()));
            texts.add(new String(body, StandardCharsets.ISO_8859_1));
            spans.addAll(ReceivedSpan.read(body));
            exchange.getResponseHeaders().set("Content-Type", "application/x-protobuf");
            exchange.sendResponseHeaders(200, -1);
        }
    }
}
