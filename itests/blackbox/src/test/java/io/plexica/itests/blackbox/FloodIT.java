package io.plexica.itests.blackbox;

import static io.plexica.itests.blackbox.Published.soon;
import static org.assertj.core.api.Assertions.assertThat;

import io.plexica.itests.support.Answer;
import io.plexica.itests.support.Http;
import io.plexica.itests.support.Platform;
import io.plexica.itests.support.PluginJar;
import io.plexica.itests.support.TestTenant;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Plugins that write to the log, or past it, without end. */
@BlackBox
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FloodIT {

    /** What is saved up, and a machine that takes its time; an unbounded flood is hundreds of times as much. */
    private static final long FAR_LESS_THAN_A_FLOOD = 16 << 20;

    private static final String LOUD = """
            package {{package}};

            import io.plexica.api.rest.PlexicaResource;
            import io.plexica.api.security.Authenticated;
            import java.util.List;
            import javax.ws.rs.*;
            import org.osgi.service.component.annotations.Component;
            import org.slf4j.Logger;
            import org.slf4j.LoggerFactory;

            @Component(service = Loud.class) @PlexicaResource @Path("/") @Produces("application/json") @Authenticated
            public class Loud {
                private static final Logger LOG = LoggerFactory.getLogger(Loud.class);
                private static final String WORDS = "many words ".repeat(200);

                @GET @Path("{how}")
                public List<Long> speak(@PathParam("how") String how, @QueryParam("lines") long lines) {
                    for (long line = 0; line < lines; line++) {
                        if (how.equals("logs")) { LOG.info("{} {{id}} {}", line, WORDS); }
                        else if (how.equals("prints")) { System.out.println(line + " {{id}} " + WORDS); }
                        else { new IllegalStateException("{{id}} " + WORDS).printStackTrace(); }
                    }
                    return List.of(lines);
                }
            }
            """;

    private final Platform platform;
    private TestTenant tenant;

    FloodIT(Platform platform) {
        this.platform = platform;
    }

    @BeforeAll
    void createATenant() {
        tenant = TestTenant.create(platform);
    }

    @ParameterizedTest
    @CsvSource({"logs,40000", "prints,40000", "prints-traces,2000"})
    void a_flood_is_dropped_and_told_of_and_neighbours_answer_meanwhile(String how, int lines) {
        String loud = publish();
        long before = size(platform.home().resolve("log"));

        CompletableFuture<Answer> flood =
                tenant.client(platform).getLater(BadPlugin.path(loud, how + "?lines=" + lines));
        neighbourAnswers();
        flood.join().expect(200);
        neighbourAnswers();

        assertThat(size(platform.home().resolve("log")) - before).isLessThan(FAR_LESS_THAN_A_FLOOD);
        assertThat(platform.logs().everything()).contains(loud + " many words");
        assertThat(dropped(platform.boss(), loud)).isGreaterThan(lines / 2);
        soon().untilAsserted(() -> assertThat(health(loud)).startsWith("logs too much: "));
        assertThat(platform.logs().lines())
                .filteredOn(line -> line.contains(loud + "@1.0.0 logs or prints more than it may"))
                .hasSizeBetween(1, 10);
        assertThat(platform.shell()
                        .json("plugin:top " + loud)
                        .at("/0/versions/0/droppedLines")
                        .asLong())
                .isGreaterThan(lines / 2);
    }

    @Test
    void a_plugin_that_says_little_is_heard_in_full() {
        String quiet = publish();

        tenant.client(platform).get(BadPlugin.path(quiet, "logs?lines=50")).expect(200);

        assertThat(platform.logs().lines())
                .filteredOn(line -> line.contains(quiet + " many words"))
                .hasSize(50);
        assertThat(dropped(platform.boss(), quiet)).isZero();
        soon().untilAsserted(() -> assertThat(health(quiet)).isEqualTo("UP"));
    }

    private String publish() {
        String id = Published.freshId();
        Published.upload(platform, PluginJar.of(id, "1.0.0").source("Loud", LOUD));
        Published.install(platform, tenant, id);
        return id;
    }

    private void neighbourAnswers() {
        Answer answer =
                platform.as("acme", "viewer").get("/api/plugins/crm/contacts").expect(200);
        assertThat(answer.took()).isLessThan(Duration.ofSeconds(5));
    }

    private static long dropped(Http client, String plugin) {
        return BadPlugin.stats(client, plugin).at("/versions/0/droppedLines").asLong();
    }

    private String health(String plugin) {
        return platform.boss()
                .get("/health")
                .expect(200)
                .json()
                .at("/checks/plugins/details")
                .path(plugin + "@1.0.0")
                .asText();
    }

    private static long size(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
