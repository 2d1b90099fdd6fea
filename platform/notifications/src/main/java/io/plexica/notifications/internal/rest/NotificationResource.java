package io.plexica.notifications.internal.rest;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.api.rest.PageQuery;
import io.plexica.api.rest.PlexicaResource;
import io.plexica.api.security.Authenticated;
import io.plexica.notifications.internal.notes.Inbox;
import io.plexica.notifications.internal.notes.NoteFilter;
import io.plexica.notifications.internal.notes.NoteRow;
import io.plexica.notifications.internal.notes.Notes;
import io.plexica.spi.authorization.Authorization;
import io.plexica.spi.authorization.Verdict;
import io.plexica.spi.context.Contexts;
import io.plexica.spi.context.ExecutionContext;
import io.plexica.spi.identity.Principal;
import io.plexica.spi.identity.Users;
import io.plexica.spi.tenancy.Tenant;
import io.plexica.spi.tenancy.Workspaces;
import java.util.UUID;
import javax.ws.rs.BeanParam;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The caller's notifications: what the platform and plugins have told them; and messages that could not be mailed, for those
 * who manage a tenant's people, and the platform's own for super admins who name no tenant.
 */
@Component(service = NotificationResource.class)
@PlexicaResource
@Path("/notifications")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
public final class NotificationResource {

    private static final String MANAGE = "core:users:write";

    private final Notes notes;
    private final MessageAccess confidence;

    @Activate
    public NotificationResource(
            @Reference Notes notes,
            @Reference Users users,
            @Reference Authorization authorization,
            @Reference Workspaces workspaces) {
        this.notes = notes;
        this.confidence = new MessageAccess(users, authorization, workspaces);
    }

    /**
     * A page of the notifications, the newest first, and how many have not been read. {@code severity} is {@code info}, {@code
     * success}, {@code warning} or {@code error}; {@code source} a plugin, or {@code core}.
     */
    @GET
    public NotificationList list(
            @QueryParam("unread") @DefaultValue("false") boolean unread,
            @QueryParam("severity") @Nullable String severity,
            @QueryParam("source") @Nullable String source,
            @BeanParam PageQuery paging) {
        Inbox inbox = inbox();
        NoteFilter wanted = new NoteFilter(unread, severity, source);
        return NotificationList.of(notes.list(inbox, wanted, paging).map(this::shown), notes.unread(inbox));
    }

    /** One notification. */
    @GET
    @Path("/{id}")
    public NotificationJson get(@PathParam("id") UUID id) {
        return shown(notes.get(inbox(), id));
    }

    /** Notes that the caller has read a notification. */
    @POST
    @Path("/{id}/read")
    @Consumes(MediaType.WILDCARD)
    public NotificationJson markRead(@PathParam("id") UUID id) {
        return shown(notes.markRead(inbox(), id));
    }

    /** Notes that the caller has read all of them. */
    @POST
    @Path("/read-all")
    @Consumes(MediaType.WILDCARD)
    public ReadAll markAllRead() {
        return new ReadAll(notes.markAllRead(inbox()));
    }

    /** Takes a notification out of the caller's; messages that could not be mailed stay. */
    @DELETE
    @Path("/{id}")
    public void delete(@PathParam("id") UUID id) {
        notes.delete(inbox(), id);
    }

    /** Where the caller's notifications lie. */
    private static Inbox inbox() {
        ExecutionContext context = Contexts.require();
        Principal caller = caller(context);
        Tenant tenant = context.tenant();
        boolean manages = tenant == null
                ? caller.superAdmin()
                : context.grants().decide(MANAGE, context.remoteAddress()) == Verdict.ALLOW;
        return new Inbox(tenant == null ? null : tenant.slug(), caller.id(), manages);
    }

    private NotificationJson shown(NoteRow row) {
        Tenant tenant = Contexts.require().tenant();
        NotificationJson notification = NotificationJson.of(row);
        return tenant == null || row.recipient() == null || confidence.mayRead(tenant, row.recipient())
                ? notification
                : notification.hidden();
    }

    private static Principal caller(ExecutionContext context) {
        Principal principal = context.principal();
        if (principal == null) {
            throw new PlexicaException(ErrorCode.UNAUTHENTICATED, "Sign in first");
        }
        return principal;
    }
}
