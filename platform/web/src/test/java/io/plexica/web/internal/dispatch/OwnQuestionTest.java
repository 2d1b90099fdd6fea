package io.plexica.web.internal.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plexica.api.problem.PlexicaException;
import io.plexica.api.rest.PlexicaResource;
import io.plexica.api.security.RequiresPermission;
import io.plexica.spi.plugins.PluginRef;
import io.plexica.spi.web.PluginServers.PluginServer;
import io.plexica.web.internal.support.Site;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import javax.ws.rs.GET;
import javax.ws.rs.NotFoundException;
import javax.ws.rs.Path;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Response;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What the platform itself asks of a version, past guards and routes. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class OwnQuestionTest {

    private static Site site;
    private static PluginServer server;

    @BeforeAll
    static void open() throws Exception {
        site = new Site();
        server = site.plugin(new PluginRef("notes", "1.0.0"), new Health());
    }

    @AfterAll
    static void close() throws Exception {
        site.close();
    }

    @Test
    void the_method_under_the_path_answers() throws Exception {
        assertThat(server.ask("/health")).isEqualTo(200);
        assertThat(server.ask("/health/nothing")).isEqualTo(204);
        assertThat(server.ask("/health/sick")).isEqualTo(503);
        assertThat(server.ask("/health/later")).isEqualTo(200);
        assertThat(server.ask("/health/away")).isEqualTo(404);
        assertThat(server.ask("/elsewhere")).isEqualTo(404);
    }

    @Test
    void failures_reach_whoever_asks() {
        assertThatThrownBy(() -> server.ask("/health/broken"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("broken");
        assertThatThrownBy(() -> server.ask("/health/refused")).isInstanceOf(PlexicaException.class);
        assertThatThrownBy(() -> server.ask("/health/curious")).hasMessageContaining("takes parameters");
    }

    @Test
    void what_nobody_could_answer_is_known_before_anything_runs() {
        assertThat(site.plugins.unanswered("/health", List.of(Health.class))).isNull();
        assertThat(site.plugins.unanswered("/health/nothing", List.of(Health.class)))
                .isNull();
        assertThat(site.plugins.unanswered("/helth", List.of(Health.class)))
                .isEqualTo("no GET method answers at '/helth'");
        assertThat(site.plugins.unanswered("/health", List.of())).isEqualTo("no GET method answers at '/health'");
        assertThat(site.plugins.unanswered("/health/curious", List.of(Health.class)))
                .endsWith("OwnQuestionTest$Health.curious takes parameters, which nobody can give where the platform"
                        + " itself asks");
    }

    @Test
    void a_server_that_is_closed_is_not_there() throws Exception {
        PluginServer gone = site.plugin(new PluginRef("gone", "1.0.0"), new Health());
        gone.drainAndClose(Duration.ofSeconds(5));
        assertThat(gone.ask("/health")).isEqualTo(503);
    }

    @PlexicaResource
    @Path("health")
    @RequiresPermission("core:plugins:read")
    public static final class Health {

        @GET
        public Map<String, String> well() {
            return Map.of("status", "UP");
        }

        @GET
        @Path("nothing")
        public void nothing() {}

        @GET
        @Path("sick")
        public Response sick() {
            return Response.status(503).build();
        }

        @GET
        @Path("later")
        public CompletionStage<String> later() {
            return CompletableFuture.completedFuture("well");
        }

        @GET
        @Path("away")
        public String away() {
            throw new NotFoundException();
        }

        @GET
        @Path("broken")
        public String broken() {
            throw new IllegalArgumentException("broken");
        }

        @GET
        @Path("refused")
        public String refused() {
            throw PlexicaException.conflict("no", "not now");
        }

        @GET
        @Path("curious")
        public String curious(@QueryParam("why") String why) {
            return why;
        }
    }
}
