package io.plexica.identity.keycloak.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.spi.threads.Daemons;
import io.plexica.spi.tracing.Span;
import io.plexica.spi.tracing.TraceParent;
import io.plexica.spi.tracing.Tracer.Kind;
import io.plexica.spi.tracing.Tracing;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Calls over HTTP, each within a time, all behind one {@link Breaker}. Safe for all threads. */
final class KeycloakHttp implements AutoCloseable {

    private final ExecutorService threads;
    private final HttpClient client;
    private final Duration timeout;
    private final Breaker breaker = new Breaker(System::nanoTime);
    private final KeycloakMetrics metrics = new KeycloakMetrics(breaker::isOpen);

    KeycloakHttp(Duration connectTimeout, Duration timeout) {
        this.timeout = timeout;
        this.threads = Executors.newCachedThreadPool(Daemons.named("plexica-keycloak-http"));
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(connectTimeout)
                .executor(threads)
                .build();
    }

    KeycloakReply get(String url, @Nullable String bearer, Duration within) {
        return send(request(url, bearer).GET(), within);
    }

    KeycloakReply delete(String url, String bearer, Duration within) {
        return send(request(url, bearer).DELETE(), within);
    }

    KeycloakReply json(String method, String url, String bearer, Object body, Duration within) {
        HttpRequest.Builder request = request(url, bearer)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofByteArray(Json.bytes(body)));
        return send(request, within);
    }

    KeycloakReply form(String url, Map<String, String> fields) {
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
        HttpRequest.Builder request = request(url, null)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body));
        return send(request, timeout);
    }

    /** How the calls went, in figures. */
    KeycloakMetrics metrics() {
        return metrics;
    }

    private static HttpRequest.Builder request(String url, @Nullable String bearer) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url)).header("Accept", "application/json");
        return bearer == null ? request : request.header("Authorization", "Bearer " + bearer);
    }

    private KeycloakReply send(HttpRequest.Builder request, Duration within) {
        try (Span span = Tracing.part(Kind.CLIENT, "identity server")) {
            TraceParent id = span.id();
            HttpRequest whole = (id == null ? request : request.header(TraceParent.HEADER, id.header())).build();
            span.note("http.request.method", whole.method());
            KeycloakReply reply = send(whole, within);
            span.note("http.response.status_code", Integer.toString(reply.status()));
            return reply;
        }
    }

    /** The client's own time-out ends with the headers of the answer; this one covers its body too. */
    private KeycloakReply send(HttpRequest request, Duration within) {
        breaker.enter();
        long began = System.nanoTime();
        boolean answered = false;
        CompletableFuture<HttpResponse<byte[]>> exchange = null;
        try {
            exchange = client.sendAsync(request, BodyHandlers.ofByteArray());
            HttpResponse<byte[]> response = exchange.get(within.toMillis(), TimeUnit.MILLISECONDS);
            answered = true;
            return new KeycloakReply(
                    response.statusCode(),
                    response.body(),
                    response.headers().firstValue("Location").orElse(null));
        } catch (ExecutionException e) {
            throw unavailable(e.getCause() == null ? e : e.getCause());
        } catch (TimeoutException e) {
            throw unavailable(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unavailable(e);
        } finally {
            metrics.called(answered, System.nanoTime() - began);
            if (answered) {
                breaker.succeeded();
            } else {
                breaker.failed();
                cancel(exchange);
            }
        }
    }

    private static void cancel(@Nullable CompletableFuture<?> exchange) {
        if (exchange != null) {
            exchange.cancel(true);
        }
    }

    private static PlexicaException unavailable(Throwable cause) {
        return new PlexicaException(
                ErrorCode.UNAVAILABLE, "The identity server does not answer; try again in a few seconds", cause);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
