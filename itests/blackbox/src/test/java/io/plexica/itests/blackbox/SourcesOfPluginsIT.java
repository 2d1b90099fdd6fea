package io.plexica.itests.blackbox;

import static io.plexica.itests.blackbox.Published.soon;
import static org.assertj.core.api.Assertions.assertThat;

import io.plexica.itests.support.Answer;
import io.plexica.itests.support.Platform;
import io.plexica.itests.support.Probe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Where plugins come from, and who has signed them; the settings change while the platform runs. */
@BlackBox
class SourcesOfPluginsIT {

    private static final String PLUGINS = "/api/v1/plugins";

    private final Platform platform;
    private final Path settings;

    SourcesOfPluginsIT(Platform platform) {
        this.platform = platform;
        this.settings = platform.home().resolve("etc/io.plexica.plugins.registry.cfg");
    }

    @AfterEach
    void forgetSettings() throws IOException {
        Files.deleteIfExists(settings);
        soon().until(() -> fetch("mvn:com.example/none/1.0.0").at("/detail").contains("PLEXICA_PLUGIN_REPOSITORIES"));
    }

    @Test
    void a_plugin_is_fetched_by_its_coordinate_from_the_configured_repositories_alone() throws IOException {
        String id = Published.freshId();
        Path repository = Published.folder();
        Path place = Files.createDirectories(repository.resolve("com/example/" + id + "/1.0.0"));
        Files.copy(Probe.version(id, "1.0.0").build(Published.folder()), place.resolve(id + "-1.0.0.jar"));
        for (String url : List.of(
                "mvn:http://evil.example!com.example/" + id + "/1.0.0",
                place.resolve(id + "-1.0.0.jar").toUri().toString(),
                "https://evil.example/x.jar",
                "mvn:../../etc/passwd/1")) {
            fetch(url).refused(400, "validation-failed").pointsAt("/url");
        }
        String coordinate = "mvn:com.example/" + id + "/1.0.0";
        assertThat(fetch(coordinate).refused(400, "validation-failed").at("/detail"))
                .contains("PLEXICA_PLUGIN_REPOSITORIES");

        set("repositories = " + repository.toUri());
        soon().until(() -> fetch(coordinate).status() != 400);

        Answer again = fetch(coordinate).expect(200);
        assertThat(again.at("/id")).isEqualTo(id);
        assertThat(again.at("/source")).isEqualTo(coordinate);
        assertThat(fetch("mvn:com.example/" + id + "/2.0.0")
                        .refused(400, "validation-failed")
                        .pointsAt("/url")
                        .at("/detail"))
                .contains("in none of the repositories");
        platform.as("acme", "admin").post(PLUGINS, Map.of("url", coordinate)).refused(403, "permission-denied");
        platform.boss()
                .post(PLUGINS, Map.of())
                .refused(400, "validation-failed")
                .pointsAt("/url");
    }

    @Test
    void where_signatures_are_required_only_signed_plugins_are_taken() throws IOException {
        String id = Published.freshId();
        Path folder = Published.folder();
        Path jar = Probe.version(id, "1.0.0").build(folder);
        String keys = folder.resolve("keys.p12").toString();
        platform.tool(
                "keytool",
                "-genkeypair",
                "-alias",
                "ann",
                "-keyalg",
                "RSA",
                "-dname",
                "CN=Ann",
                "-validity",
                "30",
                "-keystore",
                keys,
                "-storetype",
                "PKCS12",
                "-storepass",
                "password");
        Path trust = folder.resolve("trust.pem");
        platform.tool(
                "keytool",
                "-exportcert",
                "-rfc",
                "-alias",
                "ann",
                "-keystore",
                keys,
                "-storepass",
                "password",
                "-file",
                trust.toString());
        set("repositories = " + folder.toUri() + "\nsignatures = required\ntrust = " + trust);
        soon().until(() -> fetch("mvn:com.example/none/1.0.0").at("/detail").contains("in none of the repositories"));

        Answer refused = platform.boss().upload(jar).refused(422, "plugin-invalid");
        assertThat(refused.json().path("errors").toString()).contains("The jar is not signed");
        platform.tool("jarsigner", "-keystore", keys, "-storepass", "password", jar.toString(), "ann");
        Answer taken = platform.boss().upload(jar).expect(201);

        assertThat(taken.at("/signer")).isEqualTo("CN=Ann");
    }

    private Answer fetch(String url) {
        return platform.boss().post(PLUGINS, Map.of("url", url));
    }

    private void set(String text) throws IOException {
        Files.createDirectories(settings.getParent());
        Path written = Files.writeString(Files.createTempFile(settings.getParent(), "settings", ".tmp"), text + "\n");
        Files.move(written, settings);
    }
}
