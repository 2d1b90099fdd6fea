package io.plexica.plugins.internal.rest;

import io.plexica.api.rest.Page;
import io.plexica.api.rest.PageQuery;
import io.plexica.api.rest.PlexicaResource;
import io.plexica.api.security.RequiresPermission;
import io.plexica.plugins.internal.services.ServiceList;
import io.plexica.plugins.internal.services.ServiceView;
import io.plexica.spi.context.Contexts;
import io.plexica.spi.web.Here;
import io.plexica.spi.web.Slices;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.ws.rs.BeanParam;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What plugins offer each other in the caller's tenant, and workspace where one is named. */
@Component(service = ServicesResource.class)
@PlexicaResource
@Path("/services")
@Produces(MediaType.APPLICATION_JSON)
public final class ServicesResource {

    private final ServiceList services;

    /** Takes what knows them. */
    @Activate
    public ServicesResource(@Reference ServiceList services) {
        this.services = services;
    }

    /** One page of them. */
    @GET
    @RequiresPermission("core:plugins:read")
    public Page<ServiceView> list(@BeanParam PageQuery page) {
        Here.demandTenant();
        Comparator<ServiceView> byName = Comparator.comparing(ServiceView::name).thenComparing(ServiceView::plugin);
        boolean descending = page.orderBy(Map.of("name", "name"), "name ASC").endsWith("DESC");
        String text = page.text().toLowerCase(Locale.ROOT);
        List<ServiceView> all = services.of(Contexts.require()).stream()
                .filter(view -> (view.name() + " " + view.plugin())
                        .toLowerCase(Locale.ROOT)
                        .contains(text))
                .sorted(descending ? byName.reversed() : byName)
                .toList();
        return Slices.of(all, page);
    }
}
