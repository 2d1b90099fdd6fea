package io.plexica.tenancy.internal.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.FieldError;
import io.plexica.api.problem.PlexicaException;
import io.plexica.api.rest.Answers;
import io.plexica.api.rest.Page;
import io.plexica.api.rest.PageQuery;
import io.plexica.api.rest.PlexicaResource;
import io.plexica.api.security.Authenticated;
import io.plexica.spi.authorization.Verdict;
import io.plexica.spi.context.Contexts;
import io.plexica.spi.context.ExecutionContext;
import io.plexica.spi.operations.Operations;
import io.plexica.spi.tenancy.Tenant;
import io.plexica.spi.web.IfMatch;
import io.plexica.spi.web.Preference;
import io.plexica.spi.web.SuperAdminOnly;
import io.plexica.tenancy.internal.Progress;
import io.plexica.tenancy.internal.TenantCounts;
import io.plexica.tenancy.internal.TenantDraft;
import io.plexica.tenancy.internal.TenantJson;
import io.plexica.tenancy.internal.TenantQuery;
import io.plexica.tenancy.internal.TenantRow;
import io.plexica.tenancy.internal.TenantService;
import javax.ws.rs.BeanParam;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.PATCH;
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

/** Tenants over REST: for super admins, and reading one's own for everybody. */
@Component(service = TenantResource.class)
@PlexicaResource
@Path("/tenants")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@SuperAdminOnly
public final class TenantResource {

    private static final String CURRENT = "current";

    private static final String PREFER = "Prefer";

    private final TenantService tenants;
    private final TenantCounts counts;
    private final TenantOperations longWork;

    @Activate
    public TenantResource(
            @Reference TenantService tenants, @Reference TenantCounts counts, @Reference Operations operations) {
        this.tenants = tenants;
        this.counts = counts;
        this.longWork = new TenantOperations(tenants, operations);
    }

    /** Provisions a tenant; with {@code Prefer: respond-async} while the caller goes on. */
    @POST
    @Answers(value = TenantJson.class, status = 201)
    public Response create(@HeaderParam(PREFER) @Nullable String preference, @Nullable TenantDraft draft) {
        if (Preference.isAsynchronous(preference)) {
            return TenantOperations.answer(longWork.create(draft));
        }
        TenantRow row = tenants.create(draft, Progress.NONE);
        return answer(
                Response.status(Response.Status.CREATED).header(HttpHeaders.LOCATION, "/api/v1/tenants/" + row.slug()),
                row);
    }

    /** A page of the tenants, each with the number of its plugins. */
    @GET
    public Page<TenantJson> list(
            @QueryParam("status") @Nullable String status,
            @QueryParam("plan") @Nullable String plan,
            @BeanParam PageQuery paging) {
        return counts.shown(tenants.list(TenantQuery.of(status, plan, paging)));
    }

    /** One tenant; {@code current} is the caller's. */
    @GET
    @Path("/{slug}")
    @Authenticated
    @Answers(TenantJson.class)
    public Response get(@PathParam("slug") String slug) {
        TenantRow row = tenants.get(visible(slug));
        TenantJson shown = TenantJson.of(row);
        return answer(Response.ok(), row, maySeeSettings() ? shown : shown.withoutSettings());
    }

    /** Changes name, plan, settings or theme. */
    @PATCH
    @Path("/{slug}")
    @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
    @Answers(TenantJson.class)
    public Response edit(
            @PathParam("slug") String slug,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Nullable JsonNode patch) {
        return answer(Response.ok(), tenants.edit(visible(slug), patch, IfMatch.of(ifMatch)));
    }

    /**
     * Deletes a tenant: softly it can be restored, hard it is gone with all its data; with {@code Prefer: respond-async}
     * the latter goes on while the caller does.
     */
    @DELETE
    @Path("/{slug}")
    @Answers(value = TenantJson.class, also = 204)
    public Response delete(
            @PathParam("slug") String slug,
            @QueryParam("mode") @DefaultValue("soft") String mode,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @HeaderParam(PREFER) @Nullable String preference) {
        IfMatch condition = IfMatch.of(ifMatch);
        switch (mode) {
            case "soft":
                return answer(Response.ok(), tenants.deleteSoftly(visible(slug), condition));
            case "hard":
                if (Preference.isAsynchronous(preference)) {
                    return TenantOperations.answer(longWork.delete(visible(slug), condition));
                }
                tenants.deleteForEver(visible(slug), condition, Progress.NONE);
                return Response.noContent().build();
            default:
                throw PlexicaException.validation(new FieldError("/mode", "must be soft or hard"));
        }
    }

    /** Stops serving a tenant at once. */
    @POST
    @Path("/{slug}/suspend")
    @Consumes(MediaType.WILDCARD)
    @Answers(TenantJson.class)
    public Response suspend(
            @PathParam("slug") String slug, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return answer(Response.ok(), tenants.suspend(visible(slug), IfMatch.of(ifMatch)));
    }

    /** Serves a suspended tenant again. */
    @POST
    @Path("/{slug}/activate")
    @Consumes(MediaType.WILDCARD)
    @Answers(TenantJson.class)
    public Response activate(
            @PathParam("slug") String slug, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return answer(Response.ok(), tenants.activate(visible(slug), IfMatch.of(ifMatch)));
    }

    /** Takes back a soft deletion. */
    @POST
    @Path("/{slug}/restore")
    @Consumes(MediaType.WILDCARD)
    @Answers(TenantJson.class)
    public Response restore(
            @PathParam("slug") String slug, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return answer(Response.ok(), tenants.restore(visible(slug), IfMatch.of(ifMatch)));
    }

    /** The slug that is meant, if the caller may know of it: a super admin of every tenant, others of their own. */
    private static String visible(String slug) {
        ExecutionContext context = Contexts.require();
        Tenant own = context.tenant();
        if (slug.equals(CURRENT)) {
            if (own == null) {
                throw PlexicaException.notFound("You work in no tenant: name one");
            }
            return own.slug();
        }
        boolean superAdmin = context.principal() != null && context.principal().superAdmin();
        if (!superAdmin && (own == null || !own.slug().equals(slug))) {
            throw new PlexicaException(
                    ErrorCode.TENANT_MISMATCH, "This is not your tenant: name your own, or 'current'");
        }
        return slug;
    }

    /** Settings have a permission of their own, also for those who only read their tenant. */
    private static boolean maySeeSettings() {
        ExecutionContext context = Contexts.require();
        return context.grants().decide("core:settings:read", context.remoteAddress()) == Verdict.ALLOW;
    }

    private static Response answer(Response.ResponseBuilder response, TenantRow row) {
        return answer(response, row, TenantJson.of(row));
    }

    private static Response answer(Response.ResponseBuilder response, TenantRow row, TenantJson shown) {
        return response.header(HttpHeaders.ETAG, IfMatch.tag(row.version()))
                .entity(shown)
                .build();
    }
}
