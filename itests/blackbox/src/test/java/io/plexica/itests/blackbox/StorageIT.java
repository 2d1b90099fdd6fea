package io.plexica.itests.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.plexica.itests.support.Answer;
import io.plexica.itests.support.Http;
import io.plexica.itests.support.Platform;
import io.plexica.itests.support.TestTenant;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@BlackBox
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StorageIT {

    private final Platform platform;
    private final String id = Published.freshId();
    private final String base = "/api/plugins/" + id;
    private TestTenant tenant;
    private Http admin;

    StorageIT(Platform platform) {
        this.platform = platform;
    }

    @BeforeAll
    void createATenantWithAPluginThatKeepsObjects() {
        Published.upload(platform, Box.version(id));
        tenant = TestTenant.create(platform);
        admin = tenant.client(platform);
        Published.install(platform, tenant, id);
    }

    @Test
    void objects_are_kept_listed_and_removed() {
        Answer written = put(admin, "docs/é 1.txt", "hello").expect(200);
        assertThat(written.at("/sha256")).startsWith("2cf24dba5fb0a30e");
        put(admin, "docs/2.txt", "two").expect(200);
        put(admin, "docs/3.txt", "three").expect(200);

        Answer read = admin.get(base + "/object?path=docs/%C3%A9%201.txt").expect(200);
        assertThat(read.at("/text")).isEqualTo("hello");
        assertThat(read.at("/by")).isEqualTo("box");
        Answer first = admin.get(base + "/objects?prefix=docs/").expect(200);
        assertThat(first.at("/items/0/path")).isEqualTo("docs/2.txt");
        assertThat(first.at("/next")).isEqualTo("docs/3.txt");
        Answer second =
                admin.get(base + "/objects?prefix=docs/&after=docs/3.txt").expect(200);
        assertThat(second.at("/items/0/path")).isEqualTo("docs/é 1.txt");
        assertThat(second.json().path("next").isNull()
                        || second.json().path("next").isMissingNode())
                .isTrue();
        admin.delete(base + "/object?path=docs/2.txt").expect(204);
        admin.get(base + "/object?path=docs/2.txt").refused(404, "not-found");
    }

    @Test
    void another_tenant_and_another_plugin_have_others() {
        put(admin, "mine.txt", "mine").expect(200);
        TestTenant other = TestTenant.create(platform);
        Published.install(platform, other, id);
        String second = Published.freshId();
        Published.upload(platform, Box.version(second));
        Published.install(platform, tenant, second);

        other.client(platform).get(base + "/object?path=mine.txt").refused(404, "not-found");
        admin.get("/api/plugins/" + second + "/object?path=mine.txt").refused(404, "not-found");
        for (String path : new String[] {
            "../" + id + "/mine.txt",
            "../../tenant-" + tenant.slug() + "/" + id + "/mine.txt",
            "a/../mine.txt",
            "a%5Cb",
            "/a",
            "a%0Ab"
        }) {
            other.client(platform).get(base + "/object?path=" + path).refused(400, "validation-failed");
        }
        assertThat(admin.get(base + "/object?path=mine.txt").expect(200).at("/text"))
                .isEqualTo("mine");
    }

    @Test
    void a_link_downloads_an_attachment_that_no_browser_runs() {
        put(admin, "page.html", "<script>alert(1)</script>").expect(200);
        String link = link("page.html", "GET", 60);

        Answer page = platform.http().get(link).expect(200);

        assertThat(page.text()).isEqualTo("<script>alert(1)</script>");
        assertThat(page.header("Content-Disposition")).startsWith("attachment; filename=\"page.html\"");
        assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(page.headers().allValues("Content-Security-Policy"))
                .anySatisfy(policy -> assertThat(policy).contains("sandbox", "default-src 'none'"));
        assertThat(page.header("Content-Length")).isEqualTo("25");
        platform.http().get(link.replace("page.html", "mine.txt")).refused(404, "not-found");
        platform.http().get(link.replace("expires=", "expires=9")).refused(404, "not-found");
        platform.http().get(link.replace(tenant.slug(), "acme")).refused(404, "not-found");
        platform.http().get(link.replaceFirst("&signature.*", "")).refused(404, "not-found");
        send(link, BodyPublishers.ofString("no")).refused(404, "not-found");
        admin.get(base + "/link?path=page.html&method=GET&seconds=0").refused(400, "validation-failed");
    }

    @Test
    void a_download_goes_on_where_it_was_broken_off() {
        put(admin, "parts.txt", "0123456789").expect(200);
        String link = link("parts.txt", "GET", 60);
        Answer whole = platform.http().get(link).expect(200);
        assertThat(whole.header("Accept-Ranges")).isEqualTo("bytes");
        Answer described = platform.http()
                .send("HEAD", link, null, BodyPublishers.noBody())
                .expect(200);
        assertThat(described.header("Content-Length")).isEqualTo("10");

        Answer rest = platform.http()
                .with("Range", "bytes=4-")
                .with("If-Range", whole.header("ETag"))
                .get(link)
                .expect(206);
        assertThat(rest.text()).isEqualTo("456789");
        assertThat(rest.header("Content-Range")).isEqualTo("bytes 4-9/10");
        assertThat(rest.header("Content-Disposition")).startsWith("attachment");
        assertThat(platform.http()
                        .with("Range", "bytes=-2")
                        .get(link)
                        .expect(206)
                        .text())
                .isEqualTo("89");
        platform.http().with("Range", "bytes=10-").get(link).expect(200);
        Answer known = platform.http()
                .with("If-None-Match", whole.header("ETag"))
                .get(link)
                .expect(304);
        assertThat(known.text()).isEmpty();
        assertThat(platform.http()
                        .with("Range", "bytes=4-")
                        .with("If-Range", "\"another\"")
                        .get(link)
                        .expect(200)
                        .text())
                .isEqualTo("0123456789");
    }

    @Test
    void a_link_uploads_one_object_and_ends_with_the_plugin() {
        String link = link("in/large.bin", "PUT", 60);

        Answer uploaded =
                send(link, BodyPublishers.ofByteArray(new byte[3_000_000])).expect(200);
        assertThat(uploaded.json().path("size").asLong()).isEqualTo(3_000_000);
        send(link, BodyPublishers.ofByteArray(new byte[104_857_601])).refused(413, "payload-too-large");
        assertThat(platform.http()
                        .get(link("in/large.bin", "GET", 60))
                        .expect(200)
                        .text())
                .hasSize(3_000_000);
        Answer usage = admin.get("/api/v1/storage").expect(200);
        assertThat(usage.json().path("plugins").path(id).path("bytes").asLong()).isGreaterThanOrEqualTo(3_000_000);
        platform.as("acme", "viewer").get("/api/v1/storage").refused(403, "permission-denied");
        assertThat(platform.shell()
                        .json("storage:usage " + tenant.slug())
                        .at("/bytes")
                        .asLong())
                .isGreaterThanOrEqualTo(3_000_000);
        assertThat(platform.shell().run("storage:list " + tenant.slug() + " " + id))
                .contains("in/large.bin");

        admin.post(tenant.plugin(id) + "/disable").expect(200);
        send(link, BodyPublishers.ofString("no")).refused(404, "not-found");
        admin.post(tenant.plugin(id) + "/enable").expect(200);
    }

    @Test
    void objects_go_with_the_plugins_data_and_with_the_tenant() throws IOException {
        TestTenant gone = TestTenant.create(platform);
        Http client = gone.client(platform);
        Path bucket = platform.home().resolve("data/storage/tenant-" + gone.slug());
        assertThat(bucket).isDirectory();
        Published.install(platform, gone, id);
        put(client, "a.txt", "a").expect(200);

        client.delete(gone.plugin(id)).expect(204);
        assertThat(files(bucket)).isOne();
        client.delete(gone.plugin(id) + "?deleteData=true").expect(204);
        assertThat(files(bucket)).isZero();

        Published.install(platform, gone, id);
        put(client, "a.txt", "a").expect(200);
        platform.boss().delete("/api/v1/tenants/" + gone.slug() + "?mode=hard").expect(204);
        assertThat(bucket).doesNotExist();
    }

    @Test
    void a_tenant_from_before_gets_its_bucket_and_health_tells_of_the_engine() throws IOException {
        TestTenant old = TestTenant.create(platform);
        Published.install(platform, old, id);
        Path bucket = platform.home().resolve("data/storage/tenant-" + old.slug());
        Files.delete(bucket.resolve("objects"));
        Files.delete(bucket.resolve("writing"));
        Files.delete(bucket);

        put(old.client(platform), "a.txt", "a").expect(200);

        assertThat(bucket).isDirectory();
        Answer health = platform.boss().get("/health");
        assertThat(health.json().at("/checks/storage/healthy").asBoolean()).isTrue();
    }

    private Answer put(Http client, String path, String text) {
        return client.post(base + "/object?path=" + encode(path), Map.of("text", text, "type", "text/html"));
    }

    private String link(String path, String method, int seconds) {
        String link = admin.get(base + "/link?path=" + path + "&method=" + method + "&seconds=" + seconds)
                .expect(200)
                .at("/link");
        return link.substring(link.indexOf("/t/"));
    }

    private Answer send(String link, BodyPublisher body) {
        return platform.http().send("PUT", link, "application/octet-stream", body);
    }

    private static String encode(String path) {
        return URLEncoder.encode(path, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static long files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).count();
        }
    }
}
