package io.plexica.notifications.internal.rest;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.api.rest.Page;
import io.plexica.api.rest.PageQuery;
import io.plexica.api.rest.PlexicaResource;
import io.plexica.api.security.Authenticated;
import io.plexica.notifications.internal.letters.Box;
import io.plexica.notifications.internal.letters.KeptMessages;
import io.plexica.notifications.internal.letters.MessageRow;
import io.plexica.spi.authorization.Authorization;
import io.plexica.spi.authorization.Verdict;
import io.plexica.spi.context.Contexts;
import io.plexica.spi.context.ExecutionContext;
import io.plexica.spi.identity.Principal;
import io.plexica.spi.identity.Users;
import io.plexica.spi.tenancy.Tenant;
import io.plexica.spi.tenancy.Workspaces;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.ws.rs.BeanParam;
import javax.ws.rs.Consumes;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The caller's notifications: messages that could not be mailed, for those who manage a tenant's people, and the platform's
 * own for super admins who name no tenant. For others there are none.
 */
@Component(service = NotificationResource.class)
@PlexicaResource
@Path("/notifications")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
public final class NotificationResource {

    private static final String MANAGE = "core:users:write";

    private final KeptMessages messages;
    private final Confidence confidence;

    @Activate
    public NotificationResource(
            @Reference KeptMessages messages,
            @Reference Users users,
            @Reference Authorization authorization,
            @Reference Workspaces workspaces) {
        this.messages = messages;
        this.confidence = new Confidence(users, authorization, workspaces);
    }

    /** A page of the notifications, the newest first. */
    @GET
    public Page<NotificationJson> list(
            @QueryParam("unread") @DefaultValue("false") boolean unread, @BeanParam PageQuery paging) {
        Optional<Box> box = box();
        if (box.isEmpty()) {
            PageQuery checked = paging.validated();
            return new Page<>(List.of(), checked.page(), checked.size(), 0);
        }
        return messages.list(box.get(), caller().id(), unread, paging).map(this::shown);
    }

    /** One notification. */
    @GET
    @Path("/{id}")
    public NotificationJson get(@PathParam("id") UUID id) {
        return shown(messages.get(box().orElseThrow(KeptMessages::notFound), id, caller().id()));
    }

    /** Notes that the caller has read a notification. */
    @POST
    @Path("/{id}/read")
    @Consumes(MediaType.WILDCARD)
    public NotificationJson markRead(@PathParam("id") UUID id) {
        return shown(messages.markRead(box().orElseThrow(KeptMessages::notFound), id, caller().id()));
    }

    /** Where the caller's notifications lie, if there can be any. */
    private static Optional<Box> box() {
        ExecutionContext context = Contexts.require();
        Tenant tenant = context.tenant();
        if (tenant == null) {
            return caller().superAdmin() ? Optional.of(new Box(null)) : Optional.empty();
        }
        Verdict verdict = context.grants().decide(MANAGE, context.remoteAddress());
        return verdict == Verdict.ALLOW ? Optional.of(new Box(tenant.slug())) : Optional.empty();
    }

    private NotificationJson shown(MessageRow message) {
        Tenant tenant = Contexts.require().tenant();
        NotificationJson notification = NotificationJson.of(message);
        return tenant == null || confidence.mayRead(tenant, message.recipient()) ? notification : notification.hidden();
    }

    private static Principal caller() {
        Principal principal = Contexts.require().principal();
        if (principal == null) {
            throw new PlexicaException(ErrorCode.UNAUTHENTICATED, "Sign in first");
        }
        return principal;
    }
}
