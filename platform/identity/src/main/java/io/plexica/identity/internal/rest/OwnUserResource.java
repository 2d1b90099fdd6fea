package io.plexica.identity.internal.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.FieldError;
import io.plexica.api.problem.PlexicaException;
import io.plexica.api.rest.Answers;
import io.plexica.api.rest.PlexicaResource;
import io.plexica.api.security.Authenticated;
import io.plexica.identity.internal.Home;
import io.plexica.identity.internal.users.People;
import io.plexica.identity.internal.users.Person;
import io.plexica.spi.context.Contexts;
import io.plexica.spi.context.ExecutionContext;
import io.plexica.spi.identity.Principal;
import io.plexica.spi.web.IfMatch;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.PATCH;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The caller's own profile and preferences, for everybody who is signed in. */
@Component(service = OwnUserResource.class)
@PlexicaResource
@Path("/users/me")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Authenticated
public final class OwnUserResource {

    /** Numbers come back as they were set, to the last digit. */
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .nodeFactory(JsonNodeFactory.withExactBigDecimals(true))
            .build();

    private static final int LARGEST_BYTES = 64 * 1024;

    private final UserService users;
    private final People people;

    @Activate
    public OwnUserResource(@Reference UserService users) {
        this.users = users;
        this.people = users.people();
    }

    /** The caller. */
    @GET
    @Answers(UserView.class)
    public Response get() {
        return answer(people.get(home(), caller().id()));
    }

    /** Changes the caller's names. */
    @PATCH
    @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
    @Answers(UserView.class)
    public Response edit(@HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, @Nullable JsonNode patch) {
        ProfilePatch change = ProfilePatch.ofNames(patch);
        return answer(
                people.edit(home(), caller().id(), IfMatch.of(ifMatch), present -> change.onto(present.profile())));
    }

    /** What the caller has set, any JSON object. */
    @GET
    @Path("/preferences")
    public JsonNode preferences() {
        try {
            return JSON.readTree(people.preferences(home(), caller().id()));
        } catch (JsonProcessingException e) {
            throw new PlexicaException(ErrorCode.INTERNAL_ERROR, "The preferences are no JSON", e);
        }
    }

    /** Replaces what the caller has set. */
    @PUT
    @Path("/preferences")
    public JsonNode setPreferences(@Nullable JsonNode body) {
        if (!(body instanceof ObjectNode)) {
            throw PlexicaException.validation(new FieldError("", "must be a JSON object"));
        }
        String text = body.toString();
        if (text.getBytes(StandardCharsets.UTF_8).length > LARGEST_BYTES) {
            throw PlexicaException.validation(new FieldError("", "must not have more than 65536 bytes"));
        }
        people.setPreferences(home(), caller().id(), text);
        return body;
    }

    private Response answer(Person person) {
        String slug = home().slug();
        UserView view = slug == null
                ? UserView.of(person, null)
                : UserView.of(person, Set.copyOf(users.roles(slug, person.id())));
        return Response.ok(view)
                .header(HttpHeaders.ETAG, IfMatch.tag(person.version()))
                .build();
    }

    /** A super admin stays one wherever the call works. */
    private static Home home() {
        ExecutionContext context = Contexts.require();
        return caller().superAdmin() ? Home.PLATFORM : Home.of(context.tenant());
    }

    private static Principal caller() {
        Principal principal = Contexts.require().principal();
        if (principal == null) {
            throw new PlexicaException(ErrorCode.UNAUTHENTICATED, "Sign in first");
        }
        return principal;
    }
}
