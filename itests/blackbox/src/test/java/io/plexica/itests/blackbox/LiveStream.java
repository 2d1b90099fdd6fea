package io.plexica.itests.blackbox;

import com.fasterxml.jackson.databind.JsonNode;
import io.plexica.itests.support.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Somebody who has the application open. */
final class LiveStream implements AutoCloseable {

    private final List<Event> events = new CopyOnWriteArrayList<>();
    private final HttpResponse<Stream<String>> answer;
    private final CompletableFuture<?> reading;

    private LiveStream(HttpResponse<Stream<String>> answer) {
        this.answer = answer;
        this.reading = CompletableFuture.runAsync(this::read, task -> {
            Thread thread = new Thread(task, "live-stream");
            thread.setDaemon(true);
            thread.start();
        });
    }

    /** One event. */
    record Event(String name, String id, JsonNode data) {}

    /** Begins to read, as the bearer of a token. */
    static LiveStream open(URI platform, String token, @Nullable String lastId)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(platform.resolve("/api/v1/stream"))
                .header("Authorization", "Bearer " + token)
                .header("Accept", "text/event-stream");
        if (lastId != null) {
            request.header("Last-Event-ID", lastId);
        }
        return new LiveStream(HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofLines()));
    }

    int status() {
        return answer.statusCode();
    }

    /** What was heard so far. */
    List<Event> events() {
        return List.copyOf(events);
    }

    List<String> names() {
        return events.stream().map(Event::name).toList();
    }

    String lastId() {
        return events.get(events.size() - 1).id();
    }

    boolean hasEnded() {
        return reading.isDone();
    }

    @Override
    public void close() {
        answer.body().close();
    }

    private void read() {
        String name = "";
        String id = "";
        try {
            for (String line : (Iterable<String>) answer.body()::iterator) {
                if (line.startsWith("event: ")) {
                    name = line.substring(7);
                } else if (line.startsWith("id: ")) {
                    id = line.substring(4);
                } else if (line.startsWith("data: ")) {
                    events.add(new Event(name, id, Json.read(line.substring(6))));
                }
            }
        } catch (UncheckedIOException e) {
            // The connection is closed, on purpose or not; what was heard is what counts.
        }
    }
}
