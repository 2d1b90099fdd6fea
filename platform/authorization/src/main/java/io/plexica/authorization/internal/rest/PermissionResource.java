package io.plexica.authorization.internal.rest;

import io.plexica.api.rest.Page;
import io.plexica.api.rest.PageQuery;
import io.plexica.api.rest.PlexicaResource;
import io.plexica.api.security.RequiresPermission;
import io.plexica.authorization.internal.roles.Roles;
import io.plexica.authorization.internal.store.PermissionRow;
import io.plexica.spi.web.Here;
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

/** The permissions that the caller's tenant knows. */
@Component(service = PermissionResource.class)
@PlexicaResource
@Path("/permissions")
@Produces(MediaType.APPLICATION_JSON)
public final class PermissionResource {

    private final Roles roles;

    @Activate
    public PermissionResource(@Reference Roles roles) {
        this.roles = roles;
    }

    /** A page of the permissions; with {@code source}, those of the platform, {@code core}, or of one plugin alone. */
    @GET
    @RequiresPermission("core:roles:read")
    public Page<PermissionRow> list(@QueryParam("source") @Nullable String source, @BeanParam PageQuery paging) {
        return roles.permissions(Here.tenant().slug(), source, paging);
    }
}
