package io.plexica.plugins.internal.rest;

import io.plexica.api.context.WorkspaceInfo;
import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.FieldError;
import io.plexica.api.problem.PlexicaException;
import io.plexica.api.rest.Answers;
import io.plexica.api.rest.PlexicaResource;
import io.plexica.api.security.Authenticated;
import io.plexica.api.security.RequiresPermission;
import io.plexica.plugins.internal.configuration.ConfigurationState;
import io.plexica.plugins.internal.configuration.Configurations;
import io.plexica.spi.authorization.Verdict;
import io.plexica.spi.context.Contexts;
import io.plexica.spi.context.ExecutionContext;
import io.plexica.spi.identity.Principal;
import io.plexica.spi.tenancy.Tenant;
import io.plexica.spi.tenancy.WorkspaceRole;
import io.plexica.spi.tenancy.Workspaces;
import io.plexica.spi.tenancy.Workspaces.Membership;
import io.plexica.spi.web.Here;
import io.plexica.spi.web.IfMatch;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.ws.rs.Consumes;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
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

/** Settings of a plugin in a tenant, or in one of its workspaces. */
@Component(service = ConfigurationResource.class)
@PlexicaResource
@Path("/tenants/{slug}/plugins/{id}/configuration")
@Produces(MediaType.APPLICATION_JSON)
public final class ConfigurationResource {

    private static final String READ = "core:plugins:read";
    private static final String CONFIGURE = "core:plugins:configure";

    private final Configurations configurations;
    private final Workspaces workspaces;

    /** Takes what does the work. */
    @Activate
    public ConfigurationResource(@Reference Configurations configurations, @Reference Workspaces workspaces) {
        this.configurations = configurations;
        this.workspaces = workspaces;
    }

    /** The settings that hold, or those of one level alone. */
    @GET
    @RequiresPermission(READ)
    @Answers(ConfigurationView.class)
    public Response get(
            @PathParam("id") String id,
            @QueryParam("workspace") @Nullable UUID workspace,
            @QueryParam("effective") @DefaultValue("true") boolean effective) {
        Tenant tenant = Here.tenant();
        WorkspaceInfo place = workspace == null ? null : workspaces.requireSight(tenant.slug(), workspace);
        return answer(configurations.get(tenant, id, place, effective));
    }

    /** Replaces the tenant's settings, or those of a workspace; whoever cares for a workspace may do the latter. */
    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Authenticated
    @Answers(ConfigurationView.class)
    public Response put(
            @PathParam("id") String id,
            @QueryParam("workspace") @Nullable UUID workspace,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Nullable ConfigurationBody body) {
        Tenant tenant = Here.tenant();
        WorkspaceInfo place = workspace == null ? null : workspaces.requireSight(tenant.slug(), workspace);
        demandRight(tenant, place);
        if (body == null || body.values() == null) {
            throw PlexicaException.validation(new FieldError("/values", "is required"));
        }
        return answer(configurations.put(tenant, id, place, body.values(), IfMatch.of(ifMatch)));
    }

    /** Whoever is a VIEWER of a workspace changes nothing there, unless they are an admin of the tenant. */
    private void demandRight(Tenant tenant, @Nullable WorkspaceInfo place) {
        boolean may = mayConfigure();
        if (place == null) {
            if (!may) {
                throw denied();
            }
        } else if (!may || isViewer(tenant, place)) {
            workspaces.requireCare(tenant.slug(), place.id());
        }
    }

    private boolean isViewer(Tenant tenant, WorkspaceInfo place) {
        Principal caller = Contexts.require().principal();
        return caller != null
                && workspaces.of(tenant.slug(), caller.id()).contains(new Membership(place, WorkspaceRole.VIEWER));
    }

    private static boolean mayConfigure() {
        ExecutionContext context = Contexts.require();
        return context.grants().decide(CONFIGURE, context.remoteAddress()) == Verdict.ALLOW;
    }

    private static PlexicaException denied() {
        return new PlexicaException(
                        ErrorCode.PERMISSION_DENIED,
                        "You need the permission " + CONFIGURE + "; ask an admin of your tenant")
                .with("requiredPermissions", List.of(CONFIGURE));
    }

    private static Response answer(ConfigurationState state) {
        return Response.ok(ConfigurationView.of(state))
                .header(HttpHeaders.ETAG, IfMatch.tag(state.version()))
                .build();
    }

    /**
     * Settings that somebody wants.
     *
     * @param values all of a level; a secret that is left out is kept, one that is null goes
     */
    public record ConfigurationBody(@Nullable Map<String, Object> values) {}
}
