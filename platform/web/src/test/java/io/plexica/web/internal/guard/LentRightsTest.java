package io.plexica.web.internal.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.plexica.api.security.RequiresPermission;
import io.plexica.spi.plugins.PluginRef;
import io.plexica.spi.tenancy.TenantStatus;
import io.plexica.spi.web.WithinWorkspace;
import io.plexica.web.internal.support.FakeGrants;
import io.plexica.web.internal.support.Http.Answer;
import io.plexica.web.internal.support.Site;
import java.util.Set;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a team lends in one workspace is good for reading what belongs to the tenant, and for no change of it. */
class LentRightsTest {

    private static Site site;

    @Path("books")
    @Produces("text/plain")
    public static class Books {

        @GET
        @RequiresPermission("core:books:write")
        public String read() {
            return "read";
        }

        @POST
        @RequiresPermission("core:books:write")
        public String write() {
            return "written";
        }

        @POST
        @Path("any")
        @RequiresPermission({"core:books:write", "core:shelves:write"})
        public String writeAny() {
            return "written";
        }

        @DELETE
        @RequiresPermission("core:books:write")
        @WithinWorkspace
        public String tearPage() {
            return "torn";
        }
    }

    @Path("deals")
    @Produces("text/plain")
    public static class Deals {

        @POST
        @RequiresPermission("crm:deals:write")
        public String write() {
            return "written";
        }
    }

    @BeforeAll
    static void open() throws Exception {
        site = new Site();
        PluginRef crm = new PluginRef("crm", "1.0.0");
        site.plugin(crm, new Deals());
        site.platform(new Books());
        site.rooms.user(site.rooms.tenant("acme", TenantStatus.ACTIVE), "ann", "member");
        site.rooms.install("acme", crm, true);
    }

    @AfterAll
    static void close() throws Exception {
        site.close();
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource({
        "GET,    /api/v1/books,          read",
        "POST,   /api/v1/books,          403 permission-denied",
        "POST,   /api/v1/books/any,      403 permission-denied",
        "DELETE, /api/v1/books,          torn",
        "POST,   /api/plugins/crm/deals, written",
    })
    void lent_rights_change_nothing_of_the_tenant_as_a_whole(String method, String path, String expected)
            throws Exception {
        give(Set.of("core:books:write", "crm:deals:write"));

        assertThat(told(call(method, path))).isEqualTo(expected);
    }

    @Test
    void what_is_held_in_the_whole_tenant_too_is_not_merely_lent() throws Exception {
        give(Set.of());

        assertThat(told(call("POST", "/api/v1/books"))).isEqualTo("written");
    }

    @Test
    void a_refusal_says_that_the_right_is_only_lent() throws Exception {
        give(Set.of("core:books:write"));

        assertThat(call("POST", "/api/v1/books").json().path("detail").asText()).contains("a team lends it to you");
    }

    private static Answer call(String method, String path) throws Exception {
        return site.http.call(method, path).as("ann").send();
    }

    private static void give(Set<String> lent) {
        Set<String> keys = Set.of("core:books:write", "crm:deals:write");
        site.rooms.rights.give(
                site.rooms.principal("ann").id(), new FakeGrants(Set.of("member"), keys, Set.of(), Set.of(), lent));
    }

    private static String told(Answer answer) {
        return answer.status() == 200 ? answer.text() : answer.code();
    }
}
