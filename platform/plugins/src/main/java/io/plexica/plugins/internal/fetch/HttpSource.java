package io.plexica.plugins.internal.fetch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** A repository on the network. Redirects lead nowhere but to the same host; a call has a time and a size that it keeps. */
final class HttpSource implements Source {

    /** The largest file that is read into memory. */
    static final int SMALL = 1024 * 1024;

    private static final int MOST_REDIRECTS = 5;
    private static final int REDIRECTS = 3;
    private static final int HUNDRED = 100;
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final int GONE = 410;

    private final HttpClient client;
    private final URI address;
    private final Duration patience;

    /** Asks an address that ends with a slash. */
    HttpSource(HttpClient client, URI address, Duration patience) {
        this.client = client;
        this.address = address;
        this.patience = patience;
    }

    /** A client for such repositories: it follows nothing by itself. */
    static HttpClient client() {
        return HttpClient.newBuilder()
                .connectTimeout(Duration.ofSeconds(5))
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    @Override
    public boolean copy(String path, Path target, long most) throws IOException {
        try (OutputStream out = Files.newOutputStream(target)) {
            return get(path, out, most);
        }
    }

    @Override
    public Optional<byte[]> read(String path) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        return get(path, out, SMALL) ? Optional.of(out.toByteArray()) : Optional.empty();
    }

    private boolean get(String path, OutputStream out, long most) throws IOException {
        URI uri = address.resolve(path);
        long end = System.nanoTime() + patience.toNanos();
        for (int i = 0; i <= MOST_REDIRECTS; i++) {
            HttpResponse<Void> response = call(uri, out, most, end);
            int status = response.statusCode();
            if (status == OK) {
                return true;
            }
            if (status == NOT_FOUND || status == GONE) {
                return false;
            }
            if (status / HUNDRED != REDIRECTS) {
                throw new IOException("it answered " + status);
            }
            uri = redirected(uri, response);
        }
        throw new IOException("it redirects again and again");
    }

    private static URI redirected(URI from, HttpResponse<Void> response) throws IOException {
        URI to;
        try {
            to = from.resolve(response.headers().firstValue("Location").orElse(""));
        } catch (IllegalArgumentException e) {
            throw new IOException("it redirects to no address", e);
        }
        boolean same = from.getScheme().equals(to.getScheme())
                && from.getHost().equalsIgnoreCase(to.getHost())
                && from.getPort() == to.getPort();
        if (!same) {
            throw new IOException("it redirects to another host, " + to.getHost() + ", which is not followed");
        }
        return to;
    }

    private HttpResponse<Void> call(URI uri, OutputStream out, long most, long end) throws IOException {
        Bounded body = new Bounded(out, most);
        CompletableFuture<HttpResponse<Void>> call = client.sendAsync(
                HttpRequest.newBuilder(uri).header("User-Agent", "Plexica").build(),
                answer -> answer.statusCode() == OK
                        ? BodySubscribers.ofByteArrayConsumer(chunk -> chunk.ifPresent(body::write))
                        : BodySubscribers.replacing(null));
        try {
            return call.get(Math.max(1, end - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            call.cancel(true);
            throw new IOException("it did not answer within " + patience.toSeconds() + " s", e);
        } catch (InterruptedException e) {
            call.cancel(true);
            Thread.currentThread().interrupt();
            throw new IOException("the platform is stopping", e);
        } catch (ExecutionException e) {
            throw failure(e.getCause());
        }
    }

    private static IOException failure(@Nullable Throwable cause) {
        for (Throwable known = cause; known != null; known = known.getCause()) {
            if (known instanceof TooLarge tooLarge) {
                return tooLarge;
            }
        }
        return cause instanceof IOException known ? known : new IOException(cause);
    }

    /** Writes as long as it is not too much. */
    private static final class Bounded {

        private final OutputStream out;
        private long left;

        Bounded(OutputStream out, long most) {
            this.out = out;
            this.left = most;
        }

        void write(byte[] chunk) {
            left -= chunk.length;
            try {
                if (left < 0) {
                    throw new TooLarge();
                }
                out.write(chunk);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
