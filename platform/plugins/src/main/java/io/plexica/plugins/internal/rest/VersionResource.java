package io.plexica.plugins.internal.rest;

import io.plexica.api.problem.PlexicaException;
import io.plexica.api.rest.Answers;
import io.plexica.api.rest.PlexicaResource;
import io.plexica.api.security.RequiresPermission;
import io.plexica.plugins.internal.publish.VersionLifecycle;
import io.plexica.plugins.internal.publish.Withdrawal;
import io.plexica.plugins.internal.rest.VersionBodies.Deprecation;
import io.plexica.plugins.internal.rest.VersionBodies.Stop;
import io.plexica.plugins.internal.runtime.PluginRuntime;
import io.plexica.plugins.internal.store.StoredVersion;
import io.plexica.plugins.internal.ui.FramedPages;
import io.plexica.spi.context.Contexts;
import io.plexica.spi.plugins.PluginRef;
import io.plexica.spi.web.IfMatch;
import io.plexica.spi.web.SuperAdminOnly;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** One version of a plugin over REST: its state, and its end. */
@Component(service = VersionResource.class)
@PlexicaResource
@Path("/plugins/{id}/versions/{version}")
@Produces(MediaType.APPLICATION_JSON)
@SuperAdminOnly
public final class VersionResource {

    private final Catalogue catalogue;
    private final VersionLifecycle lifecycle;
    private final Withdrawal withdrawal;
    private final PluginRuntime runtime;
    private final FramedPages framing;

    /** Takes what does the work. */
    @Activate
    public VersionResource(
            @Reference Catalogue catalogue,
            @Reference VersionLifecycle lifecycle,
            @Reference Withdrawal withdrawal,
            @Reference PluginRuntime runtime,
            @Reference FramedPages framing) {
        this.catalogue = catalogue;
        this.lifecycle = lifecycle;
        this.withdrawal = withdrawal;
        this.runtime = runtime;
        this.framing = framing;
    }

    /** One version. */
    @GET
    @RequiresPermission("core:plugins:read")
    @Answers(VersionView.class)
    public Response get(@PathParam("id") String id, @PathParam("version") String version) {
        return catalogue.versions(Contexts.require().tenant(), id).stream()
                .filter(candidate -> candidate.ref().version().equals(version))
                .findFirst()
                .map(this::answer)
                .orElseThrow(() -> PlexicaException.notFound("There is no version " + version + " of " + id));
    }

    /** Advises against a version; it can still be installed, with a warning. */
    @POST
    @Path("/deprecate")
    @Consumes(MediaType.APPLICATION_JSON)
    @Answers(VersionView.class)
    public Response deprecate(
            @PathParam("id") String id,
            @PathParam("version") String version,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Nullable Deprecation body) {
        PluginRef ref = new PluginRef(id, version);
        Deprecation wanted = Deprecation.of(body)
                .checked((replacement, lastDay) -> lifecycle.adviceProblems(ref, replacement, lastDay));
        return answer(lifecycle.deprecate(ref, wanted.replacement(), wanted.lastDay(), IfMatch.of(ifMatch)));
    }

    /** Gives a version to nobody any more; those who have it keep it. */
    @POST
    @Path("/retire")
    @Consumes(MediaType.WILDCARD)
    @Answers(VersionView.class)
    public Response retire(
            @PathParam("id") String id,
            @PathParam("version") String version,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return answer(lifecycle.retire(new PluginRef(id, version), IfMatch.of(ifMatch)));
    }

    /** Stops a version for all tenants at once. */
    @POST
    @Path("/quarantine")
    @Consumes(MediaType.APPLICATION_JSON)
    @Answers(VersionView.class)
    public Response quarantine(
            @PathParam("id") String id,
            @PathParam("version") String version,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Nullable Stop body) {
        return answer(lifecycle.quarantine(new PluginRef(id, version), Stop.sentence(body), IfMatch.of(ifMatch)));
    }

    /** Takes back the last step: out of quarantine to what it was before, from everywhere else to AVAILABLE. */
    @POST
    @Path("/release")
    @Consumes(MediaType.WILDCARD)
    @Answers(VersionView.class)
    public Response release(
            @PathParam("id") String id,
            @PathParam("version") String version,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return answer(lifecycle.release(new PluginRef(id, version), IfMatch.of(ifMatch)));
    }

    /** Withdraws a version that no tenant uses. */
    @DELETE
    public void withdraw(@PathParam("id") String id, @PathParam("version") String version) {
        withdrawal.byHand(new PluginRef(id, version));
    }

    private Response answer(StoredVersion version) {
        return Response.ok(VersionView.seen(version, runtime.registry(), framing, Contexts.require()))
                .header(HttpHeaders.ETAG, IfMatch.tag(version.state().revision()))
                .build();
    }
}
