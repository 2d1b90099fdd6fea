package io.plexica.identity.internal.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.plexica.api.rest.Answers;
import io.plexica.api.rest.Page;
import io.plexica.api.rest.PageQuery;
import io.plexica.api.rest.PlexicaResource;
import io.plexica.identity.internal.Home;
import io.plexica.identity.internal.users.People;
import io.plexica.identity.internal.users.Person;
import io.plexica.identity.internal.users.PersonCreation;
import io.plexica.identity.internal.users.PersonQuery;
import io.plexica.spi.data.Database;
import io.plexica.spi.web.IfMatch;
import io.plexica.spi.web.SuperAdminOnly;
import java.util.UUID;
import javax.ws.rs.BeanParam;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.PATCH;
import javax.ws.rs.POST;
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

/** Those who operate the platform. */
@Component(service = SuperAdminResource.class)
@PlexicaResource
@Path("/super-admins")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@SuperAdminOnly
public final class SuperAdminResource {

    private final PersonCreation creation;
    private final People people;
    private final Database database;

    @Activate
    public SuperAdminResource(
            @Reference PersonCreation creation, @Reference People people, @Reference Database database) {
        this.creation = creation;
        this.people = people;
        this.database = database;
    }

    /** A page of them. */
    @GET
    public Page<UserView> list(@QueryParam("status") @Nullable String status, @BeanParam PageQuery paging) {
        PersonQuery query = new PersonQuery(PersonQuery.status(status), null, paging);
        return query.run(database, Home.PLATFORM).map(person -> UserView.of(person, null));
    }

    /** Creates one, with a password or with an invitation. */
    @POST
    @Answers(value = UserView.class, status = 201)
    public Response create(UserBodies.@Nullable Create body) {
        Person person = creation.create(Home.PLATFORM, UserBodies.given(body).person(false), created -> {});
        return answer(
                Response.status(Response.Status.CREATED)
                        .header(HttpHeaders.LOCATION, "/api/v1/super-admins/" + person.id()),
                person);
    }

    /** One of them. */
    @GET
    @Path("/{id}")
    @Answers(UserView.class)
    public Response get(@PathParam("id") UUID id) {
        return answer(Response.ok(), people.get(Home.PLATFORM, id));
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
        ProfilePatch change = ProfilePatch.of(patch);
        return answer(
                Response.ok(),
                people.edit(Home.PLATFORM, id, IfMatch.of(ifMatch), present -> change.onto(present.profile())));
    }

    /** Removes one for good; never the last who may come in. */
    @DELETE
    @Path("/{id}")
    public void delete(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        people.remove(Home.PLATFORM, id, IfMatch.of(ifMatch));
    }

    /** Shuts one out at once; never the last who may come in. */
    @POST
    @Path("/{id}/suspend")
    @Consumes(MediaType.WILDCARD)
    @Answers(UserView.class)
    public Response suspend(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return answer(Response.ok(), people.suspend(Home.PLATFORM, id, IfMatch.of(ifMatch)));
    }

    /** Lets one in again. */
    @POST
    @Path("/{id}/activate")
    @Consumes(MediaType.WILDCARD)
    @Answers(UserView.class)
    public Response activate(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return answer(Response.ok(), people.activate(Home.PLATFORM, id, IfMatch.of(ifMatch)));
    }

    /** Sends one a link to set another password; to who has not accepted yet, the invitation again. */
    @POST
    @Path("/{id}/reset-password")
    @Answers(UserView.class)
    public Response resetPassword(@PathParam("id") UUID id, UserBodies.@Nullable SendLink body) {
        String language = body == null ? null : body.checked().language();
        return answer(Response.ok(), people.sendLink(Home.PLATFORM, id, language));
    }

    private static Response answer(Response.ResponseBuilder response, Person person) {
        return response.header(HttpHeaders.ETAG, IfMatch.tag(person.version()))
                .entity(UserView.of(person, null))
                .build();
    }
}
