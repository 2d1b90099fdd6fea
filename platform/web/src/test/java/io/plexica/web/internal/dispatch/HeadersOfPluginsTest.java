package io.plexica.web.internal.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.plexica.api.security.PublicEndpoint;
import io.plexica.spi.plugins.PluginRef;
import io.plexica.spi.tenancy.TenantStatus;
import io.plexica.web.internal.support.Http.Answer;
import io.plexica.web.internal.support.Site;
import java.util.Map;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.container.AsyncResponse;
import javax.ws.rs.container.Suspended;
import javax.ws.rs.core.NewCookie;
import javax.ws.rs.core.Response;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeadersOfPluginsTest {

    @Path("/")
    @Produces("application/json")
    public static class Loud {

        @GET
        @Path("at-once")
        @PublicEndpoint
        public Response atOnce() {
            return answer().build();
        }

        @GET
        @Path("typed")
        @PublicEndpoint
        public Response typed() {
            return answer().type("application/json").build();
        }

        @GET
        @Path("later")
        @PublicEndpoint
        public void later(@Suspended AsyncResponse response) {
            response.resume(answer().build());
        }

        private static Response.ResponseBuilder answer() {
            return Response.ok(Map.of("a", 1))
                    .header("X-Trace-Id", "mine")
                    .header("Access-Control-Allow-Origin", "*")
                    .header("content-security-policy", "default-src *")
                    .header("Strict-Transport-Security", "max-age=0")
                    .header("Cache-Control", "max-age=5")
                    .header("X-Pages", "7")
                    .header("Vary", "Accept-Language")
                    .cookie(new NewCookie("session", "stolen"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"at-once", "typed", "later"})
    void a_plugin_does_not_speak_for_the_platform(String path) throws Exception {
        try (Site site = new Site()) {
            PluginRef plugin = new PluginRef("loud", "1.0.0");
            site.plugin(plugin, new Loud());
            site.rooms.user(site.rooms.tenant("acme", TenantStatus.ACTIVE), "ann", "member");
            site.rooms.install("acme", plugin, true);

            Answer answer = site.http
                    .get("/api/plugins/loud/" + path)
                    .header("Origin", "https://stranger.example")
                    .as("ann")
                    .send();

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.response().headers().allValues("X-Trace-Id"))
                    .hasSize(1)
                    .doesNotContain("mine");
            assertThat(answer.header("Content-Security-Policy")).startsWith("default-src 'none'");
            assertThat(answer.response().headers().map())
                    .doesNotContainKeys("Access-Control-Allow-Origin", "Strict-Transport-Security", "Set-Cookie");
            assertThat(answer.header("Cache-Control")).isEqualTo("max-age=5");
            assertThat(answer.header("X-Pages")).isEqualTo("7");
            assertThat(answer.response().headers().allValues("Vary")).contains("Origin", "Accept-Language");
        }
    }
}
