package io.plexica.itests.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.plexica.itests.rooms.S3Server;
import io.plexica.itests.support.Answer;
import io.plexica.itests.support.Http;
import io.plexica.itests.support.Platform;
import io.plexica.itests.support.TestTenant;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A node that differs from the others by some lines of configuration: its objects lie on an S3 server. */
@BlackBox
@Order(BlackBox.HURTS - 1)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StorageOnS3IT {

    private final Platform one;
    private final String id = Published.freshId();
    private final String base = "/api/plugins/" + id;
    private S3Server server;
    private Platform node;
    private TestTenant tenant;
    private Http admin;

    StorageOnS3IT(Platform platform) {
        this.one = platform;
    }

    @BeforeAll
    void startANodeWithS3() throws IOException {
        server = S3Server.start();
        node = one.anotherNode()
                .with("PLEXICA_STORAGE", "s3")
                .with("PLEXICA_S3_ENDPOINT", server.address().toString())
                .with("PLEXICA_S3_ACCESS_KEY", S3Server.ACCESS_KEY)
                .with("PLEXICA_S3_SECRET_KEY", S3Server.SECRET_KEY)
                .with("PLEXICA_S3_TIMEOUT", "2")
                .with("PLEXICA_S3_RETRIES", "0")
                .with("PLEXICA_ENCRYPTION_KEY", "a-key-for-this-node-alone-0123456789");
        node.up();
        tenant = TestTenant.create(one);
        admin = node.http().as(one.token(tenant.admin()));
        Published.upload(one, Box.version(id));
        Published.install(one, tenant, id);
        Published.soon()
                .untilAsserted(() -> assertThat(admin.get(base + "/link?path=a&method=GET&seconds=60")
                                .status())
                        .isEqualTo(200));
    }

    @AfterAll
    void stopThem() {
        node.close();
        server.close();
        one.boss().delete("/api/v1/tenants/" + tenant.slug() + "?mode=hard").expect(204);
    }

    @Test
    void objects_lie_on_the_server_and_calls_are_refused_while_it_is_down() throws IOException {
        put("docs/a.txt", "hello").expect(200);
        assertThat(admin.get(base + "/object?path=docs/a.txt").expect(200).at("/text"))
                .isEqualTo("hello");
        assertThat(admin.get(base + "/objects?prefix=docs/").expect(200).at("/items/0/path"))
                .isEqualTo("docs/a.txt");
        String link = admin.get(base + "/link?path=docs/b.bin&method=PUT&seconds=60")
                .expect(200)
                .at("/link");
        node.http()
                .send(
                        "PUT",
                        link.substring(link.indexOf("/t/")),
                        "application/octet-stream",
                        BodyPublishers.ofByteArray(new byte[2_000_000]))
                .expect(200);
        assertThat(admin.get("/api/v1/storage").expect(200).json().path("bytes").asLong())
                .isEqualTo(2_000_005);

        server.kill();
        Answer refused = put("docs/c.txt", "no").refused(503, "unavailable");
        assertThat(refused.header("Retry-After")).isEqualTo("5");
        Published.soon().untilAsserted(() -> assertThat(health()).isFalse());
        server.restart();
        Published.soon().untilAsserted(() -> assertThat(health()).isTrue());
        admin.get(base + "/objects?prefix=").expect(200);
        put("docs/c.txt", "yes").expect(200);
        assertThat(node.logs().everything()).doesNotContain(S3Server.SECRET_KEY);
    }

    private boolean health() {
        return node.http()
                .as(one.token(one.credentials().superAdmin()))
                .get("/health")
                .json()
                .at("/checks/storage/healthy")
                .asBoolean();
    }

    private Answer put(String path, String text) {
        return admin.post(base + "/object?path=" + path, Map.of("text", text, "type", "text/plain"));
    }
}
