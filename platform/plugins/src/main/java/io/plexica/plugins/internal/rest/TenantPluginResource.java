package io.plexica.plugins.internal.rest;

import io.plexica.api.problem.FieldError;
import io.plexica.api.problem.PlexicaException;
import io.plexica.api.rest.Answers;
import io.plexica.api.rest.Page;
import io.plexica.api.rest.PageQuery;
import io.plexica.api.rest.PlexicaResource;
import io.plexica.api.security.RequiresPermission;
import io.plexica.plugins.internal.plan.InstallationRequest;
import io.plexica.plugins.internal.store.Installation;
import io.plexica.plugins.internal.tenant.TenantPlugins;
import io.plexica.spi.context.Contexts;
import io.plexica.spi.operations.Operations;
import io.plexica.spi.tenancy.Tenant;
import io.plexica.spi.web.DryRun;
import io.plexica.spi.web.Slices;
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
    private final TenantWork work;

    /** Takes what does the work. */
    @Activate
    public TenantPluginResource(@Reference TenantPlugins plugins, @Reference Operations operations) {
        this.plugins = plugins;
        this.work = new TenantWork(plugins, operations);
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
        return Slices.of(all, page).map(this::view);
    }

    /** One of them. */
    @GET
    @Path("/{id}")
    @RequiresPermission("core:plugins:read")
    public InstallationView get(@PathParam("id") String id) {
        return view(plugins.get(tenant(), id));
    }

    /** Installs and enables a plugin, and before it all that it needs. */
    @POST
    @Path("/{id}/install")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission("core:plugins:install")
    @DryRun
    @Answers(value = InstallationView.class, status = 201)
    public Response install(
            @PathParam("slug") String slug,
            @PathParam("id") String id,
            @BeanParam CallPreferences manner,
            @Nullable InstallBody body) {
        InstallBody wanted = body == null ? new InstallBody(null, null, null) : body;
        InstallationRequest wish =
                plugins.toInstall(tenant(), id, wanted.version(), wanted.configurationOrNone(), wanted.grantDefaults());
        return work.answer(
                tenant(),
                wish,
                manner,
                done -> Response.status(Response.Status.CREATED)
                        .header(HttpHeaders.LOCATION, "/api/v1/tenants/" + slug + "/plugins/" + id)
                        .entity(view(done))
                        .build());
    }

    /** Lets requests in. */
    @POST
    @Path("/{id}/enable")
    @Consumes(MediaType.WILDCARD)
    @RequiresPermission("core:plugins:enable")
    @DryRun
    @Answers(InstallationView.class)
    public Response enable(@PathParam("id") String id, @BeanParam CallPreferences manner) {
        return work.answer(tenant(), InstallationRequest.enable(id), manner, this::shown);
    }

    /** Shuts requests out. */
    @POST
    @Path("/{id}/disable")
    @Consumes(MediaType.WILDCARD)
    @RequiresPermission("core:plugins:enable")
    @DryRun
    @Answers(InstallationView.class)
    public Response disable(@PathParam("id") String id, @BeanParam CallPreferences manner) {
        return work.answer(tenant(), InstallationRequest.disable(id), manner, this::shown);
    }

    /** Moves the tenant to another version. */
    @POST
    @Path("/{id}/upgrade")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission("core:plugins:install")
    @DryRun
    @Answers(InstallationView.class)
    public Response upgrade(@PathParam("id") String id, @BeanParam CallPreferences manner, @Nullable UpgradeBody body) {
        InstallationRequest wish = plugins.toUpgrade(tenant(), id, body == null ? null : body.version());
        return work.answer(tenant(), wish, manner, this::shown);
    }

    /** Takes the plugin from the tenant. */
    @DELETE
    @Path("/{id}")
    @RequiresPermission("core:plugins:install")
    @DryRun
    @Answers(value = void.class, status = 204)
    public Response uninstall(
            @PathParam("id") String id,
            @QueryParam("deleteData") @DefaultValue("false") String deleteData,
            @BeanParam CallPreferences manner) {
        if (!deleteData.equals("true") && !deleteData.equals("false")) {
            throw PlexicaException.validation(new FieldError("/deleteData", "must be true or false"));
        }
        InstallationRequest wish = InstallationRequest.uninstall(id, deleteData.equals("true"));
        return work.answer(tenant(), wish, manner, done -> Response.noContent().build());
    }

    private Response shown(Installation installation) {
        return Response.ok(view(installation)).build();
    }

    private InstallationView view(Installation installation) {
        return InstallationView.of(installation, plugins.warnings(installation));
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
