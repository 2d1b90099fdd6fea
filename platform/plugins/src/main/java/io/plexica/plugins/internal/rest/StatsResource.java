package io.plexica.plugins.internal.rest;

import io.plexica.api.problem.FieldError;
import io.plexica.api.problem.PlexicaException;
import io.plexica.api.rest.PlexicaResource;
import io.plexica.api.security.RequiresPermission;
import io.plexica.plugins.internal.stats.PluginStats;
import io.plexica.plugins.internal.stats.StatsReader;
import io.plexica.spi.context.Contexts;
import io.plexica.spi.tenancy.Tenant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
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

/** How plugins do, over REST: for operators in all tenants, for a tenant's admin in that tenant. */
@Component(service = StatsResource.class)
@PlexicaResource
@Path("/plugins/{id}/stats")
@Produces(MediaType.APPLICATION_JSON)
public final class StatsResource {

    private final Catalogue catalogue;
    private final StatsReader stats;

    /** Takes what does the work. */
    @Activate
    public StatsResource(@Reference Catalogue catalogue, @Reference StatsReader stats) {
        this.catalogue = catalogue;
        this.stats = stats;
    }

    /** How a plugin does; its usage between two days. */
    @GET
    @RequiresPermission("core:plugins:configure")
    public PluginStats get(
            @PathParam("id") String id,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to) {
        List<FieldError> errors = new ArrayList<>();
        LocalDate first = day("/from", from, errors);
        LocalDate last = day("/to", to, errors);
        if (first != null && last != null && last.isBefore(first)) {
            errors.add(new FieldError("/to", "is a day before 'from'"));
        }
        if (!errors.isEmpty()) {
            throw PlexicaException.validation(errors);
        }
        Tenant tenant = Contexts.require().tenant();
        return stats.read(id, catalogue.versions(tenant, id), tenant == null ? null : tenant.slug(), first, last);
    }

    private static @Nullable LocalDate day(String pointer, @Nullable String text, List<FieldError> errors) {
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            errors.add(new FieldError(pointer, "must be a day such as 2026-11-28"));
            return null;
        }
    }
}
