package io.plexica.web.internal.support;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Calls a site. */
public final class Http {

    static {
        System.setProperty("jdk.httpclient.allowRestrictedHeaders", "host");
    }

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final int port;

    Http(int port) {
        this.port = port;
    }

    public Call get(String path) {
        return new Call("GET", path);
    }

    public Call post(String path, String json) {
        return new Call("POST", path).header("Content-Type", "application/json").body(BodyPublishers.ofString(json));
    }

    public Call call(String method, String path) {
        return new Call(method, path);
    }

    /** Sends bytes as they are and returns all that comes back. */
    public String raw(String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(ISO_8859_1));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
        }
    }

    /** Sends bytes as they are, of a body that never ends, and returns the status line of what comes back all the same. */
    public String begin(String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(ISO_8859_1));
            socket.getOutputStream().flush();
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), ISO_8859_1)).readLine();
        }
    }

    /** A call being made up. */
    public final class Call {

        private final HttpRequest.Builder request;
        private final String method;
        private BodyPublisher body = BodyPublishers.noBody();

        private Call(String method, String path) {
            this.method = method;
            this.request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                    .timeout(Duration.ofSeconds(20));
        }

        public Call as(String token) {
            return header("Authorization", "Bearer " + token);
        }

        public Call header(String name, String value) {
            request.header(name, value);
            return this;
        }

        public Call body(BodyPublisher content) {
            this.body = content;
            return this;
        }

        public Answer send() throws IOException, InterruptedException {
            return new Answer(client.send(request.method(method, body).build(), BodyHandlers.ofString()));
        }

        /** Sends, and reads the answer as it comes. */
        public Stream stream() throws IOException, InterruptedException {
            return new Stream(client.send(request.method(method, body).build(), BodyHandlers.ofInputStream()));
        }

        public CompletableFuture<Answer> sendAsync() {
            return client.sendAsync(request.method(method, body).build(), BodyHandlers.ofString())
                    .thenApply(Answer::new);
        }
    }

    /** An event stream being read. */
    public static final class Stream implements AutoCloseable {

        private final HttpResponse<InputStream> response;
        private final BufferedReader lines;

        private Stream(HttpResponse<InputStream> response) {
            this.response = response;
            this.lines = new BufferedReader(new InputStreamReader(response.body(), UTF_8));
        }

        public int status() {
            return response.statusCode();
        }

        public @Nullable String header(String name) {
            return response.headers().firstValue(name).orElse(null);
        }

        /** The next event; null at the end of the stream. */
        public @Nullable String event() throws IOException {
            List<String> event = new ArrayList<>();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isEmpty()) {
                    event.add(line);
                } else if (event.get(0).startsWith("event:")) {
                    return String.join("\n", event);
                } else {
                    event.clear();
                }
            }
            return null;
        }

        @Override
        public void close() {
            try {
                response.body().close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** An answer. */
    public record Answer(HttpResponse<String> response) {

        public int status() {
            return response.statusCode();
        }

        public String text() {
            return response.body();
        }

        public JsonNode json() {
            try {
                return JSON.readTree(response.body());
            } catch (JsonProcessingException e) {
                throw new AssertionError("no JSON: " + response.body(), e);
            }
        }

        /** Status and code of a problem, or the status alone. */
        public String code() {
            String type = String.valueOf(header("Content-Type"));
            return type.startsWith("application/problem+json")
                    ? status() + " " + json().path("code").asText()
                    : Integer.toString(status());
        }

        public @Nullable String header(String name) {
            return response.headers().firstValue(name).orElse(null);
        }
    }
}
