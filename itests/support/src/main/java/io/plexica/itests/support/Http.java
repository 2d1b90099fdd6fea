package io.plexica.itests.support;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A client of the platform, perhaps on behalf of somebody. Immutable; safe for all threads. */
public final class Http {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** One for all, since each has threads and files of its own until it is collected. */
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private final URI base;
    private final Map<String, String> headers;

    private Http(URI base, Map<String, String> headers) {
        this.base = base;
        this.headers = headers;
    }

    /** Nobody's client. */
    public static Http at(URI base) {
        return new Http(base, Map.of());
    }

    /** The same client with an access token. */
    public Http as(String token) {
        return with("Authorization", "Bearer " + token);
    }

    /** The same client with a header on every call. */
    public Http with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Http(base, more);
    }

    public Answer get(String path) {
        return send("GET", path, null, BodyPublishers.noBody());
    }

    public Answer delete(String path) {
        return send("DELETE", path, null, BodyPublishers.noBody());
    }

    /** An action without a body. */
    public Answer post(String path) {
        return send("POST", path, null, BodyPublishers.noBody());
    }

    /** Sends JSON: a map, a node, or text as it is. */
    public Answer post(String path, Object body) {
        return json("POST", path, body);
    }

    public Answer put(String path, Object body) {
        return json("PUT", path, body);
    }

    /** Sends a JSON merge patch. */
    public Answer patch(String path, Object body) {
        return send("PATCH", path, "application/merge-patch+json", text(Json.write(body)));
    }

    /** Uploads a plugin. */
    public Answer upload(Path jar) {
        try {
            return send(
                    "POST",
                    "/api/v1/plugins",
                    "application/java-archive",
                    BodyPublishers.ofByteArray(Files.readAllBytes(jar)));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** A file that is downloaded. */
    public byte[] download(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path)).timeout(PATIENCE);
        headers.forEach(request::setHeader);
        HttpResponse<byte[]> response =
                CLIENT.sendAsync(request.build(), BodyHandlers.ofByteArray()).join();
        if (response.statusCode() != 200) {
            throw new AssertionError(path + " answered " + new String(response.body(), StandardCharsets.UTF_8));
        }
        return response.body();
    }

    /** Any call. */
    public Answer send(String method, String path, @Nullable String contentType, BodyPublisher body) {
        return sendLater(method, path, contentType, body).join();
    }

    /** A GET that may take its time. */
    public CompletableFuture<Answer> getLater(String path) {
        return sendLater("GET", path, null, BodyPublishers.noBody());
    }

    /** A POST of JSON that may take its time. */
    public CompletableFuture<Answer> postLater(String path, Object body) {
        return sendLater("POST", path, "application/json", text(Json.write(body)));
    }

    /** Text as a body. */
    public static BodyPublisher text(String body) {
        return BodyPublishers.ofString(body, StandardCharsets.UTF_8);
    }

    private Answer json(String method, String path, Object body) {
        return send(method, path, "application/json", text(Json.write(body)));
    }

    private CompletableFuture<Answer> sendLater(
            String method, String path, @Nullable String contentType, BodyPublisher body) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(base.resolve(path)).timeout(PATIENCE).method(method, body);
        headers.forEach(request::setHeader);
        if (contentType != null) {
            request.setHeader("Content-Type", contentType);
        }
        long begin = System.nanoTime();
        return CLIENT.sendAsync(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8))
                .thenApply(response -> answer(method + " " + path, response, begin));
    }

    private static Answer answer(String call, HttpResponse<String> response, long begin) {
        Duration took = Duration.ofNanos(System.nanoTime() - begin);
        return new Answer(call, response.statusCode(), response.headers(), response.body(), took);
    }
}
