package ${package}.internal;

import io.plexica.api.audit.Audit;
import io.plexica.api.context.RequestContext;
import io.plexica.api.data.Data;
import io.plexica.api.problem.PlexicaException;
import io.plexica.api.rest.Page;
import io.plexica.api.rest.PageQuery;
import io.plexica.api.rest.PlexicaResource;
import io.plexica.api.security.RequiresPermission;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import javax.persistence.EntityManager;
import javax.validation.Valid;
import javax.validation.constraints.NotNull;
import javax.ws.rs.BeanParam;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * {@code /api/plugins/${pluginId}/notes}. Each method says which permission it needs; the platform asks for it, opens a unit
 * of work in the caller's tenant, and commits it when the method returns.
 */
@Component(service = NoteResource.class)
@PlexicaResource
@Path("/notes")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class NoteResource {

    private static final Map<String, String> SORTED = Map.of("createdAt", "n.createdAt", "author", "n.author");

    private final Data data;
    private final RequestContext context;
    private final Audit audit;

    @Activate
    public NoteResource(@Reference Data data, @Reference RequestContext context, @Reference Audit audit) {
        this.data = data;
        this.context = context;
        this.audit = audit;
    }

    @GET
    @RequiresPermission("${pluginId}:notes:read")
    public Page<NoteView> list(@BeanParam PageQuery query) {
        String order = query.orderBy(SORTED, "n.createdAt DESC");
        return data.read(entities -> new Page<>(
                entities.createQuery("SELECT n FROM Note n ORDER BY " + order + ", n.id", Note.class)
                        .setFirstResult(query.offset())
                        .setMaxResults(query.size())
                        .getResultList(),
                query.page(),
                query.size(),
                entities.createQuery("SELECT COUNT(n) FROM Note n", Long.class).getSingleResult())).map(Note::view);
    }

    @POST
    @RequiresPermission("${pluginId}:notes:write")
    public Response create(@NotNull @Valid NoteBody body) {
        NoteView created = data.write(entities -> {
            Note note = new Note(body.text(), context.user().email());
            entities.persist(note);
            return note.view();
        });
        audit.record("${pluginId}.note.created", "note", created.id().toString(), null, created);
        return Response.created(URI.create("notes/" + created.id())).entity(created).build();
    }

    @GET
    @Path("/{id}")
    @RequiresPermission("${pluginId}:notes:read")
    public NoteView get(@PathParam("id") UUID id) {
        return data.read(entities -> find(entities, id).view());
    }

    @PUT
    @Path("/{id}")
    @RequiresPermission("${pluginId}:notes:write")
    public NoteView replace(@PathParam("id") UUID id, @NotNull @Valid NoteBody body) {
        return data.write(entities -> {
            Note note = find(entities, id);
            NoteView before = note.view();
            note.change(body.text());
            audit.record("${pluginId}.note.updated", "note", id.toString(), before, note.view());
            return note.view();
        });
    }

    @DELETE
    @Path("/{id}")
    @RequiresPermission("${pluginId}:notes:delete")
    public void delete(@PathParam("id") UUID id) {
        data.write(entities -> {
            Note note = find(entities, id);
            entities.remove(note);
            audit.record("${pluginId}.note.deleted", "note", id.toString(), note.view(), null);
            return note;
        });
    }

    private static Note find(EntityManager entities, UUID id) {
        Note note = entities.find(Note.class, id);
        if (note == null) {
            throw PlexicaException.notFound("There is no note " + id);
        }
        return note;
    }
}
