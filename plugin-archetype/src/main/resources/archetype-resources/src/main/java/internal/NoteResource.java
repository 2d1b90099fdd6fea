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
import java.util.List;
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
 * of work in the caller's tenant and workspace, and commits it when the method returns. {@code check} and {@code filter} let
 * policies of the tenant's decide about each note.
 */
@Component(service = NoteResource.class)
@PlexicaResource
@Path("/notes")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class NoteResource {

    private static final String READ = "${pluginId}:notes:read";
    private static final String WRITE = "${pluginId}:notes:write";
    private static final String DELETE = "${pluginId}:notes:delete";
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
    @RequiresPermission(READ)
    public Page<NoteView> list(@BeanParam PageQuery query) {
        String order = query.orderBy(SORTED, "n.createdAt DESC");
        return data.read(entities -> {
            var notes = entities.createQuery("SELECT n FROM Note n ORDER BY " + order + ", n.id", Note.class);
            if (context.dependsOnResource(READ)) {
                return seen(notes.getResultList(), query);
            }
            long total = entities.createQuery("SELECT COUNT(n) FROM Note n", Long.class).getSingleResult();
            notes.setFirstResult(query.offset()).setMaxResults(query.size());
            return new Page<>(views(notes.getResultList()), query.page(), query.size(), total);
        });
    }

    /** Where a policy of the tenant's reads notes, only the platform knows which of them the caller may see. */
    private Page<NoteView> seen(List<Note> all, PageQuery query) {
        List<NoteView> seen = context.filter(READ, views(all));
        List<NoteView> page = seen.stream().skip(query.offset()).limit(query.size()).toList();
        return new Page<>(page, query.page(), query.size(), seen.size());
    }

    private static List<NoteView> views(List<Note> notes) {
        return notes.stream().map(Note::view).toList();
    }

    @POST
    @RequiresPermission(WRITE)
    public Response create(@NotNull @Valid NoteBody body) {
        NoteView created = data.write(entities -> {
            Note note = new Note(body.text(), context.user().email());
            context.check(WRITE, note.view());
            entities.persist(note);
            return note.view();
        });
        audit.record("${pluginId}.note.created", "note", created.id().toString(), null, created);
        return Response.created(URI.create("notes/" + created.id())).entity(created).build();
    }

    @GET
    @Path("/{id}")
    @RequiresPermission(READ)
    public NoteView get(@PathParam("id") UUID id) {
        return data.read(entities -> find(entities, id, READ).view());
    }

    @PUT
    @Path("/{id}")
    @RequiresPermission(WRITE)
    public NoteView replace(@PathParam("id") UUID id, @NotNull @Valid NoteBody body) {
        return data.write(entities -> {
            Note note = find(entities, id, WRITE);
            NoteView before = note.view();
            note.change(body.text());
            context.check(WRITE, note.view());
            audit.record("${pluginId}.note.updated", "note", id.toString(), before, note.view());
            return note.view();
        });
    }

    @DELETE
    @Path("/{id}")
    @RequiresPermission(DELETE)
    public void delete(@PathParam("id") UUID id) {
        data.write(entities -> {
            Note note = find(entities, id, DELETE);
            entities.remove(note);
            audit.record("${pluginId}.note.deleted", "note", id.toString(), note.view(), null);
            return note;
        });
    }

    private Note find(EntityManager entities, UUID id, String permission) {
        Note note = entities.find(Note.class, id);
        if (note == null) {
            throw PlexicaException.notFound("There is no note " + id);
        }
        context.check(permission, note.view());
        return note;
    }
}
