package io.plexica.backup.internal.rest;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.api.rest.Answers;
import io.plexica.api.rest.PlexicaResource;
import io.plexica.backup.internal.export.TenantExports;
import io.plexica.spi.context.Contexts;
import io.plexica.spi.context.ExecutionContext;
import io.plexica.spi.tenancy.Tenant;
import io.plexica.spi.web.SuperAdminOnly;
import java.io.OutputStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import javax.ws.rs.GET;
import javax.ws.rs.HttpMethod;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.Request;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.StreamingOutput;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A tenant as one file. */
@Component(service = ExportResource.class)
@PlexicaResource
@Path("/tenants/{slug}/export")
@SuperAdminOnly
public final class ExportResource {

    static final String ZIP = "application/zip";

    /** Begun and empty: of an answer without any body the length would be said to be 0. */
    private static final StreamingOutput NOTHING = OutputStream::flush;

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final TenantExports exports;

    @Activate
    public ExportResource(@Reference TenantExports exports) {
        this.exports = exports;
    }

    /**
     * The file, written while it is read; {@code current} is the caller's tenant. One that is broken off does not end as a file
     * should, and no import takes it.
     */
    @GET
    @Produces(ZIP)
    @Answers(StreamingOutput.class)
    public Response export(@PathParam("slug") String slug, @Context Request request) {
        Tenant tenant = exports.check(named(slug));
        // Whoever asks for the headers alone gets no file written that nobody reads.
        boolean wanted = request.getMethod().equals(HttpMethod.GET);
        return Response.ok(wanted ? file(tenant) : NOTHING, ZIP)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"" + tenant.slug() + "-" + STAMP.format(Instant.now())
                                + ".plexica.zip\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }

    private StreamingOutput file(Tenant tenant) {
        ExecutionContext context = Contexts.require();
        return out -> {
            try (Contexts.Scope scope = Contexts.open(context)) {
                exports.write(tenant, out);
            }
        };
    }

    private static String named(String slug) {
        if (!slug.equals("current")) {
            return slug;
        }
        Tenant own = Contexts.require().tenant();
        if (own == null) {
            throw new PlexicaException(ErrorCode.NOT_FOUND, "You work in no tenant: name one");
        }
        return own.slug();
    }
}
