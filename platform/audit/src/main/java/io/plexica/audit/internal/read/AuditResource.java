package io.plexica.audit.internal.read;

import io.plexica.api.problem.FieldError;
import io.plexica.api.problem.PlexicaException;
import io.plexica.api.rest.Page;
import io.plexica.api.rest.PageQuery;
import io.plexica.api.rest.PlexicaResource;
import io.plexica.api.security.RequiresPermission;
import io.plexica.spi.context.Contexts;
import io.plexica.spi.tenancy.Tenant;
import io.plexica.spi.tenancy.Tenants;
import javax.ws.rs.BeanParam;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The audit log: a tenant's for its people, the platform's for super admins who name no tenant. */
@Component(service = AuditResource.class)
@PlexicaResource
@Path("/audit-log")
@Produces(MediaType.APPLICATION_JSON)
public final class AuditResource {

    private final AuditReader reader;
    private final Tenants tenants;

    @Activate
    public AuditResource(@Reference AuditReader reader, @Reference Tenants tenants) {
        this.reader = reader;
        this.tenants = tenants;
    }

    /** A page of the log, the newest first unless another order is asked for. */
    @GET
    @RequiresPermission("core:audit:read")
    public Page<AuditEntry> list(
            @QueryParam("user") @Nullable String user,
            @QueryParam("action") @Nullable String action,
            @QueryParam("resource") @Nullable String resource,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("tenant") @Nullable String slug,
            @BeanParam PageQuery paging) {
        AuditFilter filter = AuditFilter.of(new AuditFilter.Asked(user, action, resource, from, to), paging);
        Tenant here = Contexts.require().tenant();
        if (here == null) {
            DeploymentScope.demand(tenants, slug);
            return reader.ofPlatform(slug, filter);
        }
        if (slug != null && !slug.equals(here.slug())) {
            throw PlexicaException.validation(
                    new FieldError("/tenant", "must be left out: the log is that of the tenant you work in"));
        }
        return reader.ofTenant(here.slug(), filter);
    }
}
