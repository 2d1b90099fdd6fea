package io.plexica.plugins.internal.rest;

import io.plexica.api.problem.FieldError;
import io.plexica.api.problem.PlexicaException;
import io.plexica.api.rest.Answers;
import io.plexica.api.rest.Page;
import io.plexica.api.rest.PageQuery;
import io.plexica.api.rest.PlexicaResource;
import io.plexica.api.security.PublicEndpoint;
import io.plexica.api.security.RequiresPermission;
import io.plexica.plugins.internal.fetch.Fetcher;
import io.plexica.plugins.internal.publish.PublicationOutcome;
import io.plexica.plugins.internal.publish.Publisher;
import io.plexica.plugins.internal.rest.Catalogue.CatalogueQuery;
import io.plexica.plugins.internal.runtime.PluginRuntime;
import io.plexica.plugins.internal.store.StoredVersion;
import io.plexica.plugins.internal.tenant.PublicationPreview;
import io.plexica.plugins.internal.ui.FramedPages;
import io.plexica.spi.context.Contexts;
import io.plexica.spi.tenancy.Tenant;
import io.plexica.spi.web.DryRun;
import io.plexica.spi.web.IfMatch;
import io.plexica.spi.web.Slices;
import io.plexica.spi.web.SuperAdminOnly;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.ws.rs.BeanParam;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
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

/** Plugins on the platform over REST. */
@Component(service = PluginResource.class)
@PlexicaResource
@Path("/plugins")
@Produces(MediaType.APPLICATION_JSON)
@RequiresPermission("core:plugins:read")
public final class PluginResource {

    private static final String JAR = "application/java-archive";

    private final Publisher publisher;
    private final PublicationPreview preview;
    private final Fetcher fetcher;
    private final Catalogue catalogue;
    private final PluginRuntime runtime;
    private final FramedPages framing;

    /** Takes what does the work. */
    @Activate
    public PluginResource(
            @Reference Publisher publisher,
            @Reference PublicationPreview preview,
            @Reference Fetcher fetcher,
            @Reference Catalogue catalogue,
            @Reference PluginRuntime runtime,
            @Reference FramedPages framing) {
        this.publisher = publisher;
        this.preview = preview;
        this.fetcher = fetcher;
        this.catalogue = catalogue;
        this.runtime = runtime;
        this.framing = framing;
    }

    /** Publishes the jar in the body. */
    @POST
    @Consumes(JAR)
    @SuperAdminOnly
    @DryRun
    @Answers(value = VersionView.class, status = 201, also = 200)
    public Response publish(@BeanParam CallPreferences manner, InputStream jar) {
        return Upload.with(jar, file -> answer(manner, file, Upload.SOURCE));
    }

    /** Publishes the jar that a coordinate names. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @SuperAdminOnly
    @DryRun
    @Answers(value = VersionView.class, status = 201, also = 200)
    public Response publishFrom(@BeanParam CallPreferences manner, @Nullable PublishBody body) {
        if (body == null || body.url() == null) {
            throw PlexicaException.validation(new FieldError(
                    "/url", "is missing: name a jar as mvn:group/artifact/version, or send its bytes as " + JAR));
        }
        return fetcher.with(body.url(), (file, source) -> answer(manner, file, source));
    }

    /** A page of the plugins that the caller may see. */
    @GET
    public Page<PluginView> list(
            @QueryParam("category") @Nullable String category,
            @QueryParam("tag") @Nullable String tag,
            @QueryParam("status") @Nullable String status,
            @BeanParam PageQuery paging) {
        return catalogue.list(tenant(), CatalogueQuery.of(category, tag, status), paging);
    }

    /** One plugin. */
    @GET
    @Path("/{id}")
    public PluginView get(@PathParam("id") String id) {
        return catalogue.get(tenant(), id);
    }

    /** A page of a plugin's versions, newest first. */
    @GET
    @Path("/{id}/versions")
    public Page<VersionView> versions(@PathParam("id") String id, @BeanParam PageQuery paging) {
        boolean oldestFirst = paging.orderBy(Map.of("version", "version"), "").endsWith("ASC");
        List<StoredVersion> versions = catalogue.versions(tenant(), id).stream()
                .filter(version -> version.ref().version().contains(paging.text()))
                .collect(Collectors.toCollection(ArrayList::new));
        if (oldestFirst) {
            Collections.reverse(versions);
        }
        return Slices.of(versions, paging)
                .map(version -> VersionView.seen(version, runtime.registry(), framing, Contexts.require()));
    }

    /** What anybody may know of a public plugin. */
    @GET
    @Path("/{id}/info")
    @PublicEndpoint
    public InfoView info(@PathParam("id") String id) {
        return catalogue.info(id);
    }

    private static @Nullable Tenant tenant() {
        return Contexts.require().tenant();
    }

    private Response answer(CallPreferences manner, java.nio.file.Path jar, String source) {
        if (manner.isPreview()) {
            return Response.ok(preview.of(jar)).build();
        }
        if (!manner.expected().isAny()) {
            manner.expected().require(preview.of(jar).state());
        }
        PublicationOutcome result = publisher.publish(jar, source);
        VersionView view = VersionView.seen(result.version(), runtime.registry(), framing, Contexts.require());
        return Response.status(result.changed() ? Response.Status.CREATED : Response.Status.OK)
                .header(HttpHeaders.ETAG, IfMatch.tag(result.version().state().revision()))
                .header(HttpHeaders.LOCATION, "/api/v1/plugins/" + view.id() + "/versions/" + view.version())
                .entity(view)
                .build();
    }

    /**
     * Where a jar is.
     *
     * @param url its coordinate, {@code mvn:group/artifact/version}
     */
    public record PublishBody(@Nullable String url) {}
}
