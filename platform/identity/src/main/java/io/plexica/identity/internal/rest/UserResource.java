package io.plexica.identity.internal.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.plexica.api.rest.Answers;
import io.plexica.api.rest.Page;
import io.plexica.api.rest.PageQuery;
import io.plexica.api.rest.PlexicaResource;
import io.plexica.api.security.RequiresPermission;
import io.plexica.identity.internal.Home;
import io.plexica.identity.internal.users.Person;
import io.plexica.spi.web.Here;
import io.plexica.spi.web.IfMatch;
import java.util.List;
import java.util.UUID;
import javax.ws.rs.BeanParam;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.PATCH;
import javax.ws.rs.POST;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The users of the caller's tenant. */
@Component(service = UserResource.class)
@PlexicaResource
@Path("/users")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RequiresPermission(UserResource.WRITE)
public final class UserResource {

    static final String READ = "core:users:read";
    static final String WRITE = "core:users:write";

    private final UserService users;

    @Activate
    public UserResource(@Reference UserService users) {
        this.users = users;
    }

    /** A page of the users, of one status or with one role if wanted. */
    @GET
    @RequiresPermission(READ)
    public Page<UserView> list(
            @QueryParam("status") @Nullable String status,
            @QueryParam("role") @Nullable String role,
            @BeanParam PageQuery paging) {
        return users.list(Here.tenant().slug(), status, role, paging);
    }

    /** Creates a user, with a password or with an invitation. */
    @POST
    @Answers(value = UserView.class, status = 201)
    public Response create(UserBodies.@Nullable Create body) {
        String slug = Here.tenant().slug();
        return created(slug, users.create(slug, UserBodies.given(body).person(true)));
    }

    /** Invites somebody by mail; who has not accepted yet gets another invitation. */
    @POST
    @Path("/invite")
    @Answers(value = UserView.class, status = 201)
    public Response invite(UserBodies.@Nullable Invite body) {
        String slug = Here.tenant().slug();
        UserBodies.Invite wanted = UserBodies.given(body);
        return created(slug, users.invite(slug, wanted.person(), wanted.roles() != null, wanted.workspaceId()));
    }

    /** One user. */
    @GET
    @Path("/{id}")
    @RequiresPermission(READ)
    @Answers(UserView.class)
    public Response get(@PathParam("id") UUID id) {
        String slug = Here.tenant().slug();
        return answer(slug, users.get(slug, id));
    }

    /** Gives a user an address and names. */
    @PUT
    @Path("/{id}")
    @Answers(UserView.class)
    public Response replace(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            UserBodies.@Nullable ProfileBody body) {
        String slug = Here.tenant().slug();
        UserBodies.ProfileBody wanted = UserBodies.given(body);
        return answer(
                slug,
                users.people()
                        .edit(
                                new Home(slug),
                                id,
                                IfMatch.of(ifMatch),
                                present -> wanted.onto(users.view(slug, present))));
    }

    /** Changes address or names. */
    @PATCH
    @Path("/{id}")
    @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
    @Answers(UserView.class)
    public Response edit(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Nullable JsonNode patch) {
        String slug = Here.tenant().slug();
        ProfilePatch change = ProfilePatch.of(patch);
        return answer(
                slug,
                users.people()
                        .edit(new Home(slug), id, IfMatch.of(ifMatch), present -> change.onto(present.profile())));
    }

    /** Removes a user for good. */
    @DELETE
    @Path("/{id}")
    public void delete(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        users.people().remove(new Home(Here.tenant().slug()), id, IfMatch.of(ifMatch));
    }

    /** Shuts a user out at once. */
    @POST
    @Path("/{id}/suspend")
    @Consumes(MediaType.WILDCARD)
    @Answers(UserView.class)
    public Response suspend(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        String slug = Here.tenant().slug();
        return answer(slug, users.people().suspend(new Home(slug), id, IfMatch.of(ifMatch)));
    }

    /** Lets a user in again. */
    @POST
    @Path("/{id}/activate")
    @Consumes(MediaType.WILDCARD)
    @Answers(UserView.class)
    public Response activate(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        String slug = Here.tenant().slug();
        return answer(slug, users.people().activate(new Home(slug), id, IfMatch.of(ifMatch)));
    }

    /** Sends a user a link to set another password; to who has not accepted yet, the invitation again. */
    @POST
    @Path("/{id}/reset-password")
    @Answers(UserView.class)
    public Response resetPassword(@PathParam("id") UUID id, UserBodies.@Nullable SendLink body) {
        String slug = Here.tenant().slug();
        String language = body == null ? null : body.checked().language();
        return answer(slug, users.people().sendLink(new Home(slug), id, language));
    }

    /** The roles that a user holds. */
    @GET
    @Path("/{id}/roles")
    @RequiresPermission(READ)
    @Answers(RolesView.class)
    public Response roles(@PathParam("id") UUID id) {
        String slug = Here.tenant().slug();
        Person person = users.get(slug, id);
        return tagged(Response.ok(new RolesView(users.roles(slug, id))), person);
    }

    /** Gives a user exactly these roles. */
    @PUT
    @Path("/{id}/roles")
    @Answers(RolesView.class)
    public Response assign(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            UserBodies.@Nullable Roles body) {
        String slug = Here.tenant().slug();
        Person person = users.people()
                .assignRoles(
                        slug, id, IfMatch.of(ifMatch), UserBodies.given(body).names());
        return tagged(Response.ok(new RolesView(users.roles(slug, id))), person);
    }

    /** {@code GET /users/{id}/roles} */
    public record RolesView(List<String> roles) {}

    private Response created(String slug, Person person) {
        return tagged(
                Response.status(Response.Status.CREATED)
                        .header(HttpHeaders.LOCATION, "/api/v1/users/" + person.id())
                        .entity(users.view(slug, person)),
                person);
    }

    private Response answer(String slug, Person person) {
        return tagged(Response.ok(users.view(slug, person)), person);
    }

    private static Response tagged(Response.ResponseBuilder response, Person person) {
        return response.header(HttpHeaders.ETAG, IfMatch.tag(person.version())).build();
    }
}
