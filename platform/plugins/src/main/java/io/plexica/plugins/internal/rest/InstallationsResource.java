package io.plexica.plugins.internal.rest;

import io.plexica.api.rest.Page;
import io.plexica.api.rest.PageQuery;
import io.plexica.api.rest.PlexicaResource;
import io.plexica.plugins.internal.store.InstallationPages;
import io.plexica.plugins.internal.store.InstallationQuery;
import io.plexica.spi.context.Contexts;
import io.plexica.spi.tenancy.Tenant;
import io.plexica.spi.tenancy.Tenants;
import io.plexica.spi.web.SuperAdminOnly;
import javax.ws.rs.BeanParam;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Which tenants have a plugin, over REST, for super admins. */
@Component(service = InstallationsResource.class)
@PlexicaResource
@Path("/plugins/{id}/installations")
@Produces(MediaType.APPLICATION_JSON)
@SuperAdminOnly
public final class InstallationsResource {

    private final Catalogue catalogue;
    private final InstallationPages installations;
    private final Tenants tenants;

    /** Takes what does the work. */
    @Activate
    public InstallationsResource(
            @Reference Catalogue catalogue, @Reference InstallationPages installations, @Reference Tenants tenants) {
        this.catalogue = catalogue;
        this.installations = installations;
        this.tenants = tenants;
    }

    /** A page of them, on which version and in which status; without a status all that have it, enabled or disabled. */
    @GET
    public Page<TenantInstallationView> list(
            @PathParam("id") String id,
            @QueryParam("status") @Nullable String status,
            @QueryParam("version") @Nullable String version,
            @BeanParam PageQuery paging) {
        Tenant named = Contexts.require().tenant();
        String only = named == null ? tenants.pinned().orElse(null) : named.slug();
        InstallationQuery query = InstallationQuery.of(id, only, status, version, paging);
        catalogue.get(named, id);
        return installations.page(query).map(TenantInstallationView::of);
    }
}
