package io.plexica.plugins.crm.internal.contacts;

import io.plexica.api.rest.Answers;
import io.plexica.api.rest.Page;
import io.plexica.api.rest.PageQuery;
import io.plexica.api.rest.PlexicaResource;
import io.plexica.api.security.RequiresPermission;
import io.plexica.plugins.crm.internal.common.Tags;
import java.net.URI;
import java.util.UUID;
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
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/plugins/crm/contacts}. */
@Component(service = ContactResource.class)
@PlexicaResource
@Path("/contacts")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class ContactResource {

    private final Contacts contacts;
    private final ContactIndex index;

    @Activate
    public ContactResource(@Reference Contacts contacts, @Reference ContactIndex index) {
        this.contacts = contacts;
        this.index = index;
    }

    @GET
    @RequiresPermission(Contacts.READ)
    public Page<ContactView> list(@BeanParam PageQuery query) {
        return contacts.list(query);
    }

    /** What a text finds, the best first; what has just been written may be missing for a second where the engine is apart. */
    @GET
    @Path("/search")
    @RequiresPermission(Contacts.READ)
    public Page<ContactHit> search(@BeanParam PageQuery query) {
        return index.search(query);
    }

    @POST
    @RequiresPermission(Contacts.WRITE)
    @Answers(value = ContactView.class, status = 201)
    public Response create(@NotNull @Valid ContactBody body) {
        Contact contact = contacts.create(body);
        return answer(Response.created(URI.create("contacts/" + contact.id())), contact);
    }

    @GET
    @Path("/{id}")
    @RequiresPermission(Contacts.READ)
    @Answers(ContactView.class)
    public Response get(@PathParam("id") UUID id) {
        return answer(Response.ok(), contacts.get(id));
    }

    @PUT
    @Path("/{id}")
    @RequiresPermission(Contacts.WRITE)
    @Answers(ContactView.class)
    public Response replace(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid ContactBody body) {
        return answer(Response.ok(), contacts.change(id, ifMatch, present -> body));
    }

    @PATCH
    @Path("/{id}")
    @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
    @RequiresPermission(Contacts.WRITE)
    @Answers(ContactView.class)
    public Response change(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid ContactPatch patch) {
        return answer(Response.ok(), contacts.change(id, ifMatch, patch::onto));
    }

    @DELETE
    @Path("/{id}")
    @RequiresPermission(Contacts.DELETE)
    public void delete(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        contacts.delete(id, ifMatch);
    }

    private static Response answer(Response.ResponseBuilder answer, Contact contact) {
        return answer.entity(ContactView.of(contact)).tag(Tags.of(contact)).build();
    }
}
