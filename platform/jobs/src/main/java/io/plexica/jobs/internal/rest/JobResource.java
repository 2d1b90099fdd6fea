package io.plexica.jobs.internal.rest;

import io.plexica.api.problem.PlexicaException;
import io.plexica.api.rest.Page;
import io.plexica.api.rest.PageQuery;
import io.plexica.api.rest.PlexicaResource;
import io.plexica.api.security.RequiresPermission;
import io.plexica.jobs.internal.admin.JobAdmin;
import io.plexica.jobs.internal.admin.JobList;
import io.plexica.jobs.internal.admin.JobList.Wish;
import io.plexica.jobs.internal.admin.JobView;
import io.plexica.jobs.internal.admin.RunView;
import io.plexica.spi.web.Here;
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

/** The jobs of plugins in the caller's tenant. */
@Component(service = JobResource.class)
@PlexicaResource
@Path("/jobs")
@Produces(MediaType.APPLICATION_JSON)
public final class JobResource {

    private static final String READ = "core:jobs:read";
    private static final String WRITE = "core:jobs:write";

    private final JobList list;
    private final JobAdmin admin;

    @Activate
    public JobResource(@Reference JobList list, @Reference JobAdmin admin) {
        this.list = list;
        this.admin = admin;
    }

    /** A page of them, by plugin and name unless another order is asked for. */
    @GET
    @RequiresPermission(READ)
    public Page<JobView> list(
            @QueryParam("plugin") @Nullable String plugin,
            @QueryParam("status") @Nullable String status,
            @BeanParam PageQuery paging) {
        return list.list(new Wish(Here.tenant().slug(), plugin, status), paging);
    }

    /** One of them. */
    @GET
    @Path("/{id}")
    @RequiresPermission(READ)
    public Response get(@PathParam("id") String id) {
        return answer(list.get(Here.tenant().slug(), id(id)));
    }

    /** A page of its last runs. */
    @GET
    @Path("/{id}/history")
    @RequiresPermission(READ)
    public Page<RunView> history(@PathParam("id") String id, @BeanParam PageQuery paging) {
        return list.runs(Here.tenant().slug(), id(id), paging);
    }

    /** Makes it due now. */
    @POST
    @Path("/{id}/run")
    @RequiresPermission(WRITE)
    public Response run(@PathParam("id") String id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return answer(admin.run(Here.tenant().slug(), id(id), IfMatch.of(ifMatch)));
    }

    /** Makes it wait until it is resumed. */
    @POST
    @Path("/{id}/pause")
    @RequiresPermission(WRITE)
    public Response pause(@PathParam("id") String id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return answer(admin.pause(Here.tenant().slug(), id(id), IfMatch.of(ifMatch)));
    }

    /** Makes it due again at its times. */
    @POST
    @Path("/{id}/resume")
    @RequiresPermission(WRITE)
    public Response resume(@PathParam("id") String id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return answer(admin.resume(Here.tenant().slug(), id(id), IfMatch.of(ifMatch)));
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
