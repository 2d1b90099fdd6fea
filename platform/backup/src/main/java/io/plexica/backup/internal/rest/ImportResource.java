package io.plexica.backup.internal.rest;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.api.rest.Answers;
import io.plexica.api.rest.PlexicaResource;
import io.plexica.backup.internal.BackupSettings;
import io.plexica.backup.internal.export.TenantImport;
import io.plexica.backup.internal.export.TenantImports;
import io.plexica.spi.operations.Operations;
import io.plexica.spi.operations.Operations.Operation;
import io.plexica.spi.web.DryRun;
import io.plexica.spi.web.Preference;
import io.plexica.spi.web.SuperAdminOnly;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import javax.ws.rs.Consumes;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Tenants from files. */
@Component(service = ImportResource.class)
@PlexicaResource
@Path("/tenants/import")
@Produces(MediaType.APPLICATION_JSON)
@SuperAdminOnly
public final class ImportResource {

    private final TenantImports imports;
    private final BackupSettings settings;
    private final Operations operations;

    @Activate
    public ImportResource(
            @Reference TenantImports imports, @Reference BackupSettings settings, @Reference Operations operations) {
        this.imports = imports;
        this.settings = settings;
        this.operations = operations;
    }

    /**
     * Makes a tenant of the file in the body, under its own slug and on its own plan or others; with {@code Prefer: respond-async}
     * while the caller goes on.
     */
    @POST
    @Consumes({ExportResource.ZIP, MediaType.APPLICATION_OCTET_STREAM})
    @DryRun
    @Answers(value = ImportView.class, status = 201)
    public Response bringIn(
            @QueryParam("slug") @Nullable String slug,
            @QueryParam("plan") @Nullable String plan,
            @QueryParam("dryRun") @DefaultValue("false") boolean dryRun,
            @HeaderParam("Prefer") @Nullable String preference,
            @Context HttpHeaders headers,
            InputStream body) {
        ReceivedFile received = ReceivedFile.of(body, announced(headers), settings.largest());
        boolean handedOver = false;
        try {
            TenantImport opened = imports.open(received.file(), new TenantImports.Wish(slug, plan, dryRun));
            try {
                if (dryRun) {
                    return Response.ok(ImportPreview.of(opened, imports.obstacles(opened)))
                            .build();
                }
                if (Preference.isAsynchronous(preference)) {
                    imports.require(opened);
                    Operation begun = begin(opened, received);
                    handedOver = true;
                    return accepted(begun);
                }
                ImportView view = ImportView.of(imports.run(opened, step -> {}), opened);
                return Response.status(Response.Status.CREATED)
                        .header(HttpHeaders.LOCATION, "/api/v1/tenants/" + view.slug())
                        .entity(view)
                        .build();
            } finally {
                if (!handedOver) {
                    opened.close();
                }
            }
        } catch (IOException e) {
            throw new PlexicaException(ErrorCode.UNAVAILABLE, "The file could not be read; try again", e);
        } finally {
            if (!handedOver) {
                close(received);
            }
        }
    }

    /** What the server has let through is a number. */
    private static long announced(HttpHeaders headers) {
        String length = headers.getHeaderString(HttpHeaders.CONTENT_LENGTH);
        return length == null ? 0 : Long.parseLong(length.strip());
    }

    private Operation begin(TenantImport opened, ReceivedFile received) {
        return operations.startAbout("core.tenant.import", opened.tenant().slug(), progress -> {
            try (ReceivedFile file = received;
                    TenantImport open = opened) {
                ImportSteps heard = new ImportSteps(progress, imports.steps());
                return ImportView.of(imports.run(open, heard), open);
            }
        });
    }

    private static Response accepted(Operation operation) {
        return Response.accepted(operation.summary())
                .header(HttpHeaders.LOCATION, operation.location())
                .header("Preference-Applied", "respond-async")
                .build();
    }

    private static void close(Closeable file) {
        try {
            file.close();
        } catch (IOException e) {
            throw new PlexicaException(ErrorCode.INTERNAL_ERROR, "A file that was received could not be removed", e);
        }
    }
}
