package io.plexica.jobs.internal.rest;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.FieldError;
import io.plexica.api.problem.PlexicaException;
import io.plexica.api.rest.Answers;
import io.plexica.api.rest.Page;
import io.plexica.api.rest.PageQuery;
import io.plexica.api.rest.PlexicaResource;
import io.plexica.api.security.RequiresPermission;
import io.plexica.jobs.internal.admin.JobAdmin;
import io.plexica.jobs.internal.admin.JobList;
import io.plexica.jobs.internal.admin.JobList.Wish;
import io.plexica.jobs.internal.admin.JobScope;
import io.plexica.jobs.internal.admin.JobView;
import io.plexica.jobs.internal.admin.RunList;
import io.plexica.jobs.internal.admin.RunView;
import io.plexica.spi.context.Contexts;
import io.plexica.spi.tenancy.Tenant;
import io.plexica.spi.tenancy.Tenants;
import io.plexica.spi.web.IfMatch;
import java.util.UUID;
import javax.ws.rs.BeanParam;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
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

/**
 * The jobs of plugins in the caller's tenant; for super admins who name none, those of all tenants and of the platform itself.
 */
@Component(service = JobResource.class)
@PlexicaResource
@Path("/jobs")
@Produces(MediaType.APPLICATION_JSON)
public final class JobResource {

    private static final String READ = "core:jobs:read";
    private static final String WRITE = "core:jobs:write";

    private final JobList list;
    private final RunList runs;
    private final JobAdmin admin;
    private final Tenants tenants;

    @Activate
    public JobResource(
            @Reference JobList list, @Reference RunList runs, @Reference JobAdmin admin, @Reference Tenants tenants) {
        this.list = list;
        this.runs = runs;
        this.admin = admin;
        this.tenants = tenants;
    }

    /** A page of them, by tenant, plugin and name unless another order is asked for. */
    @GET
    @RequiresPermission(READ)
    public Page<JobView> list(
            @QueryParam("tenant") @Nullable String slug,
            @QueryParam("plugin") @Nullable String plugin,
            @QueryParam("status") @Nullable String status,
            @BeanParam PageQuery paging) {
        return list.list(new Wish(reach(slug), plugin, status), paging);
    }

    /** One of them. */
    @GET
    @Path("/{id}")
    @RequiresPermission(READ)
    @Answers(JobView.class)
    public Response get(@PathParam("id") String id) {
        return answer(list.get(reach(null), id(id)));
    }

    /** A page of its last runs, the last first unless another order is asked for. */
    @GET
    @Path("/{id}/history")
    @RequiresPermission(READ)
    public Page<RunView> history(
            @PathParam("id") String id, @QueryParam("status") @Nullable String status, @BeanParam PageQuery paging) {
        return runs.list(reach(null), id(id), status, paging);
    }

    /** Makes it due now. */
    @POST
    @Path("/{id}/run")
    @RequiresPermission(WRITE)
    @Answers(JobView.class)
    public Response run(@PathParam("id") String id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return answer(admin.run(reach(null), id(id), IfMatch.of(ifMatch)));
    }

    /** Makes it wait until it is resumed. */
    @POST
    @Path("/{id}/pause")
    @RequiresPermission(WRITE)
    @Answers(JobView.class)
    public Response pause(@PathParam("id") String id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return answer(admin.pause(reach(null), id(id), IfMatch.of(ifMatch)));
    }

    /** Makes it due again at its times. */
    @POST
    @Path("/{id}/resume")
    @RequiresPermission(WRITE)
    @Answers(JobView.class)
    public Response resume(@PathParam("id") String id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return answer(admin.resume(reach(null), id(id), IfMatch.of(ifMatch)));
    }

    private JobScope reach(@Nullable String wanted) {
        Tenant here = Contexts.require().tenant();
        if (here != null && wanted != null && !wanted.equals(here.slug())) {
            throw PlexicaException.validation(
                    new FieldError("/tenant", "must be left out: the jobs are those of the tenant you work in"));
        }
        String pinned = tenants.pinned().orElse(null);
        if (pinned != null && wanted != null && !wanted.equals(pinned)) {
            throw new PlexicaException(ErrorCode.TENANT_MISMATCH, "This deployment serves another tenant");
        }
        if (here != null) {
            return JobScope.of(here.slug());
        }
        return wanted != null ? JobScope.of(wanted) : pinned != null ? JobScope.ofPlatformAnd(pinned) : JobScope.ALL;
    }

    private static Response answer(JobView job) {
        return Response.ok(job)
                .header(HttpHeaders.ETAG, IfMatch.tag(job.version()))
                .build();
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw PlexicaException.notFound("There is no job " + text);
        }
    }
}
