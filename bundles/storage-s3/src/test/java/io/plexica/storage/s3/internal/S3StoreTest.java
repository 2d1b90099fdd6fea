package io.plexica.storage.s3.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plexica.api.storage.ObjectStorage.Method;
import io.plexica.itests.rooms.ObjectStoreContract;
import io.plexica.itests.rooms.S3Server;
import io.plexica.spi.storage.ObjectStore;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class S3StoreTest extends ObjectStoreContract {

    private static final Duration PATIENT = Duration.ofSeconds(20);
    private static final Duration SOON = Duration.ofSeconds(1);

    private static S3Server server;
    private static Connection connection;

    @BeforeAll
    static void start() throws IOException {
        server = S3Server.start();
        connection = Connection.to(settings(server.address(), PATIENT));
        awaitAnswer();
    }

    @AfterAll
    static void stop() {
        connection.close();
        server.close();
    }

    @Override
    protected ObjectStore store() {
        return new S3Store(connection, "us-east-1");
    }

    @Test
    void linksLeadStraightToTheServer() throws Exception {
        ObjectStore store = store();
        store.createBucket("tenant-links");
        URI upload = store.link("tenant-links", "crm/a b.txt", Duration.ofMinutes(1), Method.PUT)
                .orElseThrow();
        URI download = store.link("tenant-links", "crm/a b.txt", Duration.ofMinutes(1), Method.GET)
                .orElseThrow();

        assertThat(send(HttpRequest.newBuilder(upload).PUT(BodyPublishers.ofString("hello")))
                        .statusCode())
                .isEqualTo(200);
        HttpResponse<String> answer = send(HttpRequest.newBuilder(download).GET());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("hello");
        assertThat(answer.headers().firstValue("Content-Disposition")).hasValue("attachment");
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/octet-stream");
        assertThat(send(HttpRequest.newBuilder(download).PUT(BodyPublishers.ofString("no")))
                        .statusCode())
                .isEqualTo(403);
        store.removeBucket("tenant-links");
    }

    @Test
    void aWrongPasswordIsRefusedAndNotShown() {
        S3Settings wrong = new S3Settings(
                server.address(), null, "us-east-1", true, S3Server.ACCESS_KEY, "wrong-key", null, SOON, 0);
        try (Connection stranger = Connection.to(wrong)) {
            assertThatThrownBy(() -> new S3Store(stranger, "us-east-1").check())
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("403")
                    .hasMessageNotContaining("wrong-key");
        }
        assertThat(wrong.toString()).doesNotContain("wrong-key");
    }

    @Test
    void aServerThatIsDownOrSilentIsToldSoon() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Connection connection = Connection.to(
                        settings(URI.create("http://127.0.0.1:" + silent.getLocalPort()), Duration.ofMillis(500)))) {
            ObjectStore store = new S3Store(connection, "us-east-1");
            long begin = System.nanoTime();
            assertThatThrownBy(() -> store.head("tenant-a", "crm/a")).isInstanceOf(IOException.class);
            assertThatThrownBy(() -> store.put(
                            "tenant-a", "crm/a", new ByteArrayInputStream(new byte[10]), "text/plain", Map.of()))
                    .isInstanceOf(IOException.class)
                    .hasMessage("The S3 server does not answer");
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(10));
        }
    }

    @Test
    void aServerThatComesBackIsUsedAgain() throws IOException {
        ObjectStore store = store();
        store.createBucket("tenant-back");
        store.put("tenant-back", "crm/a", new ByteArrayInputStream(new byte[10]), "text/plain", Map.of());
        server.kill();
        assertThatThrownBy(() -> store.head("tenant-back", "crm/a")).isInstanceOf(IOException.class);
        server.restart();
        awaitAnswer();

        store.createBucket("tenant-back");
        store.put("tenant-back", "crm/a", new ByteArrayInputStream(new byte[10]), "text/plain", Map.of());
        assertThat(store.head("tenant-back", "crm/a")).isPresent();
        store.removeBucket("tenant-back");
    }

    private static S3Settings settings(URI address, Duration timeout) {
        return new S3Settings(
                address, address, "us-east-1", true, S3Server.ACCESS_KEY, S3Server.SECRET_KEY, null, timeout, 1);
    }

    private static void awaitAnswer() {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(200))
                .ignoreExceptions()
                .untilAsserted(() -> new S3Store(connection, "us-east-1").check());
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    }
}
