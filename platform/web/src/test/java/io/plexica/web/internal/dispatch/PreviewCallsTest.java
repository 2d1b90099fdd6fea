package io.plexica.web.internal.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.plexica.api.rest.PlexicaResource;
import io.plexica.api.security.Authenticated;
import io.plexica.spi.tenancy.TenantStatus;
import io.plexica.spi.web.DryRun;
import io.plexica.web.internal.support.Site;
import java.util.Map;
import javax.ws.rs.DELETE;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.MediaType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Who asks for a preview gets one, or nothing. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PreviewCallsTest {

    private static Site site;

    @BeforeAll
    static void open() throws Exception {
        site = new Site();
        site.rooms.user(site.rooms.tenant("acme", TenantStatus.ACTIVE), "ann", "member");
        site.platform(new Boxes());
    }

    @AfterAll
    static void close() throws Exception {
        site.close();
    }

    @Test
    void methods_that_have_a_preview_get_the_question() throws Exception {
        assertThat(send("POST", "/api/v1/boxes/7/open?dryRun=true")).contains("\"dryRun\":\"true\"");
        assertThat(send("DELETE", "/api/v1/boxes/7?a=b&dryRun=true")).contains("\"dryRun\":\"true\"");
        assertThat(send("DELETE", "/api/v1/boxes/7?dryRun=false")).contains("\"dryRun\":\"false\"");
        assertThat(send("POST", "/api/v1/boxes/7/open")).contains("\"dryRun\":\"no\"");
    }

    @Test
    void an_unclear_question_is_no_order() throws Exception {
        for (String query : new String[] {"dryRun", "dryRun=", "dryRun=yes", "x=1&dryRun=TRUE"}) {
            assertThat(send("DELETE", "/api/v1/boxes/7?" + query))
                    .as(query)
                    .contains("validation-failed", "must be true or false");
        }
    }

    @Test
    void a_question_in_other_letters_is_no_order_and_neither_are_its_conditions() throws Exception {
        for (String query : new String[] {"dryrun=true", "DryRun=false", "x=1&DRYRUN", "%64ryrun=true"}) {
            assertThat(send("DELETE", "/api/v1/boxes/7?" + query))
                    .as(query)
                    .contains("validation-failed", "did you mean");
        }
        assertThat(send("DELETE", "/api/v1/boxes/7?Lid=true")).contains("\"/Lid\"", "did you mean 'lid'?");
        assertThat(send("DELETE", "/api/v1/boxes/7?lid=true&Other=1")).contains("\"dryRun\":\"no\"");
        assertThat(send("POST", "/api/v1/boxes/7/burn?dryrun=true")).contains("\"/dryrun\"", "Nothing was done");
    }

    @Test
    void all_others_are_refused_and_do_nothing() throws Exception {
        for (String call : new String[] {"POST /api/v1/boxes/7/burn", "PUT /api/v1/boxes/7", "POST /api/v1/nowhere"}) {
            String[] parts = call.split(" ");
            assertThat(send(parts[0], parts[1] + "?dryRun=true")).contains("validation-failed", "Nothing was done");
        }
    }

    private static String send(String method, String path) throws Exception {
        return site.http.call(method, path).as("ann").send().text();
    }

    @PlexicaResource
    @Path("boxes/{id}")
    @Produces(MediaType.APPLICATION_JSON)
    @Authenticated
    public static final class Boxes {

        @POST
        @Path("open")
        @DryRun
        public Map<String, String> open(@PathParam("id") String id, @QueryParam("dryRun") String dryRun) {
            return Map.of("dryRun", dryRun == null ? "no" : dryRun);
        }

        @DELETE
        @DryRun
        public Map<String, String> remove(
                @PathParam("id") String id, @QueryParam("dryRun") String dryRun, @QueryParam("lid") String lid) {
            return Map.of("dryRun", dryRun == null ? "no" : dryRun);
        }

        @POST
        @Path("burn")
        public Map<String, String> burn(@PathParam("id") String id) {
            throw new IllegalStateException("burnt");
        }
    }
}
