package io.plexica.web.internal.support;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.api.rest.PageQuery;
import io.plexica.api.security.Authenticated;
import io.plexica.api.security.PublicEndpoint;
import io.plexica.spi.plugins.PluginRef;
import io.plexica.spi.tenancy.TenantStatus;
import java.io.InputStream;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.persistence.OptimisticLockException;
import javax.persistence.PersistenceException;
import javax.validation.Valid;
import javax.validation.constraints.Min;
import javax.validation.constraints.NotBlank;
import javax.validation.constraints.Size;
import javax.ws.rs.BeanParam;
import javax.ws.rs.ClientErrorException;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.FormParam;
import javax.ws.rs.GET;
import javax.ws.rs.PATCH;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** A plugin whose methods take and throw all kinds of things. */
public final class NotesResources {

    private NotesResources() {}

    /** A site where ann may call them. */
    public static Site open() throws Exception {
        Site site = new Site();
        PluginRef notes = new PluginRef("notes", "1.0.0");
        site.plugin(notes, new Notes());
        site.rooms.user(site.rooms.tenant("acme", TenantStatus.ACTIVE), "ann", "member");
        site.rooms.install("acme", notes, true);
        return site;
    }

    public record Line(@NotBlank String text) {}

    public record Note(
            @NotBlank @Size(max = 10) String title,
            @Min(1) int stars,
            @Valid List<Line> lines) {}

    public enum Colour {
        RED,
        GREEN
    }

    @Path("notes")
    @Produces(MediaType.APPLICATION_JSON)
    @Consumes(MediaType.APPLICATION_JSON)
    @Authenticated
    public static class Notes {

        @POST
        public Note create(@Valid Note note) {
            return note;
        }

        @POST
        @Path("optional")
        public Map<String, Object> optional(@Nullable Map<String, Object> options) {
            return options == null ? Map.of("given", false) : options;
        }

        @PATCH
        @Path("patch")
        public Map<String, Object> patch(Map<String, Object> patch) {
            return patch;
        }

        @PATCH
        @Path("merge-patch")
        @Consumes("application/merge-patch+json")
        public Map<String, Object> mergePatch(Map<String, Object> patch) {
            return patch;
        }

        @GET
        @Path("list")
        public Map<String, Object> list(
                @BeanParam PageQuery query,
                @QueryParam("colour") Colour colour,
                @QueryParam("count") int count,
                @QueryParam("tag") List<String> tags,
                @QueryParam("limit") @Min(3) Integer limit) {
            return Map.of("page", query.validated().page());
        }

        @GET
        @Path("switch")
        public String bare(@QueryParam("bare") boolean bare) {
            return String.valueOf(bare);
        }

        @GET
        @Path("by-id/{id}")
        public Map<String, Object> one(@PathParam("id") UUID id) {
            return Map.of("id", id);
        }

        @DELETE
        @Path("by-id/{id}")
        public void delete(@PathParam("id") UUID id) {}

        @GET
        @Path("plain")
        public Response plain() {
            return Response.status(404).build();
        }

        @GET
        @Path("fail/{how}")
        public String fail(@PathParam("how") String how) throws Exception {
            throw switch (how) {
                case "coded" ->
                    new PlexicaException(ErrorCode.CONFLICT, "taken: it is taken").with("tenants", List.of(1));
                case "runtime" -> new IllegalStateException("secret detail");
                case "checked" -> new java.io.IOException("secret detail");
                case "stale" -> new OptimisticLockException("secret detail");
                case "duplicate" -> new PersistenceException(new SQLException("secret detail", "23505"));
                case "foreign" -> new PersistenceException(new SQLException("secret detail", "08001"));
                case "gone" -> new PersistenceException(new SQLException("secret detail", "08006"));
                case "web" -> new ClientErrorException("Too many cooks", 409);
                case "later" -> new PlexicaException(ErrorCode.UNAVAILABLE, "later").with("retryAfter", 7);
                default -> throw new NoClassDefFoundError("secret/detail");
            };
        }

        @GET
        @Path("unsaid")
        @Produces(MediaType.WILDCARD)
        public Object unsaid(@QueryParam("raw") boolean raw) {
            return raw ? "text" : Map.of("a", 1);
        }

        @GET
        @Path("unwritable")
        public Object unwritable() {
            return new Unwritable();
        }

        @POST
        @Path("upload")
        @Consumes("*/*")
        public Map<String, Object> upload(byte[] body) {
            return Map.of("size", body.length);
        }

        @POST
        @Path("unread")
        @Consumes("*/*")
        public void unread(InputStream body) {
            throw PlexicaException.notFound("Nobody looks at what is sent here");
        }

        @POST
        @Path("archive")
        @Consumes("application/java-archive")
        public Map<String, Object> archive(byte[] body) {
            return Map.of("size", body.length);
        }

        @POST
        @Path("form")
        @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
        public Map<String, String> form(String body) {
            return Map.of("body", body);
        }

        @POST
        @Path("field")
        @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
        public Map<String, String> field(@FormParam("logout_token") @Nullable String token) {
            return Map.of("token", String.valueOf(token));
        }

        @GET
        @Path("welcome")
        @PublicEndpoint
        public Map<String, String> welcome() {
            return Map.of("hello", "world");
        }
    }

    public static final class Unwritable {

        public String getValue() {
            throw new IllegalStateException("secret detail");
        }
    }
}
