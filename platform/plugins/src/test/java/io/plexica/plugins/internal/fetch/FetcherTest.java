package io.plexica.plugins.internal.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.itests.rooms.RoomDatabase;
import io.plexica.plugins.internal.archive.Digests;
import io.plexica.plugins.internal.publish.PublicationOutcome;
import io.plexica.plugins.internal.settings.RegistrySettings.Values;
import io.plexica.plugins.internal.testing.PluginJar;
import io.plexica.plugins.internal.testing.TestFramework;
import io.plexica.plugins.internal.testing.TestPlatform;
import io.plexica.plugins.internal.testing.TestRepository;
import io.plexica.plugins.internal.testing.TestSigner;
import io.plexica.plugins.internal.trust.Trust;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FetcherTest {

    private static final String JAR = "com/example/notes/1.0.0/notes-1.0.0.jar";
    private static final String URL = "mvn:com.example/notes/1.0.0";

    @TempDir
    Path folder;

    private final TestFramework framework = new TestFramework();
    private final RoomDatabase database = TestPlatform.newDatabase();
    private final TestRepository repository = new TestRepository();
    private TestPlatform platform;
    private Fetcher fetcher;

    @BeforeEach
    void startPlatform() {
        platform = new TestPlatform(framework, database, folder.resolve("deploy"));
        fetcher = new Fetcher(platform.registrySettings, platform.publisher, Duration.ofSeconds(2));
        use(repository.address());
    }

    @AfterEach
    void stopPlatform() {
        platform.close();
        database.close();
        framework.close();
        repository.close();
    }

    @Test
    void a_jar_is_published_by_its_coordinate() throws IOException {
        byte[] jar = jar("1.0.0");
        repository.put(JAR, jar).put(JAR + ".sha256", (Digests.sha256(jar) + "  notes.jar\n").getBytes());

        PublicationOutcome published = fetcher.publish(URL);

        assertThat(published.changed()).isTrue();
        assertThat(published.version().source()).isEqualTo(URL);
        assertThat(published.version().digest()).isEqualTo(Digests.sha256(jar));
        assertThat(fetcher.publish(URL).changed()).isFalse();
    }

    @Test
    void a_folder_is_a_repository_too_and_the_first_that_has_the_jar_gives_it() throws IOException {
        Path file = folder.resolve("repo").resolve(JAR);
        Files.createDirectories(file.getParent());
        Files.write(file, jar("1.0.0"));
        use(repository.address(), URI.create(folder.resolve("repo").toUri() + "/"));

        assertThat(fetcher.publish(URL).changed()).isTrue();
        assertThat(repository.asked()).containsExactly("/repo/" + JAR);
    }

    @Test
    void of_a_snapshot_the_newest_build_is_taken() throws IOException {
        String place = "com/example/notes/1.0.0-SNAPSHOT/";
        repository
                .put(
                        place + "maven-metadata.xml",
                        ("<metadata><versioning><snapshot><timestamp>20260101.1</timestamp>"
                                        + "<buildNumber>7</buildNumber></snapshot></versioning></metadata>")
                                .getBytes(StandardCharsets.UTF_8))
                .put(place + "notes-1.0.0-20260101.1-7.jar", jar("1.0.0-SNAPSHOT"));

        assertThat(fetcher.publish("mvn:com.example/notes/1.0.0-SNAPSHOT").changed())
                .isTrue();
    }

    @Test
    void without_repositories_nothing_is_fetched_and_the_setting_is_named() {
        use();

        assertThat(refusal(URL).detail()).contains("PLEXICA_PLUGIN_REPOSITORIES");
        assertThat(refusal(repository.address() + JAR).errors().get(0).pointer())
                .isEqualTo("/url");
        assertThat(repository.asked()).isEmpty();
    }

    @Test
    void what_is_nowhere_is_said_at_the_url() {
        PlexicaException refusal = refusal(URL);

        assertThat(refusal.code()).isEqualTo(ErrorCode.VALIDATION_FAILED);
        assertThat(refusal.detail()).startsWith("/url is in none of the repositories: http://localhost:");
    }

    @Test
    void a_repository_that_is_down_silent_or_broken_is_named() {
        repository.failWith(500);
        assertThat(refusal(URL).code()).isEqualTo(ErrorCode.UNAVAILABLE);
        assertThat(refusal(URL).detail()).contains("it answered 500");

        repository.fallSilent();
        assertThat(refusal(URL).detail()).contains("it did not answer within 2 s");

        use(URI.create("http://localhost:1/"));
        assertThat(refusal(URL).code()).isEqualTo(ErrorCode.UNAVAILABLE);
    }

    @Test
    void redirects_are_followed_within_the_host_only() throws IOException {
        repository.put("elsewhere.jar", jar("1.0.0")).redirect(JAR, "/repo/elsewhere.jar");
        assertThat(fetcher.publish(URL).changed()).isTrue();

        repository.redirect(JAR, repository.address("127.0.0.1") + "elsewhere.jar");
        assertThat(refusal(URL).detail()).contains("it redirects to another host, 127.0.0.1");
        repository.redirect(JAR, "/repo/" + JAR);
        assertThat(refusal(URL).detail()).contains("redirects again and again");
        repository.redirect(JAR, "file:///etc/passwd");
        assertThat(refusal(URL).detail()).contains("redirects to another host");
    }

    @Test
    void too_much_is_cut_off() {
        repository.answerWithBytes(60L * 1024 * 1024);

        assertThat(refusal(URL).code()).isEqualTo(ErrorCode.PAYLOAD_TOO_LARGE);
    }

    @Test
    void a_jar_that_is_not_what_the_repository_says_is_refused() throws IOException {
        repository.put(JAR, jar("1.0.0")).put(JAR + ".sha1", "0123".getBytes());

        assertThat(refusal(URL).code()).isEqualTo(ErrorCode.PLUGIN_INVALID);
        assertThat(refusal(URL).detail()).contains("is damaged or was changed: its SHA-1 is ");
        assertThat(database.query("SELECT version FROM core.plugin_versions")).isEmpty();
    }

    @Test
    void where_signatures_are_required_only_signed_jars_are_taken() throws IOException, GeneralSecurityException {
        TestSigner ann = TestSigner.of(folder, "Ann", -1);
        Trust trust = Trust.read(ann.pem());
        Path jar = PluginJar.hello("notes", "1.0.0").in(folder);
        platform.registrySettings.change(new Values(List.of(), true, trust, Duration.ZERO));

        assertThatThrownBy(() -> platform.publisher.publish(jar, "upload"))
                .isInstanceOfSatisfying(PlexicaException.class, e -> {
                    assertThat(e.code()).isEqualTo(ErrorCode.PLUGIN_INVALID);
                    assertThat(e.errors().toString()).contains("The jar is not signed");
                });
        PublicationOutcome signed = platform.publisher.publish(ann.sign(jar), "upload");
        assertThat(signed.version().signer()).isEqualTo("CN=Ann");

        platform.registrySettings.change(new Values(List.of(), false, trust, Duration.ZERO));
        assertThat(platform.publisher
                        .publish(PluginJar.hello("notes", "1.1.0").in(folder), "upload")
                        .version()
                        .signer())
                .isNull();
    }

    private PlexicaException refusal(String url) {
        return catchThrowableOfType(PlexicaException.class, () -> fetcher.publish(url));
    }

    private void use(URI... repositories) {
        platform.registrySettings.change(new Values(List.of(repositories), false, Trust.NOBODY, Duration.ZERO));
    }

    private byte[] jar(String version) throws IOException {
        return Files.readAllBytes(PluginJar.hello("notes", version).in(folder));
    }
}
