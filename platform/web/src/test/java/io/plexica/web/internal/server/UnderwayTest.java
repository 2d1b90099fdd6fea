package io.plexica.web.internal.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.plexica.api.security.Authenticated;
import io.plexica.spi.context.Contexts;
import io.plexica.spi.tenancy.TenantStatus;
import io.plexica.web.internal.support.Site;
import java.util.List;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Calls of the platform's own methods. */
class UnderwayTest {

    private static Site site;

    @Path("/things")
    @Authenticated
    public static class Things {

        @GET
        public List<String> list(
                @QueryParam("status") @Nullable String status, @QueryParam("mode") @DefaultValue("soft") String mode) {
            return List.of(String.valueOf(status), mode);
        }

        @POST
        public String echo(@QueryParam("status") @Nullable String status) {
            return "<" + status + ">";
        }

        /** Fails as a method does whose tables are dropped while it works. */
        @GET
        @Path("/lost")
        public void lose(@QueryParam("tenant") String becomes) {
            site.rooms.tenant(
                    Contexts.require().tenant().slug(),
                    becomes.equals("kept") ? TenantStatus.ACTIVE : TenantStatus.PENDING_DELETION);
            throw new IllegalStateException("no such table");
        }
    }

    @BeforeAll
    static void open() throws Exception {
        site = new Site();
        site.rooms.user(site.rooms.tenant("acme", TenantStatus.ACTIVE), "ann", "member");
        site.rooms.user(site.rooms.tenant("globex", TenantStatus.ACTIVE), "gil", "member");
        site.platform(new Things());
    }

    @AfterAll
    static void close() throws Exception {
        site.close();
    }

    @Test
    void a_filter_with_nothing_behind_it_filters_nothing() throws Exception {
        for (String query : List.of("", "?status=", "?status=&mode=", "?mode=&other=")) {
            assertThat(site.http.get("/api/v1/things" + query).as("ann").send().text())
                    .as(query)
                    .isEqualTo("[\"null\",\"soft\"]");
        }
        assertThat(site.http
                        .get("/api/v1/things?status=&mode=hard")
                        .as("ann")
                        .send()
                        .text())
                .isEqualTo("[\"null\",\"hard\"]");
        assertThat(site.http
                        .get("/api/v1/things?mode=aGFyZA=&status=")
                        .as("ann")
                        .send()
                        .text())
                .isEqualTo("[\"null\",\"aGFyZA=\"]");
        assertThat(site.http.post("/api/v1/things?status=", "").as("ann").send().text())
                .isEqualTo("<>");
    }

    @Test
    void what_says_nothing_of_its_form_is_answered_in_json() throws Exception {
        assertThat(site.http.get("/api/v1/things").as("ann").send().header("Content-Type"))
                .isEqualTo("application/json");
    }

    @Test
    void a_call_whose_tenant_goes_meanwhile_says_so() throws Exception {
        assertThat(site.http
                        .get("/api/v1/things/lost?tenant=kept")
                        .as("gil")
                        .send()
                        .code())
                .isEqualTo("500 internal-error");
        assertThat(site.http
                        .get("/api/v1/things/lost?tenant=gone")
                        .as("gil")
                        .send()
                        .code())
                .isEqualTo("403 tenant-not-active");
    }
}
