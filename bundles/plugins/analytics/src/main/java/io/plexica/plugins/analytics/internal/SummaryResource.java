package io.plexica.plugins.analytics.internal;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.api.rest.PlexicaResource;
import io.plexica.api.security.RequiresPermission;
import io.plexica.api.services.PluginServices;
import io.plexica.plugins.crm.api.CrmStatistics;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/plugins/analytics/summary}. */
@Component(service = SummaryResource.class)
@PlexicaResource
@Path("/summary")
@Produces(MediaType.APPLICATION_JSON)
public final class SummaryResource {

    private final PluginServices services;

    @Activate
    public SummaryResource(@Reference PluginServices services) {
        this.services = services;
    }

    /** The figures that can be had. */
    @GET
    @RequiresPermission("analytics:reports:read")
    public Summary summary() {
        return new Summary(
                services.find(CrmStatistics.class).map(SummaryResource::figures).orElse(CrmFigures.NONE));
    }

    /** A CRM that leaves while it is asked is as good as none. */
    private static CrmFigures figures(CrmStatistics crm) {
        try {
            return CrmFigures.of(crm);
        } catch (PlexicaException e) {
            if (e.code() == ErrorCode.PLUGIN_UNAVAILABLE) {
                return CrmFigures.NONE;
            }
            throw e;
        }
    }
}
