package io.plexica.search.opensearch.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.plexica.spi.tls.TrustedCertificates;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Calls of the server. Its own words go no further than the log. Safe for all threads. */
final class OpenSearchServer {

    static final ObjectMapper JSON = new ObjectMapper();

    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final int NOT_FOUND = 404;
    private static final int FIRST_FAILURE = 300;

    private final OpenSearchSettings settings;
    private final HttpClient client;

    OpenSearchServer(OpenSearchSettings settings) {
        this.settings = settings;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT)
                .sslContext(settings.tls())
                .build();
    }

    /** An answer; nothing for what is not there. */
    JsonNode call(String method, String path, String body, Duration timeout) throws IOException {
        HttpResponse<String> answer = send(method, path, body, timeout);
        if (answer.statusCode() == NOT_FOUND) {
            return MissingNode.getInstance();
        }
        if (answer.statusCode() >= FIRST_FAILURE) {
            throw new IOException(
                    "The OpenSearch server answers with status " + answer.statusCode() + " " + reason(answer.body()));
        }
        return read(answer.body());
    }

    /** The same with the usual patience. */
    JsonNode call(String method, String path, String body) throws IOException {
        return call(method, path, body, settings.timeout());
    }

    private HttpResponse<String> send(String method, String path, String body, Duration timeout) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(settings.url() + path))
                .timeout(timeout)
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!body.isEmpty()) {
            request.header("Content-Type", path.contains("_bulk") ? "application/x-ndjson" : "application/json");
        }
        if (settings.login() != null) {
            request.header("Authorization", settings.login());
        }
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("The call of the OpenSearch server was interrupted");
        } catch (IOException e) {
            throw new IOException(
                    TrustedCertificates.doubt(e)
                            .map(why ->
                                    "The OpenSearch server is not trusted, see PLEXICA_OPENSEARCH_TRUSTSTORE: " + why)
                            .orElse("The OpenSearch server does not answer"),
                    e);
        }
    }

    private static JsonNode read(String body) throws IOException {
        try {
            return body.isEmpty() ? MissingNode.getInstance() : JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new IOException("What the OpenSearch server answers is no JSON", e);
        }
    }

    private static String reason(String body) {
        try {
            return JSON.readTree(body).path("error").path("type").asText("");
        } catch (JsonProcessingException e) {
            return "";
        }
    }
}
