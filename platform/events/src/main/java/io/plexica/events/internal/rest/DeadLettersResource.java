package io.plexica.events.internal.rest;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.FieldError;
import io.plexica.api.problem.PlexicaException;
import io.plexica.api.rest.Page;
import io.plexica.api.rest.PageQuery;
import io.plexica.api.rest.PlexicaResource;
import io.plexica.api.security.RequiresPermission;
import io.plexica.events.internal.delivery.DeadLetter;
import io.plexica.events.internal.delivery.DeadLetterReplay;
import io.plexica.events.internal.delivery.DeadLetterReplay.Revived;
import io.plexica.events.internal.delivery.DeadLetters;
import io.plexica.events.internal.delivery.DeadLetters.Wish;
import io.plexica.spi.context.Contexts;
import io.plexica.spi.tenancy.Tenant;
import io.plexica.spi.tenancy.Tenants;
import java.util.UUID;
import javax.ws.rs.BeanParam;
import javax.ws.rs.Consumes;
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

/** Events that could not be delivered: a tenant's for its admins, all for super admins who name no tenant. */
@Component(service = DeadLettersResource.class)
@PlexicaResource
@Path("/events/dead-letters")
@Produces(MediaType.APPLICATION_JSON)
public final class DeadLettersResource {

    private final DeadLetters letters;
    private final DeadLetterReplay revival;
    private final Tenants tenants;

    @Activate
    public DeadLettersResource(
            @Reference DeadLetters letters, @Reference DeadLetterReplay revival, @Reference Tenants tenants) {
        this.letters = letters;
        this.revival = revival;
        this.tenants = tenants;
    }

    /** A page of them, those that failed last first unless another order is asked for. */
    @GET
    @RequiresPermission("core:events:read")
    public Page<DeadLetter> list(
            @QueryParam("plugin") @Nullable String plugin,
            @QueryParam("event") @Nullable String event,
            @QueryParam("tenant") @Nullable String slug,
            @BeanParam PageQuery paging) {
        return letters.list(new Wish(whose(slug), plugin, event), paging);
    }

    /** Delivers one again. */
    @POST
    @Path("/{id}/replay")
    @RequiresPermission("core:events:replay")
    public DeadLetter replay(@PathParam("id") String id) {
        return letters.replay(whose(null), id(id));
    }

    /**
     * Delivers all again that a plugin, a tenant or both have: the oldest first, at most a thousand in one call. What remains
     * is told, so that callers go on until nothing does.
     */
    @POST
    @Path("/replay")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission("core:events:replay")
    public Revived replayAll(@Nullable ReplayBody body) {
        ReplayBody wanted = body == null ? new ReplayBody(null, null, null) : body;
        String slug = whose(wanted.tenant());
        if (slug == null && (wanted.plugin() == null || wanted.plugin().isBlank())) {
            throw PlexicaException.validation(
                    new FieldError("/plugin", "must be named, or a tenant: never all letters of the platform at once"));
        }
        return revival.replay(new Wish(slug, wanted.plugin(), wanted.event()));
    }

    private @Nullable String whose(@Nullable String wanted) {
        Tenant here = Contexts.require().tenant();
        if (here != null && wanted != null && !wanted.equals(here.slug())) {
            throw PlexicaException.validation(
                    new FieldError("/tenant", "must be left out: the letters are those of the tenant you work in"));
        }
        String pinned = tenants.pinned().orElse(null);
        if (pinned != null && wanted != null && !wanted.equals(pinned)) {
            throw new PlexicaException(ErrorCode.TENANT_MISMATCH, "This deployment serves another tenant");
        }
        return here != null ? here.slug() : wanted != null ? wanted : pinned;
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw PlexicaException.notFound("There is no dead letter " + text);
        }
    }
}
