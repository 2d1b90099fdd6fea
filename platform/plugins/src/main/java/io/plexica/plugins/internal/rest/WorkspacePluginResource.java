package io.plexica.plugins.internal.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.plexica.api.context.WorkspaceInfo;
import io.plexica.api.problem.FieldError;
import io.plexica.api.problem.PlexicaException;
import io.plexica.api.rest.Answers;
import io.plexica.api.rest.Page;
import io.plexica.api.rest.PageQuery;
import io.plexica.api.rest.PlexicaResource;
import io.plexica.api.security.Authenticated;
import io.plexica.plugins.internal.rest.InstallationView.By;
import io.plexica.plugins.internal.tenant.WorkspacePlugin;
import io.plexica.plugins.internal.tenant.WorkspacePlugins;
import io.plexica.plugins.internal.tenant.WorkspacePlugins.Placed;
import io.plexica.plugins.internal.tenant.WorkspaceWish;
import io.plexica.spi.tenancy.Tenant;
import io.plexica.spi.tenancy.Workspaces;
import io.plexica.spi.web.Here;
import io.plexica.spi.web.IfMatch;
import io.plexica.spi.web.Slices;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.ws.rs.BeanParam;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Plugins of the caller's tenant in one of its workspaces; who may see the workspace, and change it, may do so here. */
@Component(service = WorkspacePluginResource.class)
@PlexicaResource
@Path("/workspaces/{id}/plugins")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
public final class WorkspacePluginResource {

    private final WorkspacePlugins plugins;
    private final Workspaces workspaces;

    /** Takes what does the work. */
    @Activate
    public WorkspacePluginResource(@Reference WorkspacePlugins plugins, @Reference Workspaces workspaces) {
        this.plugins = plugins;
        this.workspaces = workspaces;
    }

    /** What the tenant has, and whether it is on there. */
    @GET
    public Page<PlacedView> list(@PathParam("id") UUID id, @BeanParam PageQuery page) {
        Tenant tenant = Here.tenant();
        WorkspaceInfo place = workspaces.requireSight(tenant.slug(), id);
        Comparator<Placed> byId =
                Comparator.comparing(placed -> placed.installation().plugin().id());
        boolean descending = page.orderBy(Map.of("plugin", "plugin"), "").endsWith("DESC");
        List<Placed> all = plugins.list(tenant, place).stream()
                .filter(placed -> placed.installation().plugin().id().contains(page.text()))
                .sorted(descending ? byId.reversed() : byId)
                .toList();
        return Slices.of(all, page).map(PlacedView::of);
    }

    /** Whether the plugin is on there, with which features and settings. */
    @GET
    @Path("/{pid}")
    @Answers(WorkspacePluginView.class)
    public Response get(@PathParam("id") UUID id, @PathParam("pid") String plugin) {
        Tenant tenant = Here.tenant();
        WorkspaceInfo place = workspaces.requireSight(tenant.slug(), id);
        return answer(plugins.get(tenant, place, plugin));
    }

    /** Switches it on or off there, chooses its features, sets it up. What is left out stays as it is. */
    @PUT
    @Path("/{pid}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Answers(WorkspacePluginView.class)
    public Response put(
            @PathParam("id") UUID id,
            @PathParam("pid") String plugin,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Nullable WorkspaceWish body) {
        Tenant tenant = Here.tenant();
        WorkspaceInfo place = workspaces.requireCare(tenant.slug(), id);
        if (body == null) {
            throw PlexicaException.validation(new FieldError("", "must be a JSON object with what is wanted"));
        }
        return answer(plugins.put(tenant, place, plugin, body, IfMatch.of(ifMatch)));
    }

    private static Response answer(WorkspacePlugin plugin) {
        return Response.ok(WorkspacePluginView.of(plugin))
                .header(HttpHeaders.ETAG, IfMatch.tag(plugin.version()))
                .build();
    }

    /**
     * One of the tenant's plugins in a workspace over the network.
     *
     * @param plugin its id
     * @param version the version that the tenant is on
     * @param status where it is in the tenant
     * @param enabled whether it is on in the workspace, as far as it is in the tenant
     */
    public record PlacedView(
            String plugin,
            String name,
            String version,
            String status,
            boolean enabled,
            List<String> enabledFeatures,
            List<String> disabledFeatures) {

        public static PlacedView of(Placed placed) {
            return new PlacedView(
                    placed.installation().plugin().id(),
                    placed.name(),
                    placed.installation().plugin().version(),
                    placed.installation().status().name(),
                    placed.there().enabled(),
                    placed.there().enabledFeatures(),
                    placed.there().disabledFeatures());
        }
    }

    /**
     * A plugin in a workspace over the network.
     *
     * @param enabled whether it is on there, as far as it is in the tenant
     * @param configuration the settings of the workspace itself
     * @param secrets names of the secrets that the workspace itself has set
     */
    public record WorkspacePluginView(
            boolean enabled,
            JsonNode configuration,
            List<String> secrets,
            List<String> enabledFeatures,
            List<String> disabledFeatures,
            @Nullable Instant changedAt,
            @Nullable By changedBy) {

        public static WorkspacePluginView of(WorkspacePlugin plugin) {
            UUID by = plugin.changedBy();
            return new WorkspacePluginView(
                    plugin.enabled(),
                    plugin.configuration(),
                    plugin.secrets(),
                    plugin.enabledFeatures(),
                    plugin.disabledFeatures(),
                    plugin.changedAt(),
                    by == null ? null : new By(by, plugin.changedByEmail()));
        }
    }
}
