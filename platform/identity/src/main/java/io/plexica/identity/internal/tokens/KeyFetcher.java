package io.plexica.identity.internal.tokens;

import io.plexica.spi.threads.Daemons;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.text.ParseException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/** Reads key sets over HTTP without holding a thread meanwhile. */
@Component(service = KeyFetcher.class)
public final class KeyFetcher {

    private static final Duration CONNECT = Duration.ofSeconds(1);
    private static final Duration WHOLE = Duration.ofSeconds(3);
    private static final int OK = 200;

    private final ExecutorService threads = Executors.newCachedThreadPool(Daemons.named("plexica-identity-keys"));
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECT)
            .executor(threads)
            .build();
    private volatile boolean troubled;

    /** Reads the keys at an address. */
    CompletableFuture<KeySet> fetch(URI address) {
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Accept", "application/json")
                .timeout(WHOLE)
                .build();
        CompletableFuture<HttpResponse<String>> exchange = client.sendAsync(request, BodyHandlers.ofString());
        return exchange.thenApply(KeyFetcher::parse)
                .orTimeout(WHOLE.toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete((keys, failure) -> {
                    exchange.cancel(true);
                    troubled = failure != null;
                });
    }

    /** Reads keys by other means, on a thread of the same kind. */
    CompletableFuture<KeySet> fetch(Supplier<KeySet> reading) {
        return CompletableFuture.supplyAsync(reading, threads);
    }

    /** Whether the last address did not answer: whoever asks another must not wait long. */
    boolean isTroubled() {
        return troubled;
    }

    @Deactivate
    public void close() {
        threads.shutdownNow();
    }

    private static KeySet parse(HttpResponse<String> response) {
        if (response.statusCode() != OK) {
            throw new IllegalStateException("The identity server answers with status " + response.statusCode()
                    + " when asked for keys at " + response.uri());
        }
        try {
            return KeySet.parse(response.body());
        } catch (ParseException e) {
            throw new CompletionException("No keys at " + response.uri(), e);
        }
    }
}
