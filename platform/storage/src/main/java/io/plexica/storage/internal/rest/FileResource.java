package io.plexica.storage.internal.rest;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.api.rest.Answers;
import io.plexica.api.rest.PlexicaResource;
import io.plexica.api.security.PublicEndpoint;
import io.plexica.api.storage.ObjectContent;
import io.plexica.api.storage.ObjectStorage.Method;
import io.plexica.api.storage.StoredObject;
import io.plexica.spi.context.Contexts;
import io.plexica.spi.plugins.PluginRoutes;
import io.plexica.spi.tenancy.Tenant;
import io.plexica.storage.internal.Links;
import io.plexica.storage.internal.PluginObjects;
import java.io.InputStream;
import java.util.Map;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.HttpMethod;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Request;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.StreamingOutput;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * What a link to an object lets its bearer do. The tenant is known by the path; a link that is not good, of a plugin that is
 * not enabled or of an object that is not there all look alike.
 */
@Component(service = FileResource.class)
@PlexicaResource
@Path("/files/{plugin}/{path: .+}")
@PublicEndpoint
public final class FileResource {

    private static final String CONTENT_RANGE = "Content-Range";

    /** Without any body, the answer's length would be said to be 0. */
    private static final StreamingOutput NOTHING = out -> {};

    private static final String ANYTHING = "application/octet-stream";

    private final PluginObjects shelf;
    private final Links links;
    private final PluginRoutes routes;

    /** Serves what lies on this shelf. */
    @Activate
    public FileResource(@Reference PluginObjects shelf, @Reference Links links, @Reference PluginRoutes routes) {
        this.shelf = shelf;
        this.links = links;
        this.routes = routes;
    }

    /** The object, or a part of it, as an attachment. */
    @GET
    @Produces(MediaType.WILDCARD)
    @Answers(value = InputStream.class, also = 206)
    public Response download(
            @PathParam("plugin") String plugin,
            @PathParam("path") String path,
            @QueryParam("expires") @Nullable String expires,
            @QueryParam("signature") @Nullable String signature,
            @HeaderParam("Range") @Nullable String range,
            @HeaderParam("If-Range") @Nullable String ifRange,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch,
            @Context Request request) {
        Tenant tenant = admit(plugin, path, expires, signature, Method.GET);
        // Nobody would close what was opened.
        boolean head = request.getMethod().equals(HttpMethod.HEAD);
        if (head || range != null || ifNoneMatch != null) {
            StoredObject object = shelf.head(tenant, plugin, path).orElseThrow(FileResource::nothing);
            if (Attachment.isKnown(object, ifNoneMatch)) {
                return Response.notModified(object.sha256()).build();
            }
            if (head) {
                return Attachment.describe(Response.ok(NOTHING), object, object.size())
                        .build();
            }
            Response part = range == null ? null : part(tenant, plugin, object, range, ifRange);
            if (part != null) {
                return part;
            }
        }
        ObjectContent content = shelf.get(tenant, plugin, path).orElseThrow(FileResource::nothing);
        StoredObject object = content.object();
        return Attachment.describe(Response.ok(content.stream()), object, object.size())
                .build();
    }

    /** The part that is asked for; null where that is none, or where the object has just become another: then the whole is due. */
    private @Nullable Response part(
            Tenant tenant, String plugin, StoredObject object, String range, @Nullable String ifRange) {
        ByteRange part = ByteRange.of(range, ifRange, '"' + object.sha256() + '"', object.size());
        if (part == null) {
            return null;
        }
        return shelf.part(tenant, plugin, object, part.from(), part.length())
                .map(found -> Attachment.describe(
                                Response.status(Response.Status.PARTIAL_CONTENT).entity(found.stream()),
                                object,
                                part.length())
                        .header(CONTENT_RANGE, part.content(object.size()))
                        .build())
                .orElse(null);
    }

    /** Takes an object in the place of what was there. */
    @PUT
    @Consumes(MediaType.WILDCARD)
    @Produces(MediaType.APPLICATION_JSON)
    public Uploaded upload(
            @PathParam("plugin") String plugin,
            @PathParam("path") String path,
            @QueryParam("expires") @Nullable String expires,
            @QueryParam("signature") @Nullable String signature,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String contentType,
            InputStream body) {
        Tenant tenant = admit(plugin, path, expires, signature, Method.PUT);
        String type = contentType == null || contentType.isBlank() ? ANYTHING : contentType;
        StoredObject object = shelf.put(tenant, plugin, path, body, type, Map.of());
        return new Uploaded(object.path(), object.size(), object.contentType(), object.sha256());
    }

    /** What was uploaded. */
    public record Uploaded(String path, long size, String contentType, String sha256) {}

    private Tenant admit(
            String plugin, String path, @Nullable String expires, @Nullable String signature, Method method) {
        Tenant tenant = Contexts.require().tenant();
        if (tenant == null
                || signature == null
                || expires == null
                || !expires.matches("[0-9]{1,12}")
                || !links.isGood(tenant.slug(), plugin, path, Long.parseLong(expires), signature, method)) {
            throw nothing();
        }
        PluginRoutes.Route route = routes.find(plugin, tenant.slug());
        if (route == null || !route.enabled()) {
            throw nothing();
        }
        if (!tenant.isActive()) {
            throw new PlexicaException(ErrorCode.TENANT_NOT_ACTIVE, "The tenant is not active");
        }
        return tenant;
    }

    private static PlexicaException nothing() {
        return PlexicaException.notFound("There is no such object, or the link to it is not good (any more)");
    }
}
