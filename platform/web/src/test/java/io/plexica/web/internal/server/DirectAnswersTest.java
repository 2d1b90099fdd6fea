package io.plexica.web.internal.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.plexica.api.security.PublicEndpoint;
import io.plexica.web.internal.support.Http.Answer;
import io.plexica.web.internal.support.Site;
import java.util.Map;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.junit.jupiter.api.Test;

class DirectAnswersTest {

    @Path("many")
    @Produces(MediaType.APPLICATION_JSON)
    public static class Many {

        @GET
        @PublicEndpoint
        public Response many() {
            return Response.ok(Map.of("a", 1))
                    .header("Link", "<one>")
                    .header("Link", "<two>")
                    .header("Cache-Control", "max-age=5")
                    .build();
        }
    }

    @Test
    void every_value_of_a_header_gets_out() throws Exception {
        try (Site site = new Site()) {
            site.platform(new Many());

            Answer answer = site.http.get("/api/v1/many").send();

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.response().headers().allValues("Link")).containsExactly("<one>", "<two>");
            assertThat(answer.response().headers().allValues("Cache-Control")).containsExactly("max-age=5");
        }
    }
}
