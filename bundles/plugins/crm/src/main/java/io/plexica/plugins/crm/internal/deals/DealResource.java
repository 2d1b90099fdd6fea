package io.plexica.plugins.crm.internal.deals;

import io.plexica.api.problem.FieldError;
import io.plexica.api.problem.PlexicaException;
import io.plexica.api.rest.Answers;
import io.plexica.api.rest.Page;
import io.plexica.api.rest.PageQuery;
import io.plexica.api.rest.PlexicaResource;
import io.plexica.api.security.RequiresPermission;
import io.plexica.plugins.crm.api.DealFigures;
import io.plexica.plugins.crm.internal.common.Tags;
import java.net.URI;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Stream;
import javax.validation.Valid;
import javax.validation.constraints.NotNull;
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
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/plugins/crm/deals}. */
@Component(service = DealResource.class)
@PlexicaResource
@Path("/deals")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class DealResource {

    private final Deals deals;

    @Activate
    public DealResource(@Reference Deals deals) {
        this.deals = deals;
    }

    @GET
    @RequiresPermission(Deals.READ)
    public Page<DealView> list(
            @BeanParam PageQuery query,
            @QueryParam("contactId") @Nullable String contactId,
            @QueryParam("stage") @Nullable String stage) {
        return deals.list(query, contactId == null ? null : id(contactId), stage == null ? null : stage(stage));
    }

    /** How many deals are at each stage and what they are worth, as far as the caller may see them. */
    @GET
    @Path("/figures")
    @RequiresPermission(Deals.READ)
    public DealFigures figures() {
        return deals.figures();
    }

    @POST
    @RequiresPermission(Deals.WRITE)
    @Answers(value = DealView.class, status = 201)
    public Response create(@NotNull @Valid DealBody body) {
        Deal deal = deals.create(body);
        return answer(Response.created(URI.create("deals/" + deal.id())), deal);
    }

    @GET
    @Path("/{id}")
    @RequiresPermission(Deals.READ)
    @Answers(DealView.class)
    public Response get(@PathParam("id") UUID id) {
        return answer(Response.ok(), deals.get(id));
    }

    @PUT
    @Path("/{id}")
    @RequiresPermission(Deals.WRITE)
    @Answers(DealView.class)
    public Response replace(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid DealBody body) {
        return answer(Response.ok(), deals.change(id, ifMatch, present -> body));
    }

    @PATCH
    @Path("/{id}")
    @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
    @RequiresPermission(Deals.WRITE)
    @Answers(DealView.class)
    public Response change(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid DealPatch patch) {
        return answer(Response.ok(), deals.change(id, ifMatch, patch::onto));
    }

    @DELETE
    @Path("/{id}")
    @RequiresPermission(Deals.DELETE)
    public void delete(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        deals.delete(id, ifMatch);
    }

    private static UUID id(String contactId) {
        try {
            return UUID.fromString(contactId);
        } catch (IllegalArgumentException e) {
            throw PlexicaException.validation(new FieldError("/contactId", "must be a UUID"));
        }
    }

    private static Stage stage(String name) {
        return Stream.of(Stage.values())
                .filter(stage -> stage.name().equals(name))
                .findFirst()
                .orElseThrow(() -> PlexicaException.validation(
                        new FieldError("/stage", "must be one of " + Arrays.toString(Stage.values()))));
    }

    private static Response answer(Response.ResponseBuilder answer, Deal deal) {
        return answer.entity(DealView.of(deal)).tag(Tags.of(deal)).build();
    }
}
