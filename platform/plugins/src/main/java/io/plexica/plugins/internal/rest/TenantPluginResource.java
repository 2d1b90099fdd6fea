package io.plexica.plugins.internal.rest;

import io.plexica.api.problem.FieldError;
import io.plexica.api.problem.PlexicaException;
import io.plexica.api.rest.Page;
import io.plexica.api.rest.PageQuery;
import io.plexica.api.rest.PlexicaResource;
import io.plexica.api.security.RequiresPermission;
import io.plexica.plugins.internal.store.Installation;
import io.plexica.plugins.internal.tenant.TenantPlugins;
import io.plexica.spi.context.Contexts;
import io.plexica.spi.tenancy.Tenant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
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
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Plugins in a tenant over REST. The tenant is the context's, which the web room has made sure is the path's. */
@Component(service = TenantPluginResource.class)
@PlexicaResource
@Path("/tenants/{slug}/plugins")
@Produces(MediaType.APPLICATION_JSON)
public final class TenantPluginResource {

    private final TenantPlugins plugins;

    /** Takes what does the work. */
    @Activate
    public TenantPluginResource(@Reference TenantPlugins plugins) {
        this.plugins = plugins;
    }

    /** What the tenant has, or had. */
    @GET
    @RequiresPermission("core:plugins:read")
    public Page<InstallationView> list(@BeanParam PageQuery page) {
        Comparator<Installation> byId =
                Comparator.comparing(installation -> installation.plugin().id());
        boolean descending = page.orderBy(Map.of("plugin", "plugin"), "").endsWith("DESC");
        List<Installation> all = plugins.list(tenant()).stream()
                .filter(installation -> installation.plugin().id().contains(page.text()))
                .sorted(descending ? byId.reversed() : byId)
                .toList();
        int from = Math.min(page.offset(), all.size());
        int to = Math.min(from + page.size(), all.size());
        return new Page<>(all.subList(from, to), page.page(), page.size(), all.size()).map(InstallationView::of);
    }

    /** One of them. */
    @GET
    @Path("/{id}")
    @RequiresPermission("core:plugins:read")
    public InstallationView get(@PathParam("id") String id) {
        return InstallationView.of(plugins.get(tenant(), id));
    }

    /** Installs and enables a plugin. */
    @POST
    @Path("/{id}/install")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission("core:plugins:install")
    public Response install(@PathParam("slug") String slug, @PathParam("id") String id, @Nullable InstallBody body) {
        InstallBody wanted = body == null ? new InstallBody(null, null, null) : body;
        Installation done =
                plugins.install(tenant(), id, wanted.version(), wanted.configurationOrNone(), wanted.grantDefaults());
        return Response.status(Response.Status.CREATED)
                .header(HttpHeaders.LOCATION, "/api/v1/tenants/" + slug + "/plugins/" + id)
                .entity(InstallationView.of(done))
                .build();
    }

    /** Lets requests in. */
    @POST
    @Path("/{id}/enable")
    @Consumes(MediaType.WILDCARD)
    @RequiresPermission("core:plugins:enable")
    public InstallationView enable(@PathParam("id") String id) {
        return InstallationView.of(plugins.enable(tenant(), id));
    }

    /** Shuts requests out. */
    @POST
    @Path("/{id}/disable")
    @Consumes(MediaType.WILDCARD)
    @RequiresPermission("core:plugins:enable")
    public InstallationView disable(@PathParam("id") String id) {
        return InstallationView.of(plugins.disable(tenant(), id));
    }

    /** Moves the tenant to another version. */
    @POST
    @Path("/{id}/upgrade")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission("core:plugins:install")
    public InstallationView upgrade(@PathParam("id") String id, @Nullable UpgradeBody body) {
        return InstallationView.of(plugins.upgrade(tenant(), id, body == null ? null : body.version()));
    }

    /** Takes the plugin from the tenant. */
    @DELETE
    @Path("/{id}")
    @RequiresPermission("core:plugins:install")
    public void uninstall(
            @PathParam("id") String id, @QueryParam("deleteData") @DefaultValue("false") String deleteData) {
        if (!deleteData.equals("true") && !deleteData.equals("false")) {
            throw PlexicaException.validation(new FieldError("/deleteData", "must be true or false"));
        }
        plugins.uninstall(tenant(), id, deleteData.equals("true"));
    }

    private static Tenant tenant() {
        Tenant tenant = Contexts.require().tenant();
        if (tenant == null) {
            throw PlexicaException.notFound("You work in no tenant: name one");
        }
        return tenant;
    }

    /**
     * What is wanted of an installation.
     *
     * @param version the version; absent for the newest release
     * @param configuration the tenant's settings of the plugin; absent for the defaults
     * @param grantDefaults whether roles get their default permissions; absent for only the first time
     */
    public record InstallBody(
            @Nullable String version,
            @Nullable Map<String, Object> configuration,
            @Nullable Boolean grantDefaults) {

        Map<String, Object> configurationOrNone() {
            return configuration == null ? Map.of() : configuration;
        }
    }

    /**
     * Where a tenant is to go.
     *
     * @param version the version; absent for the newest release
     */
    public record UpgradeBody(@Nullable String version) {}
}
