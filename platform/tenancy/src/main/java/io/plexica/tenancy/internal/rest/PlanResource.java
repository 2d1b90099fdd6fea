package io.plexica.tenancy.internal.rest;

import io.plexica.api.rest.Page;
import io.plexica.api.rest.PageQuery;
import io.plexica.api.rest.PlexicaResource;
import io.plexica.spi.web.SuperAdminOnly;
import io.plexica.tenancy.internal.PlanJson;
import io.plexica.tenancy.internal.PlanPages;
import javax.ws.rs.BeanParam;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The plans over REST, for super admins. They are configured, so they can only be read. */
@Component(service = PlanResource.class)
@PlexicaResource
@Path("/plans")
@Produces(MediaType.APPLICATION_JSON)
@SuperAdminOnly
public final class PlanResource {

    private final PlanPages plans;

    @Activate
    public PlanResource(@Reference PlanPages plans) {
        this.plans = plans;
    }

    /** A page of the plans, with what they bound and how many tenants have them. */
    @GET
    public Page<PlanJson> list(@BeanParam PageQuery paging) {
        return plans.page(paging);
    }
}
