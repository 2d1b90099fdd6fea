package io.plexica.web.internal.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.plexica.api.rest.Answers;
import io.plexica.api.rest.Page;
import io.plexica.api.rest.PageQuery;
import io.plexica.api.security.PublicEndpoint;
import io.plexica.api.security.RequiresPermission;
import io.plexica.spi.plugins.PluginRef;
import io.plexica.spi.tenancy.TenantStatus;
import io.plexica.spi.web.SuperAdminOnly;
import io.plexica.web.internal.support.Http.Answer;
import io.plexica.web.internal.support.Site;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.validation.Valid;
import javax.validation.constraints.NotBlank;
import javax.validation.constraints.Size;
import javax.ws.rs.BeanParam;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.UriInfo;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class OpenApiTest {

    private static Site site;

    public enum Stage {
        NEW,
        WON
    }

    public record NewDeal(@NotBlank @Size(max = 255) String title, Stage stage) {}

    public record Deal(
            UUID id, String title, Stage stage, Instant createdAt, Deal parent, Map<String, Integer> marks) {}

    @Path("/deals")
    public static class DealsResource {

        @GET
        @RequiresPermission("crm:deals:read")
        public Page<Deal> listDeals(@BeanParam PageQuery query) {
            return new Page<>(List.of(), 0, 1, 0);
        }

        @POST
        @RequiresPermission("crm:deals:write")
        @Answers(value = Deal.class, status = 201, also = 204)
        public Response create(@HeaderParam("Prefer") String preference, @Valid NewDeal deal, @Context UriInfo uri) {
            return Response.noContent().build();
        }

        @POST
        @Path("of/{owner}/{id}")
        @RequiresPermission("crm:deals:write")
        public void hand(@PathParam("id") UUID id) {}

        @DELETE
        @Path("{id: [0-9a-f]{8}-.*}")
        @RequiresPermission("crm:deals:delete")
        public void delete(@PathParam("id") UUID id) {}
    }

    @Path("welcome")
    public static class WelcomeResource {

        @GET
        @PublicEndpoint
        public Map<String, String> welcome() {
            return Map.of();
        }

        @POST
        @SuperAdminOnly
        public void change() {}
    }

    @BeforeAll
    static void open() throws Exception {
        site = new Site();
        PluginRef crm = new PluginRef("crm", "1.0.0");
        site.rooms.user(site.rooms.tenant("acme", TenantStatus.ACTIVE), "ann", "member");
        site.rooms.user(site.rooms.tenant("globex", TenantStatus.ACTIVE), "gil", "member");
        site.rooms.user(site.rooms.tenant("sleepy", TenantStatus.SUSPENDED), "sue", "member");
        site.plugin(crm, new DealsResource());
        site.platform(new WelcomeResource());
        site.rooms.install("acme", crm, true);
    }

    @AfterAll
    static void close() throws Exception {
        site.close();
    }

    @Test
    void anybody_may_read_about_the_platform_and_nobody_else_about_the_plugins() throws Exception {
        JsonNode document = site.http.get("/api/openapi.json").send().json();
        assertThat(document.path("openapi").asText()).isEqualTo("3.1.0");
        assertThat(document.at("/paths/~1api~1v1~1welcome/get/security").toString())
                .isEqualTo("[]");
        assertThat(document.at("/paths/~1api~1v1~1welcome/post/x-super-admin-only")
                        .asBoolean())
                .isTrue();
        assertThat(document.path("paths")).hasSize(1);
        assertThat(site.http.get("/api/openapi.json").as("gil").send().json().path("paths"))
                .hasSize(1);
        assertThat(site.http.get("/api/openapi.json").as("sue").send().code()).isEqualTo("403 tenant-not-active");
        assertThat(site.http.get("/api/openapi.json").as("bad").send().code()).isEqualTo("401 unauthenticated");
        assertThat(site.http.post("/api/openapi.json", "{}").send().code()).isEqualTo("405 method-not-allowed");
    }

    @Test
    void a_token_adds_the_plugins_of_its_tenant() throws Exception {
        JsonNode document = site.http.get("/api/openapi.json").as("ann").send().json();
        JsonNode list = document.at("/paths/~1api~1plugins~1crm~1deals/get");
        assertThat(list.path("x-required-permissions").toString()).isEqualTo("[\"crm:deals:read\"]");
        assertThat(list.path("parameters").findValuesAsText("name")).contains("page", "size", "sort", "q");
        assertThat(list.at("/responses/200/content/application~1json/schema/$ref")
                        .asText())
                .isEqualTo("#/components/schemas/crm.PageOfDeal");
        assertThat(list.at("/responses/default/$ref").asText()).endsWith("/Problem");
        JsonNode deal = document.at("/components/schemas/crm.Deal/properties");
        assertThat(deal.at("/id/format").asText()).isEqualTo("uuid");
        assertThat(deal.at("/createdAt/format").asText()).isEqualTo("date-time");
        assertThat(deal.at("/stage/enum").toString()).isEqualTo("[\"NEW\",\"WON\"]");
        assertThat(deal.at("/parent/$ref").asText()).endsWith("crm.Deal");
        assertThat(deal.at("/marks/additionalProperties/type").asText()).isEqualTo("integer");
        JsonNode created = document.at("/paths/~1api~1plugins~1crm~1deals/post/responses");
        assertThat(created.at("/201/content/application~1json/schema/$ref").asText())
                .endsWith("crm.Deal");
        assertThat(created.has("202") && created.has("204")).isTrue();
        assertThat(created.has("2XX")).isFalse();
        JsonNode wanted = document.at("/components/schemas/crm.NewDeal");
        assertThat(wanted.at("/properties/title/maxLength").asInt()).isEqualTo(255);
        assertThat(wanted.path("required").toString()).isEqualTo("[\"title\",\"stage\"]");
        JsonNode hand = document.at("/paths/~1api~1plugins~1crm~1deals~1of~1{owner}~1{id}/post/parameters");
        assertThat(hand.findValuesAsText("name")).contains("id", "owner").doesNotHaveDuplicates();
        JsonNode delete = document.at("/paths/~1api~1plugins~1crm~1deals~1{id}/delete");
        assertThat(delete.at("/parameters/0/required").asBoolean()).isTrue();
        assertThat(delete.at("/responses/204").isMissingNode()).isFalse();
    }

    @Test
    void a_program_learns_who_may_call_and_what_can_go_wrong() throws Exception {
        JsonNode document = site.http.get("/api/openapi.json").as("ann").send().json();
        JsonNode create = document.at("/paths/~1api~1plugins~1crm~1deals/post");
        assertThat(create.path("x-plexica-guard").asText()).isEqualTo("permission");
        assertThat(document.at("/paths/~1api~1v1~1welcome/get/x-plexica-guard").asText())
                .isEqualTo("public");
        assertThat(document.at("/paths/~1api~1v1~1welcome/post/x-plexica-guard").asText())
                .isEqualTo("super-admin");
        assertThat(create.path("parameters").findValuesAsText("$ref"))
                .containsExactly(
                        "#/components/parameters/TenantSlug",
                        "#/components/parameters/WorkspaceId",
                        "#/components/parameters/IdempotencyKey");
        assertThat(create.at("/requestBody/required").asBoolean()).isTrue();
        assertThat(create.path("responses").fieldNames())
                .toIterable()
                .contains("400", "401", "403", "404", "409", "412", "413", "415", "504", "default");
        assertThat(document.at("/components/responses/Problem403/description").asText())
                .contains("permission-denied", "workspace-not-member");
        assertThat(document.at("/components/schemas/Problem/properties/code/enum"))
                .hasSize(25);
        assertThat(document.at("/components/schemas/crm.NewDeal/properties/title/example")
                        .asText())
                .isNotEmpty();
    }

    @Test
    void every_reference_leads_somewhere() throws Exception {
        JsonNode document = site.http.get("/api/openapi.json").as("ann").send().json();
        for (String reference : document.findValuesAsText("$ref")) {
            assertThat(document.at(reference.substring(1)).isMissingNode())
                    .as(reference)
                    .isFalse();
        }
    }

    @Test
    void the_page_runs_only_its_own_script() throws Exception {
        Answer page = site.http.get("/api/docs").send();
        String policy = String.valueOf(page.header("Content-Security-Policy"));
        assertThat(policy).startsWith("default-src 'none'").doesNotContain("unsafe");
        String nonce = policy.replaceAll(".*script-src 'nonce-([^']+)'.*", "$1");
        assertThat(page.text()).contains("<script nonce=\"" + nonce + "\">").doesNotContain("http://", "https://");
        assertThat(site.http.get("/api/docs").send().text()).doesNotContain(nonce);
    }
}
